import type { Calculation } from '#shared/contract/law-schemas.ts'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import { CITIZEN_OF_KAZAKHSTAN } from '#shared/domain/guest.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import type { AlarmReading, Deadline } from '#shared/regulation/deadline-types.ts'
import type { AskedStay } from './asked-stay.ts'

export interface Answer {
  /** `null` for a citizen of Kazakhstan, who owes no notice. */
  readonly deadline: Deadline | null
  /** Only when something about the guest was told. */
  readonly clocks: Pick<Calculation, 'duties' | 'regime'> | null
}

/** Whoever answers what a stay owes. */
export interface AskedLaw {
  readonly zone: string
  readonly alarmReading: AlarmReading
  answer(stay: AskedStay): Promise<Answer>
}

/** The law and the calendars the program brings: no folder is touched. `today` = the day the clocks are read on. */
export function lawOfProgram(zone: string, today: CalendarDate): AskedLaw {
  const calendar = workingCalendar(BUILT_IN_YEARS)
  return {
    zone,
    alarmReading: 'strict',
    async answer({ input, hasGuest }) {
      const owesNone = input.citizenship === CITIZEN_OF_KAZAKHSTAN
      const deadline = owesNone ? null : arrivalDeadline(input.arrival, calendar)
      if (!hasGuest) return { deadline, clocks: null }
      // The table of regimes is read when it is needed: a plain deadline does not wait for it.
      const [{ dutiesOfStay }, { stayRegimeOf }] = await Promise.all([
        import('#shared/regulation/duties/duties-of-stay.ts'),
        import('#shared/regulation/stay/stay-regime.ts'),
      ])
      const guest = { ...input, documentNumber: input.documentNumber ?? null }
      const duties = dutiesOfStay({ ...guest, visaNumber: null, hasNoExpiry: false, asOf: today }, calendar)
      return {
        deadline,
        clocks: {
          duties: duties.map((duty) =>
            duty.state === 'dated'
              ? { ...duty, isFollowed: true, daysLeft: daysBetween(today, duty.strictDue) }
              : { ...duty, isFollowed: true },
          ),
          regime: stayRegimeOf(guest),
        },
      }
    },
  }
}

/** The law as a property has it: its calendars in force, the clocks it follows, its zone unless another is asked for. */
export async function lawOfDesk(client: DeskClient, zone: string | undefined): Promise<AskedLaw> {
  const { property } = await client.desk.status()
  return {
    zone: zone ?? property?.zone ?? 'Asia/Almaty',
    alarmReading: property?.alarmReading ?? 'strict',
    async answer({ input, hasGuest }) {
      if (!hasGuest) return { deadline: await client.deadline.explain({ arrival: input.arrival }), clocks: null }
      const { deadline, ...clocks } = await client.deadline.calculate(input)
      return { deadline, clocks }
    },
  }
}
