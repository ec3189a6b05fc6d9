import type { Property } from '#electron/store/rows/property.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import type { Store } from '#electron/store/store.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { calendarVersionLabel } from '#shared/regulation/calendar/calendar-year.ts'
import { hostNumberIssue, hostNumberProblem } from '#shared/regulation/host-number.ts'
import { isTimeZone } from '#shared/regulation/local-time.ts'
import { badInput } from './desk-error.ts'
import type { Language, PropertyInput } from './training/sample-property.ts'

/** Who acts until there are staff accounts. */
const MANAGER: Readonly<Record<Language, string>> = { kk: 'Басқарушы', ru: 'Управляющий', en: 'Manager' }

/**
 * Makes a new folder the register of one property: the property, its manager, the calendars known today and the first audit entry, in
 * one transaction. Throws `BAD_INPUT` at `bin` or `zone`, `StoreWriteError`.
 */
export function setUpProperty(store: Store, input: PropertyInput): Property {
  requireSound(input)
  const property: Property = { ...input, id: store.ports.newId() }
  const manager: Actor = { staffId: store.ports.newId(), name: MANAGER[input.language], role: 'manager' }
  const now = new Date(store.ports.clock.now()).toISOString()
  const rows = openRows(store)
  store.transaction(() => {
    rows.property.insert(property, now)
    rows.property.insertStaff(property.id, manager)
    for (const year of BUILT_IN_YEARS) {
      rows.calendarYears.insert(year, 'program', now)
      rows.calendarInForce.put(year.year, year.version)
    }
    store.audit.append({
      actor: manager,
      action: 'property.set_up',
      subject: property.id,
      stayId: null,
      details: {
        bin: property.bin,
        channel: property.channel,
        environment: property.environment,
        calendars: BUILT_IN_YEARS.map(calendarVersionLabel),
      },
    })
  })
  return property
}

/** What the schema cannot see. Throws `BAD_INPUT` at `bin` or `zone`. */
export function requireSound(input: Pick<PropertyInput, 'bin' | 'kind' | 'zone'>): void {
  const problem = hostNumberProblem(input.kind, input.bin)
  if (problem !== null) throw badInput('bin', hostNumberIssue(problem), problem.message)
  if (!isTimeZone(input.zone)) throw badInput('zone', 'unknown_code', 'This is no time zone: write it as Asia/Almaty.')
}
