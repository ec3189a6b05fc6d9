import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { journalSpans } from '#electron/reports/evidence/journal-spans.ts'

const CLOSES = [
  { number: '2026-001', auditSequence: 4 },
  { number: '2026-002', auditSequence: 5 },
  { number: '2026-003', auditSequence: 9 },
]
const span = (first: number, last: number, afterClose: string | null, upToClose: string | null) => ({
  first,
  last,
  afterClose,
  upToClose,
})

describe('the stretches of the journal that prove entries', () => {
  it('are whole days, from the head one close signed to that of the next', () => {
    expect(journalSpans(CLOSES, 12, { entries: [7], whole: [] })).toEqual([span(6, 9, '2026-002', '2026-003')])
    expect(journalSpans(CLOSES, 12, { entries: [1], whole: [] })).toEqual([span(1, 4, null, '2026-001')])
  })

  it('are joined where days follow each other, and apart where a day says nothing', () => {
    expect(journalSpans(CLOSES, 12, { entries: [5, 2], whole: [] })).toEqual([span(1, 5, null, '2026-002')])
    expect(journalSpans(CLOSES, 12, { entries: [2, 11], whole: [] })).toEqual([
      span(1, 4, null, '2026-001'),
      span(10, 12, '2026-003', null),
    ])
  })

  it('leave out nothing of the time in which the duty was open', () => {
    expect(journalSpans(CLOSES, 12, { entries: [2, 11], whole: [{ first: 2, last: 11 }] })).toEqual([span(1, 12, null, null)])
  })

  it('begin with the first entry and end with the newest where nothing was ever closed', () => {
    expect(journalSpans([], 3, { entries: [2], whole: [] })).toEqual([span(1, 3, null, null)])
    expect(journalSpans([], 0, { entries: [], whole: [] })).toEqual([])
  })

  it('hold what is wanted, rise without touching, and stand on closes, for any journal', () => {
    const journals = fc.record({ days: fc.array(fc.nat(5), { maxLength: 12 }), tail: fc.nat(5) }).chain(({ days, tail }) => {
      let sequence = 0
      const closes = days.map((entries, day) => {
        sequence += entries
        return { number: String(day), auditSequence: sequence }
      })
      const last = sequence + tail
      const entry = fc.integer({ min: 1, max: Math.max(1, last) })
      const wanted = last === 0 ? fc.constant([]) : fc.array(entry, { maxLength: 6 })
      return fc.record({ closes: fc.constant(closes), last: fc.constant(last), entries: wanted, ends: fc.tuple(entry, entry) })
    })
    fc.assert(
      fc.property(journals, ({ closes, last, entries, ends }) => {
        const whole = last === 0 ? [] : [{ first: Math.min(...ends), last: Math.max(...ends) }]
        const spans = journalSpans(closes, last, { entries, whole })
        const isIn = (entry: number) => spans.some((one) => entry >= one.first && entry <= one.last)
        for (const entry of entries) expect(isIn(entry)).toBe(true)
        for (const { first, last: end } of whole) for (let entry = first; entry <= end; entry++) expect(isIn(entry)).toBe(true)
        for (const [place, one] of spans.entries()) {
          expect(one.first).toBeLessThanOrEqual(one.last)
          expect(one.first).toBeGreaterThan((spans[place - 1]?.last ?? -1) + 1)
          const before = closes.find(({ number }) => number === one.afterClose)?.auditSequence ?? 0
          expect(one.first).toBe(before + 1)
          expect(one.last).toBe(closes.find(({ number }) => number === one.upToClose)?.auditSequence ?? last)
        }
      }),
    )
  })
})
