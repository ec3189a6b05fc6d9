import { onTestFinished, vi } from 'vitest'
import type { Store } from '#electron/store/store.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { testPorts } from '../../../support/ports.ts'
import { type DeskUnderTest, startedProcess } from '../../desk/desk-under-test.ts'

const TICK_MS = 15_000

/** The desk looks at the time by itself, when the test says so. To be called before the desk starts. */
export function handMovedTicks(): () => void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  return () => vi.advanceTimersByTime(TICK_MS)
}

/** Files of closed days are made in a moment: does `what` and lets that moment pass. What is then being made is finished when the desk stops. */
export async function letFilesBeMade<T>(what: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const done = await what()
    vi.advanceTimersByTime(2000)
    return done
  } finally {
    vi.useRealTimers()
  }
}

/** The same folder, opened again by a PC that shows `startsAt`. */
export async function switchedOn(
  desk: DeskUnderTest,
  startsAt: IsoInstant,
  options: Parameters<typeof startedProcess>[0] = {},
): Promise<DeskUnderTest> {
  await desk.process.stop()
  // Another run of the program draws other ids.
  const ports = testPorts({ startsAt, seed: Date.parse(startsAt) % 2 ** 31 })
  return { ...(await startedProcess({ directory: desk.directory, ports, ...options })), ports }
}

export async function closedDays(desk: DeskUnderTest) {
  const { closed } = await desk.at('back').report.days()
  return closed.map(({ date, number, mode, closedAt }) => ({ date, number, mode, closedAt })).toReversed()
}

export function storeOf(desk: DeskUnderTest): Store {
  return desk.desk().register.store
}

/** Past every guard of the schema, as somebody with the key of the file could. */
export function damage(store: Store, sql: string): void {
  const guards = store.database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const guard of guards) store.database.exec(`DROP TRIGGER ${guard}`)
  store.database.exec(`PRAGMA foreign_keys = OFF; ${sql}; PRAGMA foreign_keys = ON`)
}
