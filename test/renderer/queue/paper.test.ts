import { describe, expect, it } from 'vitest'
import { candidatesOf, urgentOf } from '#renderer/screens/queue/paper/candidates.ts'
import { readStamp } from '#renderer/screens/queue/paper/read-stamp.ts'
import { EMPTY_STAMP, withException } from '#renderer/screens/queue/paper/stamp-draft.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { noticeOf } from './notice.ts'

const TODAY = calendarDate('2026-05-05')
const ON_LIST = {
  listId: '0190b0c0-0000-7000-8000-00000000000a',
  number: '2026-001',
  madeAt: '2026-05-05T05:00:00Z',
  by: 'Айгерим С.',
}

const guest = (id: string, given: Partial<Notice> = {}) => noticeOf({ id, guestId: `guest-${id}`, displayName: id, ...given })

describe('who can go on a covering list', () => {
  it('is complete, here, in nobody’s hands, on no list, and has nothing before it; most urgent first', () => {
    const queue = {
      byHand: [
        guest('later', { state: 'handover', actBy: calendarDate('2026-05-08'), lane: 'later' }),
        guest('first', { actBy: calendarDate('2026-05-05'), lane: 'today' }),
        guest('held', { state: 'leased' }),
        guest('listed', { state: 'handover', paper: ON_LIST }),
        guest('expected', { arrivalAt: '2026-05-06T10:00' }),
      ],
      automatic: [
        guest('by itself', { actBy: calendarDate('2026-05-04'), lane: 'overdue' }),
        guest('sending', { state: 'sending' }),
        guest('extension', { guestId: 'guest-first', kind: 'extension', sequence: 2 }),
      ],
      decision: [guest('refused', { state: 'rejected' })],
    }
    const candidates = candidatesOf(queue, TODAY)
    expect(candidates.map(({ id }) => id)).toEqual(['by itself', 'first', 'later'])
    expect(urgentOf(candidates).map(({ id }) => id)).toEqual(['by itself', 'first'])
  })
})

describe('a stamp as typed', () => {
  const waiting = [
    guest('a', { strictDue: calendarDate('2026-05-04'), latestDue: calendarDate('2026-05-05') }),
    guest('b', { strictDue: calendarDate('2026-05-06'), latestDue: calendarDate('2026-05-07') }),
  ]
  const context = { today: TODAY, madeOn: calendarDate('2026-05-02'), reading: 'strict' as const, waiting }
  const read = (typed: Partial<typeof EMPTY_STAMP>, given = {}) =>
    readStamp({ ...EMPTY_STAMP, ...typed }, { ...context, ...given })

  it('is of today until somebody types another day', () => {
    expect(read({ stampNumber: 'ВХ-1' })).toMatchObject({ stampedOn: TODAY, dayProblem: null, isComplete: true })
    expect(read({ stampNumber: 'ВХ-1', stampedOn: '03.05.2026' }).stampedOn).toBe('2026-05-03')
  })

  it.each([
    ['06.05.2026', 'in_future'],
    ['01.05.2026', 'stamp_before_list'],
    ['32.05.2026', 'not_a_date'],
    ['', 'not_a_date'],
  ])('%j is %s', (stampedOn, dayProblem) => {
    expect(read({ stampNumber: 'ВХ-1', stampedOn })).toMatchObject({ dayProblem, isComplete: false })
  })

  it('names those it comes too late for, by the reading of the property, but for who was not taken', () => {
    const late = (typed: Partial<typeof EMPTY_STAMP>, given = {}) => read(typed, given).late.map(({ id }) => id)
    expect(late({})).toEqual(['a'])
    expect(late({}, { reading: 'latest' })).toEqual([])
    expect(late({ exceptions: { a: { outcome: 'refused', reason: 'нет' } } })).toEqual([])
  })

  it('needs a number or a file while anybody was taken, and a reason for each who was not', () => {
    const exceptions = { a: { outcome: 'refused' as const, reason: 'дата' } }
    const all = { ...exceptions, b: { outcome: 'not_handed_in' as const, reason: 'копия' } }
    expect(
      [
        {},
        { stampNumber: '  ' },
        { file: new File(['x'], 'a.jpg') },
        { stampNumber: 'ВХ-1', exceptions: { a: { outcome: 'refused' as const, reason: ' ' } } },
        { stampNumber: 'ВХ-1', exceptions },
        { exceptions: all },
        { exceptions: all, file: new File(['x'], 'a.jpg') },
        // Somebody who is not on the list any more.
        { stampNumber: 'ВХ-1', exceptions: { gone: { outcome: 'refused' as const, reason: '' } } },
      ].map((typed) => read(typed).isComplete),
    ).toEqual([false, false, true, false, true, true, false, true])
  })

  it('says who was not taken until he was after all', () => {
    const one = withException(EMPTY_STAMP, 'a', { outcome: 'refused', reason: 'дата' })
    const two = withException(one, 'b', { outcome: 'not_handed_in', reason: '' })
    expect(withException(two, 'b', null)).toEqual({
      ...EMPTY_STAMP,
      exceptions: { a: { outcome: 'refused', reason: 'дата' } },
    })
  })
})
