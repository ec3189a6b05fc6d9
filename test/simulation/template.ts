import { copyFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setUpProperty } from '#electron/desk/set-up-property.ts'
import { idMaker } from '#electron/desk/system-ports.ts'
import { sampleProperty } from '#electron/desk/training/sample-property.ts'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { openStore } from '#electron/store/open-store.ts'
import type { Logger, Ports } from '#electron/store/ports.ts'
import { BEGINNING_MS } from './pc-clock.ts'

export const KEY = Buffer.alloc(32, 7)

export const SILENT: Logger = { debug: silent, info: silent, warn: silent, error: silent }
function silent(): undefined {
  return undefined
}

/** Files of a register as another process would find them after a kill -9; the shared memory is made anew. */
const FILES = ['register.db', 'register.db-wal'] as const

/** A folder that has been set up, made once: every schedule begins with a copy of it. */
export function makeTemplate(directory: string): string {
  const random = seededRandom(1)
  const randomBytes = (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
  const clock = { now: () => BEGINNING_MS, monotonicMs: () => 0 }
  const ports: Ports = { clock, random, randomBytes, newId: idMaker(clock, randomBytes) }
  const opened = openStore({ directory, key: KEY, ports, logger: SILENT })
  if (!opened.ok) throw new Error(opened.error.message)
  setUpProperty(opened.value, sampleProperty('ru'))
  opened.value.close()
  return directory
}

export function copyRegister(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const file of FILES) if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file))
}

/**
 * Takes the files of a dead process away to another folder as they are, and lets go of them: SQLite does not touch a register that is
 * no longer where it was opened.
 */
export function takeAway(from: string, to: string, letGo: () => void): void {
  const [register, log] = FILES
  mkdirSync(to, { recursive: true })
  renameSync(join(from, register), join(to, register))
  const size = sizeOf(join(from, log))
  letGo()
  if (sizeOf(join(from, log)) !== size) throw new Error('Letting go of a dead register wrote to it')
  if (size !== undefined) renameSync(join(from, log), join(to, log))
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size
}

export function registerFile(directory: string): string {
  return join(directory, 'register.db')
}
