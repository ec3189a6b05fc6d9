import { expect, it } from 'vitest'
import { journalInWords, outageRows } from '#renderer/screens/queue/outage-rows.ts'
import type { OutageJournal } from '#shared/contract/line-schemas.ts'
import { wordsIn } from '../i18n/words.ts'
import { NOW, standingOf } from './notice.ts'

const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const outage = (from: number, to: number | null, more: Partial<OutageJournal['outages'][number]> = {}) => ({
  id: `01890000-0000-7000-8000-${String(10_000 - from).padStart(12, '0')}`,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
  cause: 'refused' as const,
  dueThen: 0,
  missed: 0,
  ...more,
})

it('tells start, end, length, cause, and what became of the deadlines', async () => {
  const journal: OutageJournal = {
    from: at(-30 * 24 * 60),
    until: NOW,
    outages: [
      outage(-19, null, { dueThen: 4 }),
      outage(-24 * 60, -24 * 60 + 130, { cause: 'server_error', dueThen: 2, missed: 1 }),
      outage(-3000, -2990, { cause: 'dns', dueThen: 1 }),
      outage(-4000, -4000),
    ],
  }
  const words = await wordsIn('ru')
  const told = outageRows(journal, standingOf(), words).map(({ start, end, length, cause, due, outcome }) =>
    [start, end, length, cause, due, outcome?.text].filter(Boolean).join(' | '),
  )
  expect(told).toEqual([
    'сегодня, 14:43 | ещё длится | 19 мин | служба не открыла соединение | последний день у 4 уведомлений | ещё успеваем',
    'вчера, 15:02 | вчера, 17:12 | 2 ч 10 мин | сбой на стороне службы | последний день у 2 уведомлений | 1 срок сорван: это доказательство',
    '3 мая, 13:02 | 3 мая, 13:12 | 10 мин | адрес службы не найден | последний день у 1 уведомления | все успели',
    '2 мая, 20:22 | 2 мая, 20:22 | 1 мин | служба не открыла соединение | сроков не задело',
  ])
  expect(journalInWords(journal, 30, words)).toBe('4 обрыва за 30 дней, без ответа 2 ч 40 мин.')
  expect(journalInWords({ ...journal, outages: [] }, 7, words)).toBe('Обрывов за 7 дней не было.')
})

it('counts of an outage that began before the period only what lies in it', async () => {
  const journal: OutageJournal = { from: at(-60), until: NOW, outages: [outage(-600, -30)] }
  expect(journalInWords(journal, 1, await wordsIn('ru'))).toBe('1 обрыв за 1 день, без ответа 30 мин.')
})
