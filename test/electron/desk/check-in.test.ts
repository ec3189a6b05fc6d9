import { describe, expect, it } from 'vitest'
import { checkedIn, startedDesk } from './desk-under-test.ts'

describe('check-in', () => {
  it('puts a complete guest into the queue with both legal dates and what to act on', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    expect(notice).toMatchObject({
      displayName: 'Müller Anna',
      state: 'ready',
      strictDue: '2026-11-25',
      latestDue: '2026-11-26',
      channelCutoff: '2026-11-25',
      actBy: '2026-11-25',
      revision: 1,
      lane: 'later',
    })
    const board = await desk.client.board.get()
    expect(board.lanes.later.map(({ id }) => id)).toEqual([notice.id])
  })
})
