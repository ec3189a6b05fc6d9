import { describe, expect, it } from 'vitest'
import { rawInWords } from '#renderer/notices/raw-exchange.ts'
import { acceptedInWords, dueNote } from '#renderer/screens/guest/accepted-words.ts'
import { canBeReopened, closings, takesProof } from '#renderer/screens/guest/guest-acts.ts'
import {
  entryInWords,
  reasonInWords,
  type TimelineEntry,
  timelineLines,
  wholeTimeline,
} from '#renderer/screens/guest/timeline-words.ts'
import { neighbour } from '#renderer/screens/guests/guest-walk.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { NOTIFICATION_STATES, transition } from '#shared/domain/notification.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '../i18n/words.ts'
import { noticeOf } from '../queue/notice.ts'

function entry(kind: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: kind,
    at: '2026-05-05T04:12:00.000Z',
    by: 'Qabyl',
    kind,
    cause: null,
    details: {},
    raw: null,
    receiptId: null,
    ...more,
  }
}

describe('the timeline', () => {
  it.each(LANGUAGES)('has words for every kind the desk writes, in %s', async (language) => {
    const words = await wordsIn(language)
    const kinds = [...Object.keys(CATALOGUES.ru.timeline), 'something_new']
    const lines = kinds.map((kind) => entryInWords(entry(kind, { cause: 'refused', details: { number: 2 } }), words))
    expect(lines.filter(({ title }) => /\{\{|^\w+(\.\w+)+$|^$/.test(title))).toEqual([])
    expect(lines.at(-1)?.title).toBe(CATALOGUES[language].timeline.other)
  })

  it('is newest first, and tells a call that never left by why, once', async () => {
    const words = await wordsIn('ru')
    const lines = timelineLines([
      entry('checked_in', { by: 'Айгерим С.' }),
      entry('attempt', { cause: 'refused', details: { number: 1, outcome: 'notSent' } }),
      entry('not_sent', { cause: 'refused' }),
      entry('attempt', { details: { number: 2, outcome: 'accepted' } }),
      entry('accepted'),
    ])
    expect(lines.map((line) => entryInWords(line, words).title)).toEqual([
      'Принято',
      'Отправлено, попытка 2',
      'Не ушло: служба не открыла соединение, попытка 1',
      'Заезд записан, Айгерим С.',
    ])
  })

  it('says what a correction left open, and the reason a person gave', async () => {
    const words = await wordsIn('ru')
    const notes = (line: TimelineEntry) => entryInWords(line, words).notes
    expect(notes(entry('corrected', { details: { revision: 2, missing: 'issueDate departureDate' } }))).toEqual([
      'Редакция 2, прежняя сохранена',
      'Ещё нет: дата выдачи документа, дата выезда',
    ])
    expect(notes(entry('cancelled', { details: { reason: 'не приехал' } }))).toEqual(['Причина: не приехал'])
    expect(notes(entry('checked_in', { details: { reason: 'citizen_of_kazakhstan' } }))).toEqual([
      'Причина: гражданин Казахстана',
    ])
  })

  it('names what a correction changed, the days and the room from what to what', async () => {
    const words = await wordsIn('ru')
    const notes = (kind: string, details: TimelineEntry['details']) => entryInWords(entry(kind, { details }), words).notes
    expect([
      notes('corrected', {
        changed: 'documentNumber departureDate room',
        departureBefore: '2026-05-08',
        departureDate: '2026-05-10',
        roomBefore: '204',
        room: null,
      }),
      notes('departed', { departedOn: '2026-05-07' }),
      notes('booking_corrected', { reservationBefore: null, reservation: 'B-71' }),
    ]).toEqual([
      ['Выезд: 8 мая → 10 мая', 'Номер: 204 → нет', 'Изменено: Номер документа'],
      ['День выезда: 7 мая'],
      ['Бронь: нет → B-71'],
    ])
  })

  it('tells all the notices about a guest in one, in the order of each journal', () => {
    const at = (id: string, minute: number) => entry(id, { id, at: `2026-05-05T04:${minute}:00.000Z` })
    const followUp = {
      notice: noticeOf({ kind: 'extension', sequence: 2 }),
      deadline: null,
      certainty: 'open' as const,
      receipts: [],
      // The clock was set back between the two.
      timeline: [at('followed', 30), at('accepted', 20)],
    }
    const told = wholeTimeline({ timeline: [at('checked_in', 10), at('extended', 30)], followUps: [followUp] })
    expect(told.map(({ entry: { kind }, about }) => [kind, about])).toEqual([
      ['extended', null],
      ['accepted', 'extension'],
      ['followed', 'extension'],
      ['checked_in', null],
    ])
  })

  it('says from when to when a deadline moved, and what moved it', async () => {
    const words = await wordsIn('ru')
    const dates = {
      alarmDateBefore: '2026-05-07',
      alarmDate: '2026-05-08',
      actByBefore: '2026-05-07',
      actBy: '2026-05-08',
      latestDueBefore: '2026-05-08',
      latestDue: '2026-05-11',
      calendarBefore: '2026.1',
      calendar: '2026.2',
    }
    const title = (details: TimelineEntry['details'], by = 'Qabyl') =>
      entryInWords(entry('deadline_moved', { by, details }), words).title
    expect([
      title(dates, 'Айгерим С.'),
      title({ ...dates, calendar: '2026.1' }),
      title({ ...dates, alarmDate: '2026-05-07', actBy: '2026-05-07' }),
      title({}),
      title({ alarmDateBefore: 'soon', alarmDate: '2026-05-08' }),
    ]).toEqual([
      'Срок пересчитан: 7 мая → 8 мая, календарь 2026.2, Айгерим С.',
      'Срок пересчитан: 7 мая → 8 мая, дни считают иначе',
      'Срок пересчитан: 8 мая → 11 мая, календарь 2026.2',
      'Срок пересчитан: календарь изменился',
      'Срок пересчитан: календарь изменился',
    ])
  })

  it('words the rules a notice is closed by, and leaves a person’s own words alone', async () => {
    const words = await wordsIn('ru')
    expect(['citizen_of_kazakhstan', 'registered_instead', 'не приехал'].map((reason) => reasonInWords(reason, words))).toEqual(
      ['гражданин Казахстана', 'по вашему правилу вместо уведомления – регистрация до 30-го дня', 'не приехал'],
    )
  })

  it('shows an exchange in one line, and any other text as it is', () => {
    const exchange = { method: 'POST', path: '/v1/notices', status: 201, answer: '{"status":"accepted"}' }
    expect([
      rawInWords(JSON.stringify(exchange)),
      rawInWords(JSON.stringify({ ...exchange, status: null, answer: null })),
      rawInWords('<html>'),
      rawInWords('"text"'),
    ]).toEqual(['POST /v1/notices · 201 · {"status":"accepted"}', 'POST /v1/notices', '<html>', '"text"'])
  })
})

describe('acceptance against the deadline', () => {
  const dates = { strictDue: calendarDate('2026-05-05'), latestDue: calendarDate('2026-05-06') }
  const ZONE = 'Asia/Almaty'

  it('counts from the end of the due day on the property’s clock', async () => {
    const words = await wordsIn('ru')
    const text = (acceptedAt: string | null, reading: 'strict' | 'latest' = 'strict') =>
      acceptedInWords({ ...dates, acceptedAt }, reading, ZONE, words)?.text ?? null
    expect([
      text('2026-05-05T04:12:00.000Z'),
      text('2026-05-03T04:12:00.000Z'),
      text('2026-05-05T19:00:00.000Z'),
      text('2026-05-05T19:00:00.000Z', 'latest'),
      text(null),
    ]).toEqual([
      'принято за 14 ч 47 мин до срока',
      'принято за 2 д 14 ч до срока',
      'принято после срока',
      'принято за 23 ч 59 мин до срока',
      null,
    ])
  })

  it('stands under the due day only when it fell on it', async () => {
    const words = await wordsIn('ru')
    expect(dueNote({ ...dates, acceptedAt: '2026-05-05T04:12:00.000Z' }, ZONE, words)).toBe('срок, принято 09:12')
    expect(dueNote({ ...dates, acceptedAt: '2026-05-04T04:12:00.000Z' }, ZONE, words)).toBeUndefined()
  })
})

describe('what may be done in each state is what the register allows', () => {
  it.each(NOTIFICATION_STATES)('%s', (state) => {
    const allows = (type: 'set_not_required' | 'set_filed_elsewhere' | 'accepted') => transition(state, { type }).ok
    const offered = closings({ state, waitingNews: [] })
    const waits = ['sending', 'unknown', 'deferred', 'duplicate'].includes(state)
    expect({
      notRequired: offered.includes('not_required'),
      elsewhere: offered.includes('filed_elsewhere'),
    }).toEqual({
      // What is on its way is decided when the answer is here.
      notRequired: allows('set_not_required') || waits,
      elsewhere: allows('set_filed_elsewhere'),
    })
    if (takesProof({ state })) expect(allows('accepted')).toBe(true)
  })

  it('a clerk’s own decision is taken back, the law’s own "not required" is not', () => {
    expect([
      canBeReopened({ state: 'not_required', reason: 'citizen_of_kazakhstan', waitingNews: [] }),
      canBeReopened({ state: 'not_required', reason: 'дипломат', waitingNews: [] }),
    ]).toEqual([false, true])
    const waiting = (reason: string) => [{ kind: 'not_required', by: 'А. С.', at: '2026-05-05T10:10:00.000Z', reason } as const]
    expect([
      canBeReopened({ state: 'unknown', reason: null, waitingNews: waiting('citizen_of_kazakhstan') }),
      canBeReopened({ state: 'unknown', reason: null, waitingNews: waiting('дипломат') }),
      closings({ state: 'unknown', waitingNews: waiting('дипломат') }),
    ]).toEqual([false, true, ['filed_elsewhere']])
  })
})

it('J and K stop at the ends of the list and outside it', () => {
  const ids = ['a', 'b', 'c']
  expect([
    neighbour(ids, 'b', 1),
    neighbour(ids, 'b', -1),
    neighbour(ids, 'c', 1),
    neighbour(ids, 'a', -1),
    neighbour(ids, 'x', 1),
  ]).toEqual(['c', 'a', undefined, undefined, undefined])
})
