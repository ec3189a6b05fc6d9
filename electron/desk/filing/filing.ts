import type { z } from 'zod'
import type { fillSheetSchema } from '#shared/contract/filing-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import type { Portal } from '#shared/domain/portal-form.ts'
import type { Caller } from '../caller.ts'
import { changeNotice } from '../change-notice.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { viewOf } from '../viewpoint.ts'
import { conventionOf, portalsInUse } from './filing-settings.ts'
import { fillFields } from './fill-sheet.ts'
import { endLease, extendLease, leased, requireNoOtherLease } from './lease.ts'
import { portalForSheet } from './settings.ts'

type FillSheet = z.infer<typeof fillSheetSchema>

/**
 * Takes or renews the lease and lays out a portal's fields in its own order, as the property writes them; `portalId` `null` = the
 * property's first choice. Throws `LEASED`, `NOT_NOW`, `NOT_FOUND`.
 */
export function takeForFiling(register: Register, caller: Caller, noticeId: string, portalId: string | null): FillSheet {
  const { portal, ownUrl } = portalForSheet(register, portalId)
  const notice = extendLease(register, caller, noticeId)
    ? viewOf(register, caller, noticeId)
    : changeNotice(register, caller, noticeId, (record) => {
        const next = leased(register, caller, record)
        return { record: next, action: 'notice.lease_taken', details: { until: next.lease?.until ?? null } }
      })
  const stay = register.rows.stays.find(notice.stayId)
  const guest = register.rows.guests.find(notice.guestId)
  if (stay === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  const convention = conventionOf(register, portal.id)
  const { referencePattern, receiptAfterMinutes } = portal.proof
  return {
    notice,
    portal: {
      id: portal.id,
      name: portal.name,
      url: ownUrl ?? portal.url,
      order: portal.order,
      proof: { referencePattern, receiptAfterMinutes },
      refusesArrivalsOlderThanDays: limitPassed(portal, stay.arrivalDate, register.today()),
    },
    portals: portalsInUse(register).map(({ portal: { id, name } }) => ({ id, name })),
    fields: fillFields(portal, { property: register.property, stay, facts: guest.facts, convention }),
  }
}

/** The portal's limit where the arrival is older than that; `null` while it still takes it, as far as known. */
function limitPassed(portal: Portal, arrival: CalendarDate, today: CalendarDate): number | null {
  const limit = portal.arrivalNotEarlierThanDaysAgo
  return limit === null || daysBetween(arrival, today) <= limit ? null : limit
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

/**
 * Takes a guest away from whoever is filing him: he stands again where he was taken from. What the other has typed stays on his screen,
 * with the reason. Throws `NOT_NOW` when nobody has him, `NOT_FOUND`.
 */
export function breakLease(
  register: Register,
  caller: Caller,
  { noticeId, reason }: { readonly noticeId: string; readonly reason: string },
): Notice {
  return changeNotice(register, caller, noticeId, (record) => {
    if (record.lease === null) throw deskError('NOT_NOW', { state: record.state, action: 'breakLease' })
    return { record: endLease(record), action: 'notice.lease_broken', details: { reason, heldBy: record.lease.name } }
  })
}
