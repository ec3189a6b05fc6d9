import { createHash } from 'node:crypto'
import { verifyStore } from '#electron/store/verify.ts'
import { type NoticeRow, noticeRows } from './act.ts'
import { comparePlaces } from './chains.ts'
import type { DeskLife } from './desk-life.ts'
import { checkKnowledge } from './knowledge.ts'
import { type Acknowledged, MOST_NOTICES_PER_ACT, type Scene } from './scene.ts'
import type { Effect } from './service.ts'
import { count } from './tally.ts'

const FOR_A_PERSON: readonly string[] = ['rejected', 'duplicate', 'handover', 'leased', 'incomplete', 'citizenship_unknown']
const SET_ASIDE: readonly string[] = ['not_required', 'filed_elsewhere', 'cancelled']
const HOUR_MS = 3_600_000

/** Calls in one hour without a line, beyond what persons and starts asked for: a minute's cap makes about 120, and chance its part. */
export const MOST_CALLS_PER_OFFLINE_HOUR = 220

/** Those that a machine still has to do something about. */
export function pendingOf(scene: Scene, rows: readonly NoticeRow[], today: string): readonly NoticeRow[] {
  return rows.filter((row) => isPending(scene, row, rows, today))
}

function isPending(scene: Scene, row: NoticeRow, rows: readonly NoticeRow[], today: string): boolean {
  switch (row.state) {
    case 'ready':
      // What stands behind a notice that needs a person waits for that person too.
      return row.arrival_date <= today && !rows.some((earlier) => isBefore(earlier, row) && needsPerson(scene, earlier))
    case 'sending':
    case 'deferred':
      return true
    case 'unknown':
      return !needsPerson(scene, row)
    default:
      return false
  }
}

function isBefore(earlier: NoticeRow, row: NoticeRow): boolean {
  return earlier.guest_id === row.after_guest_id || (earlier.guest_id === row.guest_id && earlier.sequence < row.sequence)
}

/** Where the service cannot be asked, a person looks into its cabinet. */
function needsPerson(scene: Scene, { state, cause }: NoticeRow): boolean {
  const isUnknown = state === 'unknown' && (cause === 'program_error' || scene.capabilities.reconcile === 'none')
  return isUnknown || FOR_A_PERSON.includes(state)
}

/** Everything that can only be seen at the end, on a register opened anew. */
export function checkTheEnd(scene: Scene, life: DeskLife): void {
  checkRegister(scene, life)
  checkEffects(scene)
  const rows = noticeRows(life)
  for (const [id, told] of scene.acknowledged) {
    const row = rows.find((candidate) => candidate.id === id)
    checkKept(scene, life, id, told, row)
  }
  for (const row of rows) checkProof(scene, life, row)
  checkKnowledge(scene, life)
  checkRates(scene)
}

function checkRegister(scene: Scene, life: DeskLife): void {
  const { checks } = scene
  const { store } = life.register
  const report = verifyStore(store)
  checks.holds('whole', report.isClean, () => JSON.stringify({ ...report, auditEntries: undefined }))
  const pairs = store.database
    .prepare<[], { guests: number; notices: number; stays: number }>(
      `SELECT (SELECT COUNT(*) FROM guest) AS guests, (SELECT COUNT(DISTINCT guest_id) FROM notification) AS notices,
        (SELECT COUNT(*) FROM stay WHERE NOT EXISTS (SELECT 1 FROM guest WHERE guest.stay_id = stay.id)) AS stays`,
    )
    .get()
  checks.holds('I3', pairs?.guests === pairs?.notices && pairs?.stays === 0, () => JSON.stringify(pairs))
  for (const { stay_id } of noticeRows(life)) {
    checks.holds('I14', store.stayKeys.has(stay_id), () => 'the key of a stay is gone')
  }
}

function checkEffects(scene: Scene): void {
  const { checks, service, story, swarm } = scene
  const inForce = service.effects.filter(({ isWiped }) => !isWiped)
  const seen = new Map<string, number>()
  const latest = new Map<string, Effect>()
  for (const effect of inForce) {
    // Without ids nobody can prevent that a proxy doubles a request; each double has a reference of its own to be seen by.
    if (swarm.service === 'without ids' && effect.isByProxy) continue
    const { notificationId, chain, revision } = effect
    const key = `${notificationId} ${revision}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
    const name = `${story.nameOf(notificationId)} r${revision}`
    checks.holds('I2', seen.get(key) === 1, () => `${name} has a second effect`)
    const before = latest.get(chain)
    const isRising = before === undefined || (comparePlaces(effect, before) > 0 && before.kind !== 'cancellation')
    checks.holds('I4', isRising, () => `${name} takes effect after ${before?.kind} r${before?.revision}`)
    latest.set(chain, effect)
  }
  // A notice may keep its reference through its revisions.
  const owners = new Map(inForce.map(({ reference, notificationId }) => [reference, notificationId]))
  if (inForce.some(({ reference, notificationId }) => owners.get(reference) !== notificationId))
    throw new Error('The service gave two notices one reference')
  count(scene.tally, 'outdated deliveries', service.outdated())
  count(scene.tally, 'repeated deliveries', service.repeats())
  for (const { kind } of inForce) count(scene.tally, `effects: ${kind}`)
  for (const [chain, last] of latest) {
    if (service.outdated() === 0) break
    // By its place: a proxy's double of the last word has the last reference and says the same.
    const word = service.lastWord(chain)
    const isLast = word !== undefined && comparePlaces(word, last) === 0
    checks.holds('I12', isLast, () => `an outdated delivery has the last word: r${word?.revision} over r${last.revision}`)
  }
}

function checkKept(scene: Scene, life: DeskLife, id: string, told: Acknowledged, row: NoticeRow | undefined): void {
  const { checks, story } = scene
  const name = story.nameOf(id)
  checks.holds(
    'I1',
    row !== undefined && row.revision >= told.revision,
    () => `${name} r${told.revision} was acknowledged and is not there`,
  )
  if (row === undefined) return
  const isSafe =
    row.state === 'accepted'
      ? hasEffect(scene, life, row)
      : SET_ASIDE.includes(row.state)
        ? row.state === told.state || scene.maybeDone.has(row.stay_id) || isTakenBack(scene, row)
        : FOR_A_PERSON.includes(row.state) || isWaitingOnPurpose(scene, life, row)
  checks.holds(
    'I1',
    isSafe,
    () => `${name} r${row.revision} is ${row.state} (${row.cause ?? 'no cause'}) and nobody will deal with it`,
  )
}

/** Withdrawn when the answer was there that a person's word had to wait for; whether the service knows enough is seen by its last word. */
function isTakenBack({ neverCame, notOwed }: Scene, { state, sequence, guest_id }: NoticeRow): boolean {
  if (state === 'not_required') return sequence === 1 && notOwed.has(guest_id)
  return state === 'cancelled' && (sequence > 1 || neverCame.has(guest_id))
}

function isWaitingOnPurpose(scene: Scene, life: DeskLife, row: NoticeRow): boolean {
  return pendingOf(scene, noticeRows(life), life.register.today()).every(({ id }) => id !== row.id)
}

function hasEffect(scene: Scene, life: DeskLife, row: NoticeRow): boolean {
  const receipts = life.register.rows.receipts.ofNotification(row.id).filter(({ revision }) => revision === row.revision)
  return scene.service.effects.some(
    (effect) => effect.notificationId === row.id && receipts.some(({ reference }) => reference === effect.reference),
  )
}

/** Accepted is what has a receipt, and the receipt is the service's own word. */
function checkProof(scene: Scene, life: DeskLife, row: NoticeRow): void {
  const { checks, service, story } = scene
  const { rows } = life.register
  const receipts = rows.receipts.ofNotification(row.id).filter(({ revision }) => revision === row.revision)
  const name = `${story.nameOf(row.id)} r${row.revision}`
  if (row.state === 'accepted') {
    const clientId = rows.revisions.find(row.id, row.revision)?.clientId ?? ''
    const [receipt] = receipts
    // The file may come after the acceptance, as a row of its own beside the reference.
    const isOne = receipts.length === 1 || (receipts.length === 2 && receipts[1]?.reference === receipt?.reference)
    const isTheirs =
      receipt !== undefined &&
      isOne &&
      (receipt.source === 'clerk'
        ? service.effects.some((effect) => effect.notificationId === row.id && effect.reference === receipt.reference)
        : service.wasTold(clientId, receipt.reference ?? ''))
    checks.holds('I5', isTheirs, () => `${name} is accepted, its receipt is not the service's`)
    const file = receipts.at(-1)?.file ?? null
    if (file !== null) {
      const given = service.receiptOf(clientId, receipt?.reference ?? '') ?? Buffer.alloc(0)
      const sha256 = createHash('sha256').update(given).digest('hex')
      checks.holds('I5', file.sha256 === sha256, () => `${name}: the stored file is not what the service gave`)
    }
  } else {
    const isByMachine = receipts.some(({ source }) => source === 'channel')
    checks.holds('I5', !isByMachine || SET_ASIDE.includes(row.state), () => `${name} has a receipt and is ${row.state}`)
  }
}

function checkRates(scene: Scene): void {
  const { checks, outages, pushes, acts, jumps } = scene
  const calls = scene.watch.calls().map(({ atMs }) => atMs)
  const within = (times: readonly number[], fromMs: number, toMs: number): number =>
    times.filter((atMs) => atMs >= fromMs && atMs < toMs).length
  for (const { fromMs, toMs } of outages) {
    for (let startMs = fromMs; startMs + HOUR_MS <= toMs; startMs += HOUR_MS / 4) {
      const made = within(calls, startMs, startMs + HOUR_MS)
      const most = MOST_CALLS_PER_OFFLINE_HOUR + 3 * within(pushes, startMs, startMs + HOUR_MS)
      count(scene.tally, 'offline hours looked at')
      checks.holds('I8', made <= most, () => `${made} calls in an hour without a line`)
    }
  }
  for (const { atMs, open } of jumps) {
    const made = within(calls, atMs, atMs + 60_000)
    // What people bring in that minute is work and no burst.
    const brought = MOST_NOTICES_PER_ACT * within(acts, atMs, atMs + 60_000)
    const most = 20 + 4 * (open + brought) + 3 * within(pushes, atMs, atMs + 60_000)
    checks.holds('I10', made <= most, () => `${made} calls in the minute after the clock jumped, with ${open} notices open`)
  }
}
