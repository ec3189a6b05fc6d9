import { z } from 'zod'
import type { Caller } from '#electron/desk/caller.ts'
import type { Register } from '#electron/desk/register.ts'
import type { BusinessDay } from '#electron/store/rows/business-days.ts'
import type { BusinessDays, DayClose } from '#shared/contract/report-schemas.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import { type CloseHour, closeMomentMs } from './close-moment.ts'
import { keyFingerprint } from './signing-key.ts'

const CLOSE_HOUR = 'report.close_hour'
/** Of a register from before days were closed; migration 7 writes it. */
const DAYS_SINCE = 'report.days_since'
const DEFAULT_CLOSE_HOUR: CloseHour = { closesAt: '23:59', sinceMs: Number.NEGATIVE_INFINITY }
/** A year and the month before it: what a list on a screen is good for. Older closes are found by their date. */
const LISTED_CLOSES = 400

const closeHourSchema = z.object({ closesAt: z.string().nullable(), since: z.iso.datetime() })

/** Which day is open, when it closes, and those that are closed. */
export function businessDays(register: Register): BusinessDays {
  const openDate = openDateOf(register)
  const hour = closeHourOf(register)
  const momentMs = closeMomentMs(openDate, hour, register.property.zone)
  return {
    openDate,
    closesAt: hour.closesAt,
    nextCloseAt: momentMs === null ? null : new Date(momentMs).toISOString(),
    closed: register.rows.businessDays.newest(LISTED_CLOSES).map(dayCloseOf),
  }
}

/** The first day that is not closed: the one after the last close, or the day the property was set up. */
export function openDateOf({ rows, store, property }: Register): CalendarDate {
  const last = rows.businessDays.last()
  if (last !== undefined) return addDays(last.date, 1)
  const since = store.settings.get(DAYS_SINCE, z.iso.datetime()) ?? rows.property.setUpAt()
  return localDateOf(Date.parse(since), property.zone)
}

export function closeHourOf({ store }: Pick<Register, 'store'>): CloseHour {
  const setting = store.settings.get(CLOSE_HOUR, closeHourSchema)
  return setting === undefined ? DEFAULT_CLOSE_HOUR : { closesAt: setting.closesAt, sinceMs: Date.parse(setting.since) }
}

/** When days close by themselves from now on; `null` = by hand only. Audited. Throws `StoreWriteError`. */
export function setCloseHour(register: Register, caller: Caller, { closesAt }: { closesAt: string | null }): BusinessDays {
  const before = closeHourOf(register).closesAt
  if (before !== closesAt) {
    register.write(() => {
      register.store.settings.set(CLOSE_HOUR, { closesAt, since: register.now() })
      register.store.audit.append({
        actor: caller.actor,
        action: 'report.close_hour_set',
        subject: null,
        stayId: null,
        details: { before, after: closesAt },
      })
    })
    register.changed(['report'], null)
  }
  return businessDays(register)
}

export function dayCloseOf(record: BusinessDay): DayClose {
  const { number, date, closedAt, mode, hash, previousHash, auditSequence, auditHead } = record
  return {
    number,
    date,
    closedAt,
    mode,
    by: record.actorName,
    hash,
    previousHash,
    auditSequence,
    auditHead,
    keyFingerprint: keyFingerprint(record.publicKey),
  }
}
