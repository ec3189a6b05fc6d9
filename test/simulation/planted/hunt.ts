import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Promised } from '../checks.ts'
import { playInPool } from '../pool.ts'
import type { PlantedBug } from './bugs.ts'

export interface Hunt {
  readonly bug: PlantedBug
  /** Schedules played until it was found; `null` = not found. */
  readonly schedules: number | null
  readonly caughtBy: Promised | null
  readonly seconds: number
}

const PLANT = new URL('plant.ts', import.meta.url).href

/** Plays schedules from seed 1 against the sources with the bug in them until a promise breaks that it is to break. */
export async function hunt(bug: PlantedBug, workers: number): Promise<Hunt> {
  const startedAt = performance.now()
  let found: { readonly seed: number; readonly caughtBy: Promised } | null = null
  await playInPool({
    workers,
    seeds: countFrom(1, bug.within),
    chunkSize: 4,
    forMs: Number.POSITIVE_INFINITY,
    isEnough: () => found !== null,
    execArgv: ['--import', PLANT],
    env: { QABYL_PLANTED_BUG: bug.name },
    onDone({ totals }) {
      for (const { seed, violations } of totals.failures) {
        const caught = violations.find(({ promise }) => bug.caughtBy.includes(promise))
        if (caught !== undefined && (found === null || seed < found.seed)) found = { seed, caughtBy: caught.promise }
      }
    },
  })
  const { seed = null, caughtBy = null } = found ?? {}
  return { bug, schedules: seed, caughtBy, seconds: (performance.now() - startedAt) / 1_000 }
}

/** Tells the story of a seed with the bug in the sources, and its shrunk form. */
export function replayPlanted(bug: PlantedBug, seed: number): void {
  const file = fileURLToPath(new URL('../run-simulation.ts', import.meta.url))
  spawnSync(process.execPath, ['--import', PLANT, file, '--replay', String(seed)], {
    env: { ...process.env, QABYL_PLANTED_BUG: bug.name },
    stdio: 'inherit',
  })
}

function* countFrom(first: number, times: number): Generator<number> {
  for (let seed = first; seed < first + times; seed++) yield seed
}
