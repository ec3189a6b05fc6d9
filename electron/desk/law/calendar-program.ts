import { StoreWriteError } from '#electron/store/write-error.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { sameYear } from '#shared/regulation/calendar/same-year.ts'
import { THE_DESK } from '../caller.ts'
import type { Register } from '../register.ts'
import { carryOut } from './calendar-change.ts'
import { lawUnder, type PlannedYear, planYears } from './calendar-plan.ts'
import { versionLabel } from './calendar-views.ts'
import { recomputeOpen } from './recompute.ts'

/**
 * Takes over what a newer program knows about the years, at opening. A year without data comes in at once: counting Monday to Friday
 * was never more than a way out. Newer days of a year the program brought itself come in where no open deadline gets another date.
 * Everything else – dates would move, or the year was imported or edited here – is kept as a version to be looked at and applied on the
 * Calendar screen, because a date that people act on never moves behind their backs.
 *
 * A folder that cannot be written stays as it is; the next opening tries again.
 */
export function takeProgramYears(register: Register, years: readonly CalendarYear[]): void {
  try {
    for (const year of years) takeYear(register, year)
  } catch (error) {
    if (!(error instanceof StoreWriteError)) throw error
    register.logger.warn({ cause: error.cause }, 'the calendars of this program could not be stored')
  } finally {
    register.reload()
  }
}

function takeYear(register: Register, year: CalendarYear): void {
  const { rows } = register
  const held = rows.calendarYears.ofYear(year.year)
  if (held.some(({ content }) => sameYear(content, year))) return
  const plan = planYears(register, [year])
  if (mayComeIn(register, plan)) {
    register.write(() => carryOut(register, THE_DESK, plan, { kind: 'program', origin: 'program', reason: null }))
    register.reload()
    return
  }
  register.write(() => {
    for (const { to } of plan) {
      if (to === undefined) continue
      rows.calendarYears.insert(to, 'program', register.now())
      register.store.audit.append({
        actor: THE_DESK,
        action: 'calendar.offered',
        subject: null,
        stayId: null,
        details: { version: versionLabel(to.year, to.version) },
      })
    }
  })
}

function mayComeIn(register: Register, plan: readonly PlannedYear[]): boolean {
  const isOwnWork = plan.some(({ year, from }) => from !== undefined && originOf(register, year, from.version) !== 'program')
  if (isOwnWork) return false
  return plan.every(({ from }) => from === undefined) || recomputeOpen(register, lawUnder(register, plan)).moved.length === 0
}

function originOf(register: Register, year: number, version: number): string | undefined {
  return register.rows.calendarYears.ofYear(year).find(({ content }) => content.version === version)?.origin
}
