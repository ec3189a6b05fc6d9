import { describe, expect, it } from 'vitest'
import { checksOf } from '#renderer/screens/end-of-day/closing/checks.ts'
import { daySummary } from '#renderer/screens/end-of-day/day-summary.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { dayOf, rowOf } from './sample-day.ts'

const TODAY = { today: calendarDate('2026-05-05'), connection: 'online' } as const

describe('what stands before closing', () => {
  it('is all in order on a quiet day', () => {
    expect(checksOf(dayOf(), TODAY).map(({ id }) => id)).toEqual(['nobody', 'sums', 'nothingFiled'])
  })

  it('names whom it is about, the most pressing first', () => {
    const late = rowOf({ name: 'Назаров Фирдавс' })
    const [due, unknown] = [rowOf(), rowOf()]
    const report = dayOf({
      overdue: [late],
      dueToday: [due],
      dueLater: [unknown],
      unconfirmed: [late],
      goesByItself: [due],
      citizenshipUnknown: [unknown],
      filed: [rowOf(), rowOf()],
    })
    const checks = checksOf(report, TODAY)
    expect(checks.map((check) => ('count' in check ? `${check.id} ${String(check.count)}` : check.id))).toEqual([
      'overdue 1',
      'dueToday 1',
      'citizenshipUnknown 1',
      'unconfirmed 1',
      'sums',
      'receipts',
    ])
    expect(checks.flatMap((check) => ('rows' in check ? [check.rows.map(({ noticeId }) => noticeId)] : []))).toEqual([
      [late.noticeId],
      [due.noticeId],
      [unknown.noticeId],
      [late.noticeId],
    ])
  })

  it('does not promise time on a day that is over', () => {
    const report = dayOf({ dueToday: [rowOf()], goesByItself: [rowOf()] })
    const [first] = checksOf(report, { ...TODAY, today: calendarDate('2026-05-06') })
    expect(first?.id).toBe('dueThatDay')
  })

  it.each([
    ['unreachable', ['noLine']],
    ['sign_in_refused', ['noLine']],
    ['paused', ['paused']],
    ['by_hand', []],
    ['held', []],
  ] as const)('the line: %s', (connection, expected) => {
    const ids = checksOf(dayOf(), { ...TODAY, connection }).map(({ id }) => id)
    expect(ids).toEqual([...expected, 'nobody', 'sums', 'nothingFiled'])
  })

  it('says it when sums do not tie, with each of them', () => {
    const report = dayOf({ overdue: [rowOf()], goesByItself: [rowOf()] }, { goesByItself: 3 })
    expect(checksOf(report, TODAY).find(({ id }) => id === 'sumsBroken')).toMatchObject({ open: 1, byDue: 1, byState: 3 })
  })

  it('says how many receipts are missing', () => {
    const report = dayOf({ filed: [rowOf(), rowOf()] }, { filedWithReceiptFile: 1 })
    expect(checksOf(report, TODAY).at(-1)).toMatchObject({ id: 'receiptsMissing', filed: 2, files: 1 })
  })
})

describe('the sentence beside the title', () => {
  const date = calendarDate('2026-05-05')
  const say = (language: 'ru' | 'kk' | 'en', openDate: string, nextCloseAt: string | null, isClosed = false) =>
    daySummary(
      { days: { openDate: calendarDate(openDate), nextCloseAt }, date, today: TODAY.today, isClosed, zone: 'Asia/Almaty' },
      wordsIn(language),
    )
  it('says which day it is and what becomes of it', () => {
    expect([
      say('ru', '2026-05-05', '2026-05-05T18:59:00.000Z'),
      say('kk', '2026-05-05', '2026-05-05T18:59:00.000Z'),
      say('en', '2026-05-05', '2026-05-05T18:59:00.000Z'),
      say('ru', '2026-05-05', '2026-05-05T21:00:00.000Z'),
      say('ru', '2026-05-05', null),
      say('ru', '2026-05-03', '2026-05-05T18:59:00.000Z'),
      say('ru', '2026-05-06', '2026-05-06T18:59:00.000Z', true),
      say('ru', '2026-05-06', '2026-05-06T18:59:00.000Z'),
    ]).toEqual([
      'Вторник, 5 мая. Закроется сам в 23:59, даже если никого нет.',
      'Сейсенбі, 5 мамыр. 23:59-да өзі жабылады, ешкім болмаса да.',
      'Tuesday, 5 May. Closes by itself at 23:59, even if nobody is here.',
      'Вторник, 5 мая. Закроется сам ср, 6 мая в 02:00, даже если никого нет.',
      'Вторник, 5 мая. Сам не закроется: час не назначен.',
      'Вторник, 5 мая. Не закрыт: сначала 3 мая.',
      'Вторник, 5 мая. Закрыт, отчёт больше не изменится.',
      'Вторник, 5 мая.',
    ])
  })
})
