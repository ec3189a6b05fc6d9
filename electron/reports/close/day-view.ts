import type { z } from 'zod'
import { deskError } from '#electron/desk/desk-error.ts'
import type { Register } from '#electron/desk/register.ts'
import { collectDay } from '#electron/reports/content/collect-day.ts'
import type { BusinessDayRecord } from '#electron/store/rows/business-days.ts'
import { SealBrokenError } from '#electron/store/stay-keys.ts'
import { type DayView, dayReportSchema } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayCloseOf } from './business-days.ts'
import { closeHash } from './close-hash.ts'
import { isSignedBy } from './signing-key.ts'
import { openSnapshot, SnapshotBrokenError } from './snapshot.ts'

/** A day as it was closed, whatever became of it since; an open one as it stands now. Throws `STORE_FAILED` (`damaged`), see {@link closedView}. */
export function dayView(register: Register, date: CalendarDate): DayView {
  const record = register.rows.businessDays.find(date)
  if (record !== undefined) return closedView(register, record)
  return { report: collectDay(register, date, register.now()), close: null }
}

/** Who was erased since is `null`. Throws `STORE_FAILED` (`damaged`) for a close that is not what was signed: nobody is to print that. */
export function closedView(register: Register, record: BusinessDayRecord): DayView {
  const { rows, store } = register
  return asSigned(register, record, () => {
    const snapshot = { body: record.body, people: rows.businessDays.persons(record.id) }
    return { report: openSnapshot(record.id, snapshot, store.stayKeys), close: dayCloseOf(record) }
  })
}

const figuresSchema = dayReportSchema.pick({ totals: true, leadDays: true })
export type DayFigures = z.infer<typeof figuresSchema>

/** The figures of a closed day without its people, whose seals take most of the time. Throws like {@link closedView}. */
export function closedFigures(register: Pick<Register, 'logger'>, record: BusinessDayRecord): DayFigures {
  return asSigned(register, record, () => figuresSchema.parse(JSON.parse(record.body)))
}

function asSigned<Read>({ logger }: Pick<Register, 'logger'>, record: BusinessDayRecord, read: () => Read): Read {
  try {
    const { hash, signature, publicKey } = record
    if (closeHash(record) !== hash || !isSignedBy(publicKey, hash, signature)) throw new SnapshotBrokenError()
    return read()
  } catch (error) {
    if (!(error instanceof SnapshotBrokenError || error instanceof SealBrokenError)) throw error
    logger.error({ kind: error.name, number: record.number }, 'a closed day was changed on disk')
    throw deskError('STORE_FAILED', { saved: 'no', cause: 'damaged' })
  }
}
