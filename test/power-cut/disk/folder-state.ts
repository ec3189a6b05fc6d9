import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { FolderState } from './disk-image.ts'

/** The shared memory of the log: whoever opens the register first makes it anew. */
export function isSharedMemory(path: string): boolean {
  return path.endsWith('-shm')
}

/** A folder as it lies on disk now, its paths told as if it lay at `root`. */
export function readFolder(directory: string, root = directory): FolderState {
  const state = new Map<string, Buffer>()
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name)
    const path = join(root, relative(directory, file))
    if (entry.isDirectory()) state.set(`${path}/`, Buffer.alloc(0))
    else state.set(path, readFileSync(file))
  }
  return state
}

/** Lays a state out in another folder. Files are owner-only, as the desk makes them. */
export function writeFolder(state: FolderState, root: string, into: string): void {
  mkdirSync(into, { recursive: true, mode: 0o700 })
  for (const [path, content] of state) {
    const target = join(into, relative(root, path))
    if (path.endsWith('/')) mkdirSync(target, { recursive: true, mode: 0o700 })
    else {
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
      writeFileSync(target, content, { mode: 0o600 })
    }
  }
}

/** Where two states of one folder differ, by path; shared memory aside. Empty = they are the same. */
export function differencesOf(a: FolderState, b: FolderState): string[] {
  const paths = new Set([...a.keys(), ...b.keys()].filter((path) => !isSharedMemory(path)))
  return [...paths].filter((path) => {
    const [here, there] = [a.get(path), b.get(path)]
    return here === undefined || there === undefined || !here.equals(there)
  })
}
