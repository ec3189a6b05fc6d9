import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { v7 } from 'uuid'
import { inspectBackupFile } from '#electron/store/backup-file.ts'
import { openStoreWithKeyFile, readOrCreateKeyFile } from '#electron/store/keys.ts'
import type { Ports } from '#electron/store/ports.ts'
import type { Store } from '#electron/store/store.ts'
import { verifyStore } from '#electron/store/verify.ts'
import type { Promises } from '../scenario/marks.ts'

/** What is wrong with one state of the disk. */
export interface Finding {
  /** `lost` = something acknowledged is not there; `damaged` = it does not open or does not verify; `half` = a part of a whole. */
  readonly kind: 'lost' | 'damaged' | 'half'
  readonly what: string
}

const PORTS: Ports = {
  clock: { now: () => Date.now(), monotonicMs: () => performance.now() },
  newId: () => v7(),
  random: () => 0.5,
  randomBytes,
}

/** Opens a folder as the desk would after the power came back, checks all of it and holds it against what was promised. Leaves it closed. */
export function judge(directory: string, promises: Promises): Finding[] {
  const opened = openStoreWithKeyFile({
    directory,
    ports: PORTS,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  if (!opened.ok) return [{ kind: 'damaged', what: `the folder does not open: ${opened.error.code}` }]
  const store = opened.value
  try {
    const report = verifyStore(store)
    if (!report.isClean) {
      return [
        { kind: 'damaged', what: `the register does not verify: ${JSON.stringify({ ...report, auditEntries: undefined })}` },
      ]
    }
    return [...comparedWith(store, promises), ...backupsMissing(directory, promises)]
  } finally {
    store.close()
  }
}

function comparedWith(store: Store, promises: Promises): Finding[] {
  if (store.findPropertyId() === undefined) {
    return promises.isSetUp ? [{ kind: 'lost', what: 'the property' }] : []
  }
  const findings: Finding[] = []
  const lost = (what: string): void => void findings.push({ kind: 'lost', what })
  const read = readerOf(store)

  for (const [requestId, guests] of promises.asked) {
    const found = read.guestsOf(requestId)
    if (promises.checkedIn.has(requestId) && found === 0) lost('a check-in')
    else if (found !== 0 && found !== guests) findings.push({ kind: 'half', what: `a check-in: ${found} of ${guests} guests` })
  }
  for (const noticeId of [...promises.checkedIn.values()].flat())
    if (read.notice(noticeId) === undefined) lost('a notice of a check-in')
  for (const noticeId of promises.wereThere) if (read.notice(noticeId) === undefined) lost('a notice of the version before')
  for (const [noticeId, { revision, room }] of promises.corrected) {
    const notice = read.notice(noticeId)
    if (notice === undefined || notice.revision < revision || notice.room !== room) lost('a correction')
  }
  for (const [noticeId, state] of promises.setAside) if (read.notice(noticeId)?.state !== state) lost('a decision to set aside')
  for (const clientId of promises.reached) {
    const attempts = read.attemptsOf(clientId)
    if (attempts === undefined) lost('a notice the service has read')
    else if (attempts === 0) lost('the attempt that brought a notice to the service')
  }
  for (const [noticeId, { clientId, reference }] of promises.accepted) {
    const notice = read.notice(noticeId)
    if (notice?.reference !== reference || read.receiptsOf(clientId) === 0) lost('a receipt')
  }
  for (const changeId of promises.calendarChanges) if (!read.hasCalendarChange(changeId)) lost('a change of the calendar')
  for (const [key, length] of promises.drafts) if (read.draftLength(key) !== length) lost('a draft')
  for (const [sequence, hash] of promises.audit) if (read.auditHash(sequence) !== hash) lost('an audit entry')
  return findings
}

interface NoticeFound {
  readonly state: string
  readonly revision: number
  readonly reference: string | null
  readonly room: string | null
}

function readerOf(store: Store) {
  const one = <Row>(sql: string, value: string | number): Row | undefined =>
    store.database.prepare<[string | number], Row>(sql).get(value)
  const number = (sql: string, value: string): number => one<{ found: number }>(sql, value)?.found ?? 0
  return {
    guestsOf: (requestId: string) =>
      number(
        `SELECT count(*) AS found FROM guest g JOIN stay s ON s.id = g.stay_id
         WHERE s.request_id = ? AND EXISTS (SELECT 1 FROM notification n WHERE n.guest_id = g.id)`,
        requestId,
      ),
    notice: (id: string) =>
      one<NoticeFound>(
        'SELECT n.state, n.revision, n.reference, s.room FROM notification n JOIN stay s ON s.id = n.stay_id WHERE n.id = ?',
        id,
      ),
    /** Calls written down for one revision before they were made; `undefined` = there is no such revision. */
    attemptsOf: (clientId: string) =>
      one<{ attempts: number }>(
        `SELECT (SELECT count(*) FROM attempt a WHERE a.notification_id = r.notification_id AND a.revision = r.number) AS attempts
         FROM notification_revision r WHERE r.client_id = ?`,
        clientId,
      )?.attempts,
    receiptsOf: (clientId: string) =>
      number(
        `SELECT count(*) AS found FROM notification_revision r
         JOIN receipt p ON p.notification_id = r.notification_id AND p.revision = r.number WHERE r.client_id = ?`,
        clientId,
      ),
    hasCalendarChange: (id: string) => number('SELECT count(*) AS found FROM calendar_change WHERE id = ?', id) === 1,
    draftLength: (key: string) => number('SELECT length(content) AS found FROM draft WHERE key = ?', key),
    auditHash: (sequence: number) => one<{ hash: string }>('SELECT hash FROM audit WHERE sequence = ?', sequence)?.hash,
  }
}

/** A backup that was answered for is there and opens with the folder's key. */
function backupsMissing(directory: string, { backups }: Promises): Finding[] {
  const findings: Finding[] = []
  for (const file of backups) {
    const copy = join(directory, 'backups', basename(file))
    const key = readOrCreateKeyFile(directory, PORTS.randomBytes)
    if (!existsSync(copy)) findings.push({ kind: 'lost', what: 'a backup' })
    else if (key.ok) {
      try {
        inspectBackupFile(copy, key.value.key)
      } catch {
        findings.push({ kind: 'damaged', what: 'a backup' })
      }
    }
  }
  return findings
}
