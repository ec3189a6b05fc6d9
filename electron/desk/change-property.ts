import type { Property } from '#electron/store/rows/property.ts'
import type { PropertyDetails } from '#shared/contract/property-contract.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import { hostNumberIssue, hostNumberProblem } from '#shared/regulation/host-number.ts'
import type { Caller } from './caller.ts'
import { TOPICS } from './change-bus.ts'
import { badInput, deskError } from './desk-error.ts'
import { endLease, expireLeases, keptInPlace, saveWithAudit } from './filing/lease.ts'
import { reassessed } from './notices.ts'
import type { Register } from './register.ts'

const FIELDS = [
  'name',
  'bin',
  'address',
  'city',
  'phone',
  'department',
  'kind',
  'roomCount',
  'language',
] as const satisfies readonly (keyof PropertyDetails)[]
/** What every notice says of its host. */
const SAID_IN_NOTICES: readonly (keyof PropertyDetails)[] = ['name', 'bin', 'address', 'phone']
/** Complete and still at the desk: what it would say is what counts now. What was refused is written anew when it is corrected. */
const STILL_HERE: readonly NotificationState[] = ['ready', 'handover', 'leased']

interface PropertyChange {
  /** What the caller was shown. */
  readonly before: PropertyDetails
  readonly details: PropertyDetails
}

/**
 * The receiving party as it is from now on: row, audit entry, and every complete notice that has not left the desk, in one transaction. A
 * notice that was sent keeps what it said. Throws `BAD_INPUT` at `details.bin`, `STALE` when somebody was faster.
 */
export function changeProperty(
  register: Register,
  caller: Caller,
  { before, details }: PropertyChange,
): { property: Property; rewritten: number } {
  const problem = hostNumberProblem(details.kind, details.bin)
  if (problem !== null) throw badInput('details.bin', hostNumberIssue(problem), problem.message)
  expireLeases(register)
  let rewritten: number | null
  try {
    rewritten = register.write(() => changed(register, caller, before, details))
  } finally {
    register.reload()
  }
  if (rewritten !== null) register.changed([...TOPICS], null)
  return { property: register.property, rewritten: rewritten ?? 0 }
}

/** How many notices were written anew; `null` = it was so already. */
function changed(register: Register, caller: Caller, before: PropertyDetails, details: PropertyDetails): number | null {
  const { property } = register
  if (FIELDS.some((field) => property[field] !== before[field])) throw deskError('STALE', { what: 'property' })
  const differing = FIELDS.filter((field) => property[field] !== details[field])
  if (differing.length === 0) return null
  register.rows.property.change(property.id, details)
  // What is built from here on reads the new row.
  register.reload()
  const rewritten = differing.some((field) => SAID_IN_NOTICES.includes(field)) ? rewriteNotices(register, caller) : 0
  const only = (source: PropertyDetails) => Object.fromEntries(differing.map((field) => [field, source[field]]))
  register.store.audit.append({
    actor: caller.actor,
    action: 'property.changed',
    subject: property.id,
    stayId: null,
    details: { before: only(before), after: only(details), rewritten },
  })
  return rewritten
}

function rewriteNotices(register: Register, caller: Caller): number {
  const { rows } = register
  let rewritten = 0
  for (const { notification: record } of rows.noticeLines.open()) {
    if (!STILL_HERE.includes(record.state)) continue
    const stay = rows.stays.find(record.stayId)
    const guest = rows.guests.find(record.guestId)
    if (stay === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
    const next = keptInPlace(register, record, reassessed(register, endLease(record), stay, guest.facts))
    if (next.revision === record.revision) continue
    saveWithAudit(register, caller.actor, next, 'notice.followed_property', { revision: next.revision })
    rewritten += 1
  }
  return rewritten
}
