import { ORPCError } from '@orpc/server'
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

export interface NoticeRow {
  readonly id: string
  readonly state: string
  readonly cause: string | null
  readonly version: number
  readonly revision: number
  readonly arrival_date: string
  readonly next_attempt_at: string | null
  readonly guest_id: string
  readonly kind: string
  readonly sequence: number
  readonly stay_id: string
}

export function noticeRows(life: DeskLife): readonly NoticeRow[] {
  return life.register.store.database
    .prepare<[], NoticeRow>(
      'SELECT id, state, cause, version, revision, arrival_date, next_attempt_at, guest_id, kind, sequence, stay_id FROM notification ORDER BY rowid',
    )
    .all()
}

/** What is on the file about one notice, read by somebody else than the program. */
export function noticeRow(life: DeskLife, id: string): NoticeRow | undefined {
  return noticeRows(life).find((row) => row.id === id)
}
