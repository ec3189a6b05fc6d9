import type { z } from 'zod'
import type { fillSheetSchema, Notice } from '#shared/contract/schemas.ts'
import type { Caller } from '../caller.ts'
import { changeNotice } from '../change-notice.ts'
import { deskError } from '../desk-error.ts'
import { move } from '../notices.ts'
import type { Register } from '../register.ts'
import { viewOf } from '../viewpoint.ts'
import { fillFields } from './fill-sheet.ts'
import { endLease, extendLease, leased, requireNoOtherLease } from './lease.ts'
import { portalForm, portalUrl } from './portal.ts'

type FillSheet = z.infer<typeof fillSheetSchema>

/** Takes or renews the lease and lays out the portal's fields in its own order. Throws `LEASED`, `NOT_NOW`, `NOT_FOUND`. */
export function takeForFiling(register: Register, caller: Caller, noticeId: string): FillSheet {
  const notice = extendLease(register, caller, noticeId)
    ? viewOf(register, caller, noticeId)
    : changeNotice(register, caller, noticeId, (record) => {
        const next = leased(register, caller, record)
        return { record: next, action: 'notice.lease_taken', details: { until: next.lease?.until ?? null } }
      })
  const stay = register.rows.stays.find(notice.stayId)
  const guest = register.rows.guests.find(notice.guestId)
  if (stay === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  return {
    notice,
    portalName: portalForm.portalName,
    portalUrl: portalUrl(register),
    fields: fillFields(portalForm, register.property, stay, guest.facts),
    formConfidence: portalForm.confidence,
  }
}

/** Throws `NOT_NOW` when the lease is gone, `LEASED` when a colleague has it, `NOT_FOUND`. */
export function renewLease(register: Register, caller: Caller, noticeId: string): { until: string } {
  const isExtended = extendLease(register, caller, noticeId)
  const { lease, state } = viewOf(register, caller, noticeId)
  if (lease === null) throw deskError('NOT_NOW', { state, action: 'renew' })
  if (!isExtended) throw deskError('LEASED', { by: lease.by, until: lease.until })
  return { until: lease.until }
}

/** Gives the guest back. Throws `LEASED`, `NOT_NOW` without a lease, `NOT_FOUND`. */
export function releaseLease(register: Register, caller: Caller, noticeId: string): Notice {
  return changeNotice(register, caller, noticeId, (record) => {
    requireNoOtherLease(record, caller)
    if (record.lease === null) throw deskError('NOT_NOW', { state: record.state, action: 'release' })
    return { record: endLease(record), action: 'notice.lease_released', details: {} }
  })
}

/** Puts the notice on the list of the colleague who signs. Throws `LEASED`, `NOT_NOW`, `NOT_FOUND`. */
export function handOver(register: Register, caller: Caller, noticeId: string): Notice {
  return changeNotice(register, caller, noticeId, (record) => {
    requireNoOtherLease(record, caller)
    return {
      record: { ...move(record, { type: 'handed_over' }, 'handOver'), lease: null, nextAttemptAt: null },
      action: 'notice.handed_over',
      details: {},
    }
  })
}
