import type { Actor } from '#shared/domain/actor.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { framedHash } from './framed-hash.ts'
import { instantNow } from './ports.ts'
import type { SealPurpose } from './stay-keys.ts'
import type { Store } from './store.ts'

export type AuditDetails = Readonly<Record<string, unknown>>

export interface AuditEntryInput {
  readonly actor: Actor
  /** What was done, `noun.verb`: `stay.checked_in`, `notice.set_not_required`. */
  readonly action: string
  /** Id of what it was done to; `null` = the folder as a whole. */
  readonly subject: string | null
  /** Set whenever the details say anything about a guest: they are sealed with that stay's key. */
  readonly stayId: string | null
  /** JSON. With `stayId: null` it must hold nothing personal. */
  readonly details: AuditDetails
}

export interface AuditEntry {
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number
  readonly at: IsoInstant
  readonly actorId: string
  readonly actorName: string
  readonly action: string
  readonly subject: string | null
  readonly stayId: string | null
  /** `null` when the stay was erased. */
  readonly details: AuditDetails | null
  readonly hash: string
}

export interface AuditVerdict {
  readonly entries: number
  /** Sequence of the first entry that does not fit; `null` = the chain is whole. */
  readonly brokenAt: number | null
  /** Hash of the last entry: kept elsewhere (end-of-day snapshot, evidence pack) it also proves that no tail was cut off. */
  readonly head: string
}

/**
 * Append-only record of who did what. Each hash covers the one before, so no entry can be changed, removed or put in between
 * without the rest failing to fit. It does not stop someone who holds the file's key from writing the whole chain anew.
 */
export interface AuditChain {
  /** Must run inside the transaction of the fact it records. */
  append(entry: AuditEntryInput): void
  /** Recomputes every hash, oldest first, without loading the chain into memory. */
  verify(): AuditVerdict
  /** The newest entry; before the first, 0 and 64 zeros. */
  head(): { readonly sequence: number; readonly hash: string }
  /** The hash kept at an entry, not recomputed; `undefined` when there is no such entry. */
  hashAt(sequence: number): string | undefined
  /** Oldest first. Throws `SealBrokenError` when details were changed on disk. */
  entriesOf(subject: string): AuditEntry[]
  /** Every entry of one action, oldest first. Reads the whole chain. Throws like {@link entriesOf}. */
  entriesOfAction(action: string): AuditEntry[]
}

interface AuditRow {
  readonly sequence: number
  readonly property_id: string
  readonly at: string
  readonly actor_id: string
  readonly actor_name: string
  readonly action: string
  readonly subject: string | null
  readonly stay_id: string | null
  readonly details: Buffer
  readonly previous_hash: string
  readonly hash: string
}

const BEFORE_THE_FIRST = '0'.repeat(64)
const COLUMNS = 'sequence, property_id, at, actor_id, actor_name, action, subject, stay_id, details, previous_hash, hash'

export function createAuditChain(
  store: Pick<Store, 'database' | 'statement' | 'ports' | 'propertyId' | 'stayKeys' | 'timed'>,
): AuditChain {
  const last = store.statement<{ sequence: number; hash: string }>(
    'audit.last',
    'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
  )
  const insert = store.statement(
    'audit.append',
    `INSERT INTO audit (${COLUMNS}) VALUES
     (@sequence, @property_id, @at, @actor_id, @actor_name, @action, @subject, @stay_id, @details, @previous_hash, @hash)`,
  )
  const hashBySequence = store.statement<{ hash: string }>('audit.hash_at', 'SELECT hash FROM audit WHERE sequence = ?')
  const bySubject = store.statement<AuditRow>(
    'audit.by_subject',
    `SELECT ${COLUMNS} FROM audit WHERE subject = ? ORDER BY sequence`,
  )
  const byAction = store.statement<AuditRow>(
    'audit.by_action',
    `SELECT ${COLUMNS} FROM audit WHERE action = ? ORDER BY sequence`,
  )

  const head = () => last.get() ?? { sequence: 0, hash: BEFORE_THE_FIRST }

  function entryOf(row: AuditRow): AuditEntry {
    const bytes = row.stay_id === null ? row.details : store.stayKeys.open(row.stay_id, purposeOf(row.sequence), row.details)
    return {
      sequence: row.sequence,
      at: row.at,
      actorId: row.actor_id,
      actorName: row.actor_name,
      action: row.action,
      subject: row.subject,
      stayId: row.stay_id,
      details: bytes === undefined ? null : (JSON.parse(bytes.toString('utf8')) as AuditDetails),
      hash: row.hash,
    }
  }

  return {
    append({ actor, action, subject, stayId, details }) {
      if (!store.database.inTransaction) throw new Error('An audit entry belongs to the transaction of what it records.')
      const previous = head()
      const sequence = previous.sequence + 1
      const plain = Buffer.from(JSON.stringify(details), 'utf8')
      const row = {
        sequence,
        property_id: store.propertyId(),
        at: instantNow(store.ports.clock),
        actor_id: actor.staffId,
        actor_name: actor.name,
        action,
        subject,
        stay_id: stayId,
        details: stayId === null ? plain : store.stayKeys.seal(stayId, purposeOf(sequence), plain),
        previous_hash: previous.hash,
      }
      insert.run({ ...row, hash: hashOf(row) })
    },
    verify() {
      return store.timed('audit.verify', () => {
        const rows = store.database.prepare<[], AuditRow>(`SELECT ${COLUMNS} FROM audit ORDER BY sequence`).iterate()
        let entries = 0
        let head = BEFORE_THE_FIRST
        for (const row of rows) {
          entries++
          if (row.sequence !== entries || row.previous_hash !== head || row.hash !== hashOf(row)) {
            return { entries, brokenAt: row.sequence, head }
          }
          head = row.hash
        }
        return { entries, brokenAt: null, head }
      })
    },
    head,
    hashAt: (sequence) => hashBySequence.get(sequence)?.hash,
    entriesOf(subject) {
      return bySubject.all(subject).map(entryOf)
    },
    entriesOfAction: (action) => byAction.all(action).map(entryOf),
  }
}

function purposeOf(sequence: number): SealPurpose {
  return `audit:${sequence}`
}

/**
 * {@link framedHash} over a tag and the columns in table order. `details` go in as stored, sealed, so the chain stays provable after a
 * stay is erased.
 */
function hashOf(row: Omit<AuditRow, 'hash'>): string {
  return framedHash([
    'qabyl.audit.1',
    row.previous_hash,
    String(row.sequence),
    row.property_id,
    row.at,
    row.actor_id,
    row.actor_name,
    row.action,
    row.subject,
    row.stay_id,
    row.details,
  ])
}
