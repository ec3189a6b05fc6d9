import { ORPCError } from '@orpc/server'
import type Database from 'better-sqlite3'
import { StoreWriteError } from '#electron/store/write-error.ts'
import type { DeskLife } from './desk-life.ts'
import { Died } from './disk.ts'
import type { Scene } from './scene.ts'
import { count } from './tally.ts'

/** How an act ended for the person who did it. */
export type Ending<Value> =
  | { readonly kind: 'saved'; readonly value: Value }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly saved: 'no' | 'unknown' }
  | { readonly kind: 'died' }

/** One procedure of the desk, as a person calls it. Whatever else is thrown than an error of the contract or the disk is a mistake. */
export async function act<Value>(scene: Scene, name: string, work: () => Value | Promise<Value>): Promise<Ending<Value>> {
  scene.acts.push(scene.world.nowMs())
  count(scene.tally, `act: ${name.split(':')[0]}`)
  try {
    const value = await work()
    scene.tell(name)
    scene.checks.holds('own', true, () => '')
    return { kind: 'saved', value }
  } catch (error) {
    const ending = endingOf(error)
    if (ending === undefined) {
      const text = error instanceof Error ? `${error.name}: ${error.message} ${error.stack?.split('\n')[1] ?? ''}` : 'no error'
      scene.checks.holds('own', scene.life?.disk.isDead() ?? true, () => `${name} threw ${text}`)
      return { kind: 'died' }
    }
    const word =
      ending.kind === 'refused' ? `refused, ${ending.code}` : ending.kind === 'failed' ? `saved: ${ending.saved}` : 'died'
    scene.tell(`${name} – ${word}`)
    return ending
  }
}

function endingOf(error: unknown): Exclude<Ending<never>, { kind: 'saved' }> | undefined {
  if (error instanceof Died) return { kind: 'died' }
  if (error instanceof StoreWriteError) return { kind: 'failed', saved: error.saved }
  return error instanceof ORPCError ? { kind: 'refused', code: error.code } : undefined
}

const NOTICE_ROWS = `SELECT id, state, cause, version, revision, arrival_date, next_attempt_at, guest_id, after_guest_id, kind, sequence, stay_id
  FROM notification ORDER BY rowid`

export interface NoticeRow {
  readonly id: string
  readonly state: string
  readonly cause: string | null
  readonly version: number
  readonly revision: number
  readonly arrival_date: string
  readonly next_attempt_at: string | null
  readonly guest_id: string
  /** Goes when everything about that guest is settled. */
  readonly after_guest_id: string | null
  readonly kind: string
  readonly sequence: number
  readonly stay_id: string
}

interface Read {
  /** {@link Disk.writes} when it was read. */
  writes: number
  rows: readonly NoticeRow[]
  readonly statement: Database.Statement<[], NoticeRow>
}

/** Per connection: a register that was opened anew is read anew. */
const reads = new WeakMap<Database.Database, Read>()

/** Every notice on the file; the same array as long as nothing was written. */
export function noticeRows({ register, disk }: DeskLife): readonly NoticeRow[] {
  const { database } = register.store
  const read: Read = reads.get(database) ?? { writes: -1, rows: [], statement: database.prepare(NOTICE_ROWS) }
  reads.set(database, read)
  if (read.writes === disk.writes()) return read.rows
  read.rows = read.statement.all()
  read.writes = disk.writes()
  return read.rows
}

/** What is on the file about one notice, read by somebody else than the program. */
export function noticeRow(life: DeskLife, id: string): NoticeRow | undefined {
  return noticeRows(life).find((row) => row.id === id)
}
