import { setImmediate as nextTurn } from 'node:timers/promises'

/** Something that will happen. `owner` = the process it happens to; `null` = the world outside. */
interface Entry {
  dueMs: number
  readonly order: number
  readonly owner: object | null
  readonly run: () => void
}

/** Virtual time with one list of what will happen. Nothing here ever waits in real time. */
export interface World {
  /** True time since the beginning, in milliseconds; a PC may believe something else. */
  nowMs(): number
  /** Answers how to take it back. */
  schedule(delayMs: number, owner: object | null, run: () => void): () => void
  /** Everything of that process is forgotten: it is dead. */
  forget(owner: object): void
  /** The process stands still until then: what it waits for comes late by so much (a stopped clock), or at the end at once. */
  suspend(owner: object, forMs: number, isClockStopped: boolean): void
  /** Something is on its way outside of any process: a delivery that comes late. */
  isAnythingUnderWay(): boolean
  /** Lets time pass, or less of it when `isDone` says so after something has happened. */
  run(forMs: number, isDone?: () => boolean): Promise<void>
  /** Lets promises settle. */
  settle(): Promise<void>
  /** To be called after everything that happened. */
  onStep: () => void
  /** Something moves over a real socket: time stands still until it ends, or waits for its time. */
  realBegins(): void
  realEnds(): void
}

export function createWorld(): World {
  let trueMs = 0
  let order = 0
  const entries = new Set<Entry>()
  let real = 0
  let onQuiet: (() => void) | null = null

  function first(): Entry | undefined {
    let earliest: Entry | undefined
    for (const entry of entries) {
      if (
        earliest === undefined ||
        entry.dueMs < earliest.dueMs ||
        (entry.dueMs === earliest.dueMs && entry.order < earliest.order)
      )
        earliest = entry
    }
    return earliest
  }

  const world: World = {
    onStep: () => undefined,
    realBegins: () => void real++,
    realEnds() {
      if (--real > 0) return
      const waiting = onQuiet
      onQuiet = null
      waiting?.()
    },
    nowMs: () => trueMs,
    schedule(delayMs, owner, run) {
      const entry: Entry = { dueMs: trueMs + Math.max(0, Math.ceil(delayMs)), order: order++, owner, run }
      entries.add(entry)
      return () => void entries.delete(entry)
    },
    forget(owner) {
      for (const entry of entries) if (entry.owner === owner) entries.delete(entry)
    },
    suspend(owner, forMs, isClockStopped) {
      for (const entry of entries) {
        if (entry.owner === owner) entry.dueMs = isClockStopped ? entry.dueMs + forMs : Math.max(entry.dueMs, trueMs + forMs)
      }
    },
    isAnythingUnderWay: () => [...entries].some(({ owner }) => owner === null),
    async run(forMs, isDone = () => false) {
      const untilMs = trueMs + forMs
      await world.settle()
      world.onStep()
      for (;;) {
        if (isDone()) return
        const next = first()
        if (next === undefined || next.dueMs > untilMs) break
        entries.delete(next)
        trueMs = Math.max(trueMs, next.dueMs)
        next.run()
        await world.settle()
        world.onStep()
      }
      trueMs = untilMs
    },
    async settle() {
      await nextTurn()
      while (real > 0) {
        const { promise, resolve } = Promise.withResolvers<void>()
        onQuiet = resolve
        await promise
        await nextTurn()
      }
    },
  }
  return world
}
