import { z } from 'zod'
import { calendarDateSchema } from '#shared/contract/day-schemas.ts'
import type { Status } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { DutyKind } from '#shared/regulation/duties/duty.ts'
import type { Register } from '../register.ts'

/** What a property decided about the law's open points, in table `setting`. What was never decided follows the cautious reading. */

const DUTIES = 'law.duties'
const NOTIFY_ALSO_REGISTERED = 'law.notify_also_registered'
const MONTHLY_INDEXES = 'law.monthly_indexes'

/** Only what is switched off is kept: a clock that a later program brings is followed until somebody decides otherwise. */
const dutiesSchema = z.record(z.string(), z.literal(false))
const notifySchema = z.object({ isOn: z.boolean(), since: calendarDateSchema })
const indexesSchema = z.record(z.string().regex(/^\d{4}$/), z.number().int().positive())

type Settings = { readonly store: Pick<Register['store'], 'settings'> }

/** Clocks this property does not follow; they are computed and shown as switched off. */
export function unfollowedDuties({ store }: Settings): ReadonlySet<string> {
  return new Set(Object.keys(store.settings.get(DUTIES, dutiesSchema) ?? {}))
}

export function saveFollowed({ store }: Settings, kind: DutyKind, isFollowed: boolean): void {
  const { [kind]: _, ...others } = store.settings.get(DUTIES, dutiesSchema) ?? {}
  store.settings.set(DUTIES, isFollowed ? others : { ...others, [kind]: false })
}

/**
 * First day of arrival from which guests bound by the registration of 2026 owe no notice within 3 working days, as the property reads
 * the law; `null` = everyone is notified, the default.
 */
export function registeredNotNotifiedFrom({ store }: Settings): CalendarDate | null {
  const setting = store.settings.get(NOTIFY_ALSO_REGISTERED, notifySchema)
  return setting === undefined || setting.isOn ? null : setting.since
}

export function saveNotifyAlsoRegistered({ store }: Settings, isOn: boolean, since: CalendarDate): void {
  store.settings.set(NOTIFY_ALSO_REGISTERED, { isOn, since })
}

/** Tenge by year as this property typed it in. */
export function ownMonthlyIndexes({ store }: Settings): ReadonlyMap<number, number> {
  const years = Object.entries(store.settings.get(MONTHLY_INDEXES, indexesSchema) ?? {})
  return new Map(years.map(([year, tenge]) => [Number(year), tenge]))
}

/** `null` goes back to the program's figure. */
export function saveMonthlyIndex({ store }: Settings, year: number, tenge: number | null): void {
  const { [String(year)]: _, ...others } = store.settings.get(MONTHLY_INDEXES, indexesSchema) ?? {}
  store.settings.set(MONTHLY_INDEXES, tenge === null ? others : { ...others, [String(year)]: tenge })
}

/** What the property answers for against the cautious reading: said in the header while it lasts. */
export function lawNotices(register: Settings): Status['lawNotices'] {
  return registeredNotNotifiedFrom(register) === null ? [] : ['notice_switched_off_for_registered']
}
