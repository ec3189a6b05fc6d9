import type { LossRecord } from '#electron/store/rows/lost-passports.ts'
import type { LossCase, OpenLoss } from '#shared/contract/lost-passport-contract.ts'
import { LOSS_STEPS, nextLossStep } from '#shared/domain/lost-passport.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { viewOf } from '../viewpoint.ts'
import { documentOfFacts, isSameDocument, openAccount, openClosing, openStep } from './account.ts'

/** Every case of the guest a notice is about, newest first. Throws `NOT_FOUND`. */
export function casesOf(register: Register, noticeId: string): LossCase[] {
  const notice = register.rows.notifications.find(noticeId)
  if (notice === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  return register.rows.lostPassports.ofGuest(notice.guestId).map((record) => caseView(register, record))
}

/** Open cases in a line each, the longest first. */
export function listOpenCases(register: Register, caller: Caller): OpenLoss[] {
  return register.rows.lostPassports.open().map((record) => {
    const notice = viewOf(register, caller, arrivalOf(register, record.guestId))
    const done = register.rows.lostPassports.stepsOf(record.id).map(({ step }) => step)
    return {
      caseId: record.id,
      noticeId: notice.id,
      displayName: notice.displayName,
      room: notice.room,
      noticedOn: record.noticedOn,
      nextStep: nextLossStep(done),
    }
  })
}

/** Throws `NOT_FOUND`. */
export function findCase({ rows }: Register, caseId: string): LossRecord {
  const record = rows.lostPassports.find(caseId)
  if (record === undefined) throw deskError('NOT_FOUND', { what: 'lost_passport' })
  return record
}

export function caseView(register: Register, record: LossRecord): LossCase {
  const { rows } = register
  const account = openAccount(register, record)
  const facts = rows.guests.find(record.guestId)?.facts
  const shown = account === undefined || facts === undefined ? null : documentOfFacts(facts)
  const done = rows.lostPassports.stepsOf(record.id)
  const { ending, closedAt, closedBy } = record
  return {
    id: record.id,
    noticeId: arrivalOf(register, record.guestId),
    noticedOn: record.noticedOn,
    openedAt: record.openedAt,
    openedBy: record.openedBy,
    place: account?.place ?? null,
    circumstances: account?.circumstances ?? null,
    lostDocument: account?.document ?? null,
    newDocument: account === undefined || shown === null || isSameDocument(account.document, shown) ? null : shown,
    steps: LOSS_STEPS.map((step) => {
      const found = done.find((each) => each.step === step)
      return found === undefined
        ? { step, doneOn: null, number: null, note: null, by: null }
        : { step, doneOn: found.doneOn, ...openStep(register, record.stayId, found), by: found.recordedBy }
    }),
    nextStep: nextLossStep(done.map(({ step }) => step)),
    closed:
      ending === null || closedAt === null || closedBy === null
        ? null
        : { at: closedAt, by: closedBy, ending, note: openClosing(register, record) },
    version: record.version,
  }
}

/** The notice under which everything about a guest is told. */
export function arrivalOf({ rows }: Register, guestId: string): string {
  const notice = rows.notifications.ofGuest(guestId)
  if (notice === undefined) throw new Error('Every guest of the register has a notice')
  return notice.id
}
