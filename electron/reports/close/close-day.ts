import type { Caller } from '#electron/desk/caller.ts'
import { badInput, deskError } from '#electron/desk/desk-error.ts'
import type { Register } from '#electron/desk/register.ts'
import { collectDay } from '#electron/reports/content/collect-day.ts'
import type { BusinessDay, BusinessDayRecord } from '#electron/store/rows/business-days.ts'
import type { DayClose } from '#shared/contract/report-schemas.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { closeNumber } from '#shared/domain/close-number.ts'
import { CLOSED } from './actions.ts'
import { dayCloseOf, openDateOf } from './business-days.ts'
import { BEFORE_THE_FIRST, closeHash } from './close-hash.ts'
import { signHash, signingKey } from './signing-key.ts'
import { takeSnapshot } from './snapshot.ts'

/**
 * Closes the open day by hand, also before it is over: what comes later that day stands in the next report as a later change. Days close
 * in order and once. Throws `STALE` for a day that is closed already, `BAD_INPUT` at `date` for one in the future or with an open day
 * before it, `StoreWriteError`.
 */
export function closeDay(register: Register, caller: Caller, { date }: { date: CalendarDate }): DayClose {
  if (date > register.today()) {
    throw badInput('date', 'in_future', 'This day has not begun: there is nothing to close yet.')
  }
  return dayCloseOf(closeOpenDay(register, caller.actor, 'by_hand', date))
}

/**
 * The numbered, signed, unchangeable report of the open day, in one transaction with its audit entry. The entries it vouches for are those
 * before its own. Throws like {@link closeDay}.
 */
export function closeOpenDay(register: Register, actor: Actor, mode: BusinessDay['mode'], date: CalendarDate): BusinessDay {
  const { store, rows, ports } = register
  const closed = register.write(() => {
    // Asked inside: another window may have been faster.
    const openDate = openDateOf(register)
    if (date < openDate) throw deskError('STALE', { what: 'business_day' })
    if (date > openDate) throw badInput('date', 'earlier_day_open', 'Days close in order: an earlier day is still open.')
    const id = ports.newId()
    const closedAt = register.now()
    const key = signingKey(register)
    const head = store.audit.head()
    const snapshot = takeSnapshot(id, collectDay(register, date, closedAt), store.stayKeys, ports.randomBytes)
    const unsigned = {
      id,
      propertyId: store.propertyId(),
      date,
      number: closeNumber(date),
      closedAt,
      mode,
      actorId: actor.staffId,
      actorName: actor.name,
      actorRole: actor.role,
      auditSequence: head.sequence,
      auditHead: head.hash,
      previousHash: rows.businessDays.last()?.hash ?? BEFORE_THE_FIRST,
      publicKey: key.publicKey,
      body: snapshot.body,
    }
    const hash = closeHash(unsigned)
    const record: BusinessDayRecord = { ...unsigned, hash, signature: signHash(hash, key) }
    rows.businessDays.insert(record, snapshot.people)
    store.audit.append({
      actor,
      action: CLOSED,
      subject: id,
      stayId: null,
      details: { date, number: record.number, mode, hash },
    })
    return record
  })
  register.changed(['report'], null)
  return closed
}
