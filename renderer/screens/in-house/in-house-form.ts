import { z } from 'zod'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { broughtListSchema } from '../../lists/brought-list.ts'

/** Who of the list was notified before Qabyl: nobody, everybody, or whoever arrived up to a day. */
export const FILED_RULES = ['nobody', 'until', 'everybody'] as const

const text = z.string().catch('')

/** The list of who is in the house and what was said about it: kept by the desk until it is done or given up. */
export const inHouseFormSchema = z.object({
  /** Request ids follow from it: taking the same list again makes no second stay. */
  id: z.uuid(),
  list: broughtListSchema,
  /** Day of arrival, as typed, of those whose row names none. */
  arrival: text,
  filed: z.enum(FILED_RULES).catch('nobody'),
  /** As typed. */
  filedUntil: text,
  /** Lines for which the rule does not hold. */
  exceptions: z.array(z.number().int()).catch([]),
  /** How it is known that they were notified. */
  reason: text,
  /** Who is in the register now: notice by line. */
  taken: z.record(z.string(), z.string()).catch({}),
})

export type InHouseForm = z.infer<typeof inHouseFormSchema>

/** Whether somebody who arrived on `arrival` counts as notified before Qabyl. `until` = the last such day, `null` = not readable yet. */
export function isFiledElsewhere(
  form: Pick<InHouseForm, 'filed' | 'exceptions'>,
  line: number,
  arrival: CalendarDate | null,
  until: CalendarDate | null,
): boolean {
  const byRule = { nobody: false, everybody: true, until: arrival !== null && until !== null && arrival <= until }[form.filed]
  return form.exceptions.includes(line) ? !byRule : byRule
}

/** The other way for one guest, whatever the rule says. */
export function turned(form: InHouseForm, line: number): InHouseForm {
  const { exceptions } = form
  return {
    ...form,
    exceptions: exceptions.includes(line) ? exceptions.filter((known) => known !== line) : [...exceptions, line],
  }
}
