import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barInWords } from '#renderer/screens/queue/outage-bar.tsx'
import {
  clockOf,
  MINUTES_OF_DAY,
  type OutageSpan,
  type SlowSpan,
  segmentsOf,
  silentMinutes,
} from '#renderer/screens/queue/outage-bar-segments.ts'
import { groupsOf, nextToFile, rowTowards, tableItems, turnsOf } from '#renderer/screens/queue/queue-groups.ts'
import { summaryInWords } from '#renderer/screens/queue/summary.ts'
import { wordsIn } from '../i18n/words.ts'
import { NOW, noticeOf, ONLINE, TODAY } from './notice.ts'

const lease = (isMine: boolean) => ({ by: 'А. С.', isMine, until: '2026-05-05T10:10:00.000Z' })
const many = (count: number) => Array.from({ length: count }, () => noticeOf())

describe('groups', () => {
  it('leave out who is not there, show a few of each, and the rest when asked', () => {
    const queue = { automatic: many(13), byHand: many(2), decision: [] }
    const shown = (opened: object) =>
      groupsOf(queue, 'migration-api', opened).map((group) => [group.name, group.shown.length, group.notices.length])
    expect(shown({})).toEqual([
      ['automatic', 4, 13],
      ['sign', 2, 2],
    ])
    expect(shown({ automatic: true })[0]).toEqual(['automatic', 13, 13])
  })

  it('give a lone group the room of three, and become one line each in the table', () => {
    const queue = { automatic: [], byHand: many(500), decision: [] }
    expect(groupsOf(queue, 'assisted-portal', {})[0]?.shown.length).toBe(12)
    const items = tableItems(groupsOf(queue, 'assisted-portal', { byHand: true }))
    expect([items.length, items[0]?.kind, items[1]?.id]).toEqual([501, 'head', queue.byHand[0]?.id])
  })

  it('keep the guest in view who is being filed, however far down', () => {
    const queue = { automatic: [], byHand: many(30), decision: many(1) }
    const [last] = queue.byHand.slice(-1)
    const shown = groupsOf(queue, 'assisted-portal', {}, last?.id ?? null)[0]?.shown ?? []
    expect([shown.length, shown.at(-1)?.id]).toEqual([5, last?.id])
  })

  it('know the place of each who goes by himself, and what has to be settled before', () => {
    const [first, earlier] = [noticeOf(), noticeOf({ kind: 'correction', sequence: 2, state: 'rejected' })]
    const later = noticeOf({ kind: 'departure', sequence: 3, guestId: earlier.guestId })
    const turnOf = turnsOf({ automatic: [first], byHand: many(1), decision: [earlier, later] })
    expect([first, earlier, later].map(({ id }) => turnOf(id))).toEqual([
      { place: 1, total: 1, behind: null },
      { place: null, total: 1, behind: null },
      { place: null, total: 1, behind: 'correction' },
    ])
  })
})

it('arrows walk the rows and stop at the ends', () => {
  const rows = many(3)
  const [first, second, last] = rows.map(({ id }) => id)
  const walk = (from: string | null | undefined, step: 1 | -1) => rowTowards(rows, from ?? null, step)?.id
  expect([walk(null, 1), walk(first, 1), walk(last, 1), walk(second, -1), walk(first, -1)]).toEqual([
    first,
    second,
    last,
    first,
    first,
  ])
  expect(rowTowards([], null, 1)).toBeUndefined()
})

it('the next to file is the most urgent whom nobody is busy with', () => {
  const taken = noticeOf({ state: 'leased', lease: lease(false) })
  const [done, mine, ready] = [noticeOf(), noticeOf({ state: 'leased', lease: lease(true) }), noticeOf({ state: 'handover' })]
  expect(nextToFile({ byHand: [taken, done, mine, ready] }, done.id)?.id).toBe(mine.id)
  expect(nextToFile({ byHand: [taken, done, ready] }, done.id)?.id).toBe(ready.id)
  expect(nextToFile({ byHand: [taken, done] }, done.id)).toBeUndefined()
})

it('the summary tells the truth about time', async () => {
  const words = await wordsIn('ru')
  const lanes = (...given: ('overdue' | 'today' | 'later')[]) =>
    summaryInWords(
      given.map((lane) => ({ lane })),
      words,
    )
  expect([
    lanes(),
    lanes('later'),
    lanes('later', 'today', 'today'),
    lanes('overdue', 'later'),
    lanes('overdue', 'today'),
  ]).toEqual([
    'Никто не ждёт.',
    'Ждёт 1. Ничего не потеряно, до сроков ещё есть время.',
    'Ждут 3. Ничего не потеряно; сегодня последний день у 2.',
    'Ждут 2. Ничего не потеряно; срок уже вышел у 1.',
    'Ждут 2. Ничего не потеряно; срок вышел у 1, сегодня последний день у 1.',
  ])
})

describe('the bar of the day', () => {
  const at = (time: string) => new Date(`2026-05-05T${time}:00+05:00`).toISOString()
  const bar = (
    outages: readonly OutageSpan[],
    connection: Parameters<typeof segmentsOf>[0]['connection'] = ONLINE,
    slow: readonly SlowSpan[] = [],
  ) => segmentsOf({ outages, slow, connection, now: NOW, today: TODAY, zone: 'Asia/Almaty' })

  it('puts outages where they were; one from yesterday begins at midnight, an open one ends now', async () => {
    const segments = bar([
      { startedAt: '2026-05-04T12:00:00.000Z', endedAt: at('00:50') },
      { startedAt: at('14:43'), endedAt: null },
    ])
    expect(segments.map(({ kind, from, to }) => `${kind} ${clockOf(from)}–${clockOf(to)}`)).toEqual([
      'fails 00:00–00:50',
      'works 00:50–14:43',
      'fails 14:43–15:02',
      'ahead 15:02–23:59',
    ])
    expect(silentMinutes(segments)).toBe(69)
    expect(barInWords(segments, await wordsIn('ru'))).toBe('За сутки служба не отвечала: 00:00–00:50, 14:43–сейчас')
  })

  it('shows an outage of seconds, and a service that asked to wait as a stretch of its own', () => {
    expect(bar([{ startedAt: NOW, endedAt: null }]).map(({ kind, from, to }) => [kind, to - from])).toEqual([
      ['works', 901],
      ['fails', 1],
      ['ahead', 538],
    ])
    expect(bar([], { state: 'held', since: at('14:52') }).map(({ kind, from, to }) => [kind, to - from])).toEqual([
      ['works', 892],
      ['held', 10],
      ['ahead', 538],
    ])
  })

  it('shows slow stretches where the service was there, and an outage in the middle of one as what it was', async () => {
    const slow = [
      { from: at('09:00'), until: at('09:20') },
      { from: at('14:00'), until: at('15:00') },
    ]
    const segments = bar([{ startedAt: at('14:30'), endedAt: at('14:40') }], ONLINE, slow)
    expect(segments.map(({ kind, from, to }) => `${kind} ${clockOf(from)}–${clockOf(to)}`)).toEqual([
      'works 00:00–09:00',
      'slow 09:00–09:20',
      'works 09:20–14:00',
      'slow 14:00–14:30',
      'fails 14:30–14:40',
      'slow 14:40–15:00',
      'works 15:00–15:02',
      'ahead 15:02–23:59',
    ])
    expect(barInWords(segments, await wordsIn('ru'))).toBe(
      'За сутки служба не отвечала: 14:30–14:40. Медленно отвечала: 09:00–09:20, 14:00–14:30, 14:40–15:00',
    )
  })

  it('always covers the whole day without a gap or an overlap', () => {
    const instant = fc
      .integer({ min: -600, max: 2100 })
      .map((minute) => new Date(Date.parse(at('00:00')) + minute * 60_000).toISOString())
    const outage = fc.record({ startedAt: instant, endedAt: fc.option(instant) })
    const slowSpan = fc.record({ from: instant, until: instant })
    fc.assert(
      fc.property(
        fc.array(outage, { maxLength: 6 }),
        fc.array(slowSpan, { maxLength: 6 }),
        fc.integer({ min: 0, max: MINUTES_OF_DAY - 1 }),
        (outages, slow, minute) => {
          const now = new Date(Date.parse(at('00:00')) + minute * 60_000).toISOString()
          const segments = segmentsOf({ outages, slow, connection: ONLINE, now, today: TODAY, zone: 'Asia/Almaty' })
          let end = 0
          for (const { from, to } of segments) {
            expect(from).toBe(end)
            expect(to).toBeGreaterThan(from)
            end = to
          }
          expect(end).toBe(MINUTES_OF_DAY)
        },
      ),
    )
  })
})
