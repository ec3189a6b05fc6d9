import { z } from 'zod'
import type { Register } from '#electron/desk/register.ts'
import type { LaterEntry } from '#electron/store/rows/later-entries.ts'
import { calendarDateSchema } from '#shared/contract/day-schemas.ts'
import type { LaterChange } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** What an entry of the audit means for days that are over. */
export interface EntryDetails {
  readonly what: Exclude<LaterChange['what'], 'departed' | 'stayed'> | null
  /** The day the guest leaves, as known before and after; `null` in it = nobody knows. */
  readonly departure: { readonly before: CalendarDate | null; readonly after: CalendarDate | null } | null
  /** The planned departure is that of everybody of the stay. */
  readonly isOfStay: boolean
}

/** Every action that {@link meaningOf} knows. */
export const LATER_ACTIONS = [
  'stay.checked_in',
  'stay.imported',
  'notice.corrected',
  'notice.extended',
  'notice.departed',
  'notice.departure_undone',
  'notice.cancelled',
  'notice.cancellation_made',
  'notice.set_not_required',
  'notice.not_required_entered',
  'notice.set_filed_elsewhere',
  'notice.reopened',
  'notice.came_after_all',
] as const

/** What a closed day says of a guest by name, and what it counts him under. */
const SAID_BY_A_REPORT = ['surname', 'givenNames', 'printedName', 'citizenship', 'purpose']

const dayOrNull = calendarDateSchema.nullable()
const detailsSchema = z.object({
  changed: z.string().optional(),
  departedOn: dayOrNull.optional(),
  departureBefore: dayOrNull.optional(),
  departureDate: dayOrNull.optional(),
})
type Details = z.infer<typeof detailsSchema>

/** `null` when the stay was erased. Throws `SealBrokenError` when they were changed on disk. */
export function detailsOf({ store }: Pick<Register, 'store'>, entry: LaterEntry): Details | null {
  const bytes = store.stayKeys.open(entry.stayId, `audit:${entry.sequence}`, entry.sealedDetails)
  return bytes === undefined ? null : detailsSchema.parse(JSON.parse(bytes.toString('utf8')))
}

/** `isFirst`: the entry is about the notice of the arrival, not about one that follows it. */
export function meaningOf(action: string, details: Details, isFirst: boolean): EntryDetails {
  const { changed = '', departedOn, departureBefore, departureDate } = details
  const only = (what: EntryDetails['what']): EntryDetails => ({ what, departure: null, isOfStay: false })
  const leaves = (before?: CalendarDate | null, after?: CalendarDate | null) =>
    before === undefined || after === undefined ? null : { before, after }
  switch (action) {
    case 'stay.checked_in':
    case 'stay.imported':
      return only('arrived')
    case 'notice.corrected':
    case 'notice.extended': {
      const isSomebodyElse = changed.split(' ').some((field) => SAID_BY_A_REPORT.includes(field))
      return { what: isSomebodyElse ? 'corrected' : null, departure: leaves(departureBefore, departureDate), isOfStay: true }
    }
    case 'notice.departed':
      return { what: null, departure: leaves(departureBefore, departedOn), isOfStay: false }
    case 'notice.departure_undone':
      return { what: null, departure: leaves(departedOn, departureDate), isOfStay: false }
    case 'notice.cancelled':
    case 'notice.cancellation_made':
      return only(isFirst ? 'withdrawn' : null)
    case 'notice.set_not_required':
    case 'notice.not_required_entered':
    case 'notice.set_filed_elsewhere':
      return only(isFirst ? 'set_aside' : null)
    case 'notice.reopened':
    case 'notice.came_after_all':
      return only('reopened')
    default:
      return only(null)
  }
}
