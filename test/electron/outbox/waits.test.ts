import { expect, it } from 'vitest'
import { createWaits } from '#electron/outbox/waits.ts'
import { manualClock } from '../../support/ports.ts'

it('waits run on the monotonic clock, wherever the wall clock jumps', () => {
  const clock = manualClock()
  const waits = createWaits(clock)
  waits.set('a', 60_000, false)
  waits.set('b', 30_000, true)
  clock.setWallTime('2028-01-01T00:00:00.000Z')
  expect([waits.isWaiting('a'), waits.nextMs(), waits.count()]).toEqual([true, 30_000, 2])
  clock.setWallTime('1970-01-01T00:00:00.000Z')
  clock.advance(30_000)
  expect([waits.isWaiting('a'), waits.isWaiting('b'), waits.nextMs()]).toEqual([true, false, 30_000])
  clock.advance(30_000)
  expect([waits.isWaiting('a'), waits.nextMs(), waits.count()]).toEqual([false, null, 0])
})

it('a wait of the line is told from a notice’s own, and either ends when it is ended', () => {
  const waits = createWaits(manualClock())
  waits.set('line', 60_000, false)
  waits.set('own', 60_000, true)
  expect(waits.onTheLine()).toEqual(['line'])
  waits.end('own')
  waits.set('line', 0, false)
  expect(waits.count()).toBe(0)
})
