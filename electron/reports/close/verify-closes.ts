import type { Register } from '#electron/desk/register.ts'
import type { BusinessDayRecord } from '#electron/store/rows/business-days.ts'
import { sqliteCodeOf } from '#electron/store/write-error.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { closeNumber } from '#shared/domain/close-number.ts'
import { CLOSED, FILE_MADE } from './actions.ts'
import { BEFORE_THE_FIRST, closeHash } from './close-hash.ts'
import { fileKeyOf, ORIGINAL_FORMAT, openFile, sha256Of } from './original-file.ts'
import { isSignedBy } from './signing-key.ts'
import { omissionsOf, openPerson } from './snapshot.ts'

export interface ClosesVerdict {
  readonly closes: number
  /**
   * `2026-125: hash` – number and what does not fit; empty = every close is as it was signed. `hash`: a column was changed. `signature`.
   * `key`: not signed with this installation's key. `order`: a day is missing, twice or misnumbered. `chain`: does not follow the close
   * before. `audit_head`: the entry it vouches for is gone or another one. `people`: what was sealed is gone, changed or exchanged. `file`: the
   * stored file is not the one on record, or gone. `recorded`: the audit trail does not name it. `removed`: the audit trail names a close that
   * is not there.
   */
  readonly broken: readonly string[]
}

/**
 * Reads every close once, oldest first, one at a time. Whether the audit chain itself is whole is said elsewhere. What cannot be read – a
 * page, a column with a word no program wrote – is a finding as well. Changes nothing.
 */
export function verifyCloses(register: Register): ClosesVerdict {
  try {
    return readAll(register)
  } catch (error) {
    const kind = sqliteCodeOf(error) ?? (error instanceof Error ? error.name : 'unknown')
    return { closes: 0, broken: [`unreadable: ${kind}`] }
  }
}

function readAll(register: Register): ClosesVerdict {
  const { rows, store } = register
  const ownKey = rows.signingKey.find()?.publicKey
  const recorded = recordedHashes(register, CLOSED, 'hash')
  const recordedFiles = recordedHashes(register, FILE_MADE, 'sha256')
  const broken: string[] = []
  let closes = 0
  let before: BusinessDayRecord | undefined
  for (let close = rows.businessDays.next(null); close !== undefined; close = rows.businessDays.next(close.date)) {
    closes++
    const { number, hash, publicKey, signature } = close
    const isInOrder =
      close.number === closeNumber(close.date) && (before === undefined || addDays(before.date, 1) === close.date)
    const checks: Readonly<Record<string, boolean>> = {
      order: isInOrder,
      chain: close.previousHash === (before?.hash ?? BEFORE_THE_FIRST),
      hash: closeHash(close) === hash,
      key: ownKey?.equals(publicKey) === true,
      signature: isSignedBy(publicKey, hash, signature),
      audit_head: close.auditSequence === 0 || store.audit.hashAt(close.auditSequence) === close.auditHead,
      people: arePeopleWhole(register, close),
      file: isFileWhole(register, close, recordedFiles.get(close.id)),
      recorded: recorded.get(close.id) === hash,
    }
    for (const [what, isRight] of Object.entries(checks)) if (!isRight) broken.push(`${number}: ${what}`)
    recorded.delete(close.id)
    before = close
  }
  for (const id of recorded.keys()) broken.push(`${id}: removed`)
  return { closes, broken }
}

/** The hash each close, or its file, had when it was recorded, by the id of the close. */
function recordedHashes({ store }: Register, action: string, detail: string): Map<string, unknown> {
  const entries = store.audit.entriesOfAction(action)
  return new Map(entries.map(({ subject, details }) => [subject ?? '', details?.[detail]]))
}

/** The file of a close with an erased guest cannot be opened; that its hash is the one on record is all there is to know. */
function isFileWhole({ rows, store }: Register, close: BusinessDayRecord, recorded: unknown): boolean {
  const file = rows.businessDayFiles.find(close.id, ORIGINAL_FORMAT)
  if (file === undefined || file.sha256 !== recorded) return file === undefined && recorded === undefined
  try {
    const key = fileKeyOf(close, rows.businessDays.persons(close.id), store.stayKeys)
    const bytes = key === undefined ? undefined : openFile(key, file, file.sealedContent)
    return key === undefined || (bytes !== undefined && sha256Of(bytes) === file.sha256)
  } catch (error) {
    if (sqliteCodeOf(error) !== undefined) throw error
    // Said of the people.
    return true
  }
}

/** Erased people cannot be opened and are as whole as they can be. */
function arePeopleWhole({ rows, store }: Register, close: BusinessDayRecord): boolean {
  const sealed = rows.businessDays.persons(close.id)
  try {
    const omitted = omissionsOf(close.body)
    for (const [position, omission] of omitted.entries()) openPerson(close.id, omission, sealed[position], store.stayKeys)
    return sealed.length === omitted.length
  } catch (error) {
    // Whatever the parts were made into: they are no longer what was signed.
    if (sqliteCodeOf(error) !== undefined) throw error
    return false
  }
}
