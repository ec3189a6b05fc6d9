import { existsSync, mkdtempSync, realpathSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const ROOM_BYTES = 512 * 1024 * 1024

/** A folder for thousands of short-lived registers: in memory where there is room, because nothing here needs to last. */
export function makeWorkDirectory(name: string): string {
  return realpathSync(mkdtempSync(join(hasRoom(MEMORY) ? MEMORY : tmpdir(), `qabyl-${name}-`)))
}

function hasRoom(directory: string): boolean {
  if (!existsSync(directory)) return false
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize > ROOM_BYTES
}
