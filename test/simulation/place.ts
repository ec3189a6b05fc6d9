import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Place } from './schedule.ts'
import { makeTemplate } from './template.ts'

/** Folders of schedules, in memory where the system has such a place: a sync is then quick, and is still asked for. */
export interface Places {
  next(): Place
  /** Done with one. */
  leave(place: Place): void
  close(): void
}

const IN_MEMORY = '/dev/shm'

export function openPlaces(): Places {
  const root = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'qabyl-simulation-'))
  const template = makeTemplate(join(root, 'template'))
  let number = 0
  return {
    next: () => ({ template, directory: join(root, String(number++)) }),
    leave: ({ directory }) => rmSync(directory, { recursive: true, force: true }),
    close: () => rmSync(root, { recursive: true, force: true }),
  }
}
