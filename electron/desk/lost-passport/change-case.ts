import type { AuditDetails } from '#electron/store/audit-chain.ts'
import type { LossRecord } from '#electron/store/rows/lost-passports.ts'
import type { LossCase } from '#shared/contract/lost-passport-contract.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { LossEnding, LossStep } from '#shared/domain/lost-passport.ts'
import type { Caller } from '../caller.ts'
import { badInput, deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { documentOfFacts, sealAccount, sealClosing, sealStep, stepPurpose } from './account.ts'
import { arrivalOf, caseView, findCase } from './case-view.ts'

export interface NewLoss {
  /** Made by the caller: the same id is the same case. */
  readonly caseId: string
  readonly noticeId: string
  readonly noticedOn: CalendarDate
  readonly place: string
  readonly circumstances: string | null
}

/** What names a case as somebody saw it. */
interface SeenLoss {
  readonly caseId: string
  readonly version: number
}

/**
 * Opens the case with the document the register knows now as the lost one. No notice is made and no date moves. Throws `NOT_FOUND`,
 * `BAD_INPUT` (`noticedOn`, `caseId`), and `STALE` when this guest has an open case already.
 */
export function openCase(register: Register, caller: Caller, given: NewLoss): LossCase {
  const { rows } = register
  if (given.noticedOn > register.today()) throw badInput('noticedOn', 'in_future', 'This day has not come yet.')
  const opened = register.write(() => {
    const notice = rows.notifications.find(given.noticeId)
    const guest = notice === undefined ? undefined : rows.guests.find(notice.guestId)
    if (notice === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
    const known = rows.lostPassports.find(given.caseId)
    if (known?.guestId === guest.id) return known
    if (known !== undefined) throw badInput('caseId', 'already_used', 'This id is that of another case.')
    if (hasOpenCase(register, guest.id)) throw deskError('STALE', { what: 'lost_passport' })
    const { caseId: id, noticedOn, place, circumstances } = given
    const { stayId } = guest
    rows.lostPassports.insert({
      id,
      stayId,
      guestId: guest.id,
      noticedOn,
      openedAt: register.now(),
      openedBy: caller.actor.name,
      sealedAccount: sealAccount(register, stayId, id, { place, circumstances, document: documentOfFacts(guest.facts) }),
    })
    const record = findCase(register, id)
    audit(register, caller, record, 'notice.lost_passport_opened', { noticedOn, place })
    return record
  })
  return told(register, opened.id)
}

export interface DoneStep extends SeenLoss {
  readonly step: LossStep
  /** `null` takes it back. */
  readonly doneOn: CalendarDate | null
  readonly number: string | null
  readonly note: string | null
}

/** A step done, put right or taken back. Throws `NOT_FOUND`, `STALE` – also for a closed case –, `BAD_INPUT` (`doneOn`). */
export function recordStep(register: Register, caller: Caller, given: DoneStep): LossCase {
  const { step, doneOn, number, note } = given
  return changeCase(register, caller, given, (record) => {
    requireOpen(record)
    if (doneOn === null) {
      register.rows.lostPassports.removeStep(record.id, step)
      return { action: 'notice.lost_passport_step_undone', details: { step } }
    }
    if (doneOn > register.today()) throw badInput('doneOn', 'in_future', 'This day has not come yet.')
    if (doneOn < record.noticedOn) throw badInput('doneOn', 'before_loss', 'This is before the loss was noticed.')
    register.rows.lostPassports.setStep({
      caseId: record.id,
      step,
      doneOn,
      recordedAt: register.now(),
      recordedBy: caller.actor.name,
      sealedDetails: sealStep(register, record.stayId, stepPurpose(record.id, step), { number, note }),
    })
    return { action: 'notice.lost_passport_step', details: { step, doneOn, stepNumber: number, note } }
  })
}

export interface EndOfLoss extends SeenLoss {
  readonly ending: LossEnding
  readonly note: string | null
}

/** Closes the case with how it ended. Throws `NOT_FOUND`, `STALE`, `BAD_INPUT` (`note`) for `unresolved` without a word. */
export function closeCase(register: Register, caller: Caller, given: EndOfLoss): LossCase {
  const { ending, note } = given
  if (ending === 'unresolved' && note === null) throw badInput('note', 'required', 'Say in a few words why it is closed.')
  return changeCase(register, caller, given, (record) => {
    requireOpen(record)
    register.rows.lostPassports.setClosing(record.id, {
      ending,
      closedAt: register.now(),
      closedBy: caller.actor.name,
      sealedClosing: sealClosing(register, record.stayId, record.id, note),
    })
    return { action: 'notice.lost_passport_closed', details: { ending, reason: note } }
  })
}

/** Takes a close back. Throws `NOT_FOUND`, `STALE`, also when the guest has another open case by now. */
export function reopenCase(register: Register, caller: Caller, seen: SeenLoss): LossCase {
  return changeCase(register, caller, seen, (record) => {
    if (hasOpenCase(register, record.guestId)) throw deskError('STALE', { what: 'lost_passport' })
    register.rows.lostPassports.setClosing(record.id, { ending: null, closedAt: null, closedBy: null, sealedClosing: null })
    return { action: 'notice.lost_passport_reopened', details: {} }
  })
}

interface Entry {
  readonly action: string
  readonly details: AuditDetails
}

function changeCase(register: Register, caller: Caller, seen: SeenLoss, change: (record: LossRecord) => Entry): LossCase {
  const { caseId, version } = seen
  register.write(() => {
    const record = findCase(register, caseId)
    // What is sealed with a key that is gone cannot be added to.
    if (!register.store.stayKeys.has(record.stayId)) throw deskError('NOT_FOUND', { what: 'lost_passport' })
    if (record.version !== version) throw deskError('STALE', { what: 'lost_passport' })
    const { action, details } = change(record)
    if (!register.rows.lostPassports.touch(caseId, version)) throw deskError('STALE', { what: 'lost_passport' })
    audit(register, caller, record, action, details)
  })
  return told(register, caseId)
}

/** Sealed with the key of the stay: a place and a note are about the guest. */
function audit(
  register: Register,
  { actor }: Caller,
  { id, guestId, stayId }: LossRecord,
  action: string,
  details: AuditDetails,
): void {
  const subject = arrivalOf(register, guestId)
  register.store.audit.append({ actor, action, subject, stayId, details: { caseId: id, ...details } })
}

function told(register: Register, caseId: string): LossCase {
  const view = caseView(register, findCase(register, caseId))
  register.changed(['guest', 'board'], view.noticeId)
  return view
}

function requireOpen({ closedAt }: LossRecord): void {
  if (closedAt !== null) throw deskError('STALE', { what: 'lost_passport' })
}

function hasOpenCase({ rows }: Register, guestId: string): boolean {
  return rows.lostPassports.ofGuest(guestId).some(({ closedAt }) => closedAt === null)
}
