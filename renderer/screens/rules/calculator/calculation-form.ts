import type { z } from 'zod'
import type { calculationInputSchema } from '#shared/contract/law-schemas.ts'
import { parseCitizenship } from '#shared/documents/citizenship.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { DOCUMENT_TYPES } from '#shared/domain/guest.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { isArrivalYear } from '#shared/regulation/parse-arrival.ts'
import { readDay, readDeparture, type Typed, type YearLean } from '../../../entry/date-entry.ts'

export type CalculationInput = z.output<typeof calculationInputSchema>

/** An earlier presence in the country, as typed. */
export interface EarlierText {
  readonly id: number
  readonly from: string
  readonly to: string
}

/** The calculator as typed; nothing of it is kept anywhere. */
export interface CalculationForm {
  readonly arrival: string
  readonly departure: string
  /** Three letters, or whatever was typed that names no country. */
  readonly citizenship: string
  readonly documentType: string
  readonly borderEntry: string
  readonly visaValidUntil: string
  readonly documentExpiry: string
  readonly earlier: readonly EarlierText[]
}

const FIELDS = [
  'arrival',
  'departure',
  'citizenship',
  'documentType',
  'borderEntry',
  'visaValidUntil',
  'documentExpiry',
] as const satisfies readonly (keyof CalculationForm)[]
export type CalculationField = (typeof FIELDS)[number]
/** Names one input: a field, or one end of an earlier presence (`from.3`). */
export type Place = CalculationField | `from.${number}` | `to.${number}`

/** Why an input was not taken; words in `rules.calculator` or `input`. */
export type EntryProblem =
  | 'required'
  | 'not_a_date'
  | 'unknown_code'
  | 'departure_before_arrival'
  | 'not_both'
  | 'from_after_to'

export interface ReadCalculation {
  /** What the desk is asked; `null` while there is no arrival. Whatever cannot be read is left out of it. */
  readonly input: CalculationInput | null
  readonly problems: Readonly<Partial<Record<Place, EntryProblem>>>
}

/** A guest who arrives today, and nothing else known. */
export function emptyCalculation(today: CalendarDate): CalculationForm {
  return {
    arrival: numericDay(today),
    departure: '',
    citizenship: '',
    documentType: '',
    borderEntry: '',
    visaValidUntil: '',
    documentExpiry: '',
    earlier: [],
  }
}

export function addEarlier(form: CalculationForm): CalculationForm {
  const id = Math.max(0, ...form.earlier.map((period) => period.id)) + 1
  return { ...form, earlier: [...form.earlier, { id, from: '', to: '' }] }
}

/** `today` reads years of two figures and days without a year. */
export function readCalculation(form: CalculationForm, today: CalendarDate): ReadCalculation {
  const problems: Partial<Record<Place, EntryProblem>> = {}
  function take<Value>(place: Place, typed: Typed<Value>): Value | null {
    if (typed.state === 'unreadable') problems[place] = 'not_a_date'
    return typed.state === 'read' ? typed.value : null
  }
  const day = (field: CalculationField, lean: YearLean) => take(field, readDay(form[field], today, lean))

  const typedArrival = day('arrival', 'future')
  // The same bounds as at check-in: any other year is mistyped.
  const arrival = typedArrival !== null && isArrivalYear(typedArrival) ? typedArrival : null
  if (typedArrival !== null && arrival === null) problems.arrival = 'not_a_date'
  if (form.arrival.trim() === '') problems.arrival = 'required'
  const departure = take('departure', readDeparture(form.departure, arrival ?? today))
  const isBackwards = arrival !== null && departure !== null && departure < arrival
  if (isBackwards) problems.departure = 'departure_before_arrival'
  const code = parseCitizenship(form.citizenship)
  if (!code.ok && form.citizenship.trim() !== '') problems.citizenship = 'unknown_code'
  const earlier = form.earlier.flatMap((period) => {
    const [fromPlace, toPlace] = [`from.${period.id}`, `to.${period.id}`] as const
    const from = take(fromPlace, readDay(period.from, today, 'past'))
    const to = take(toPlace, readDay(period.to, today, 'past'))
    if (from !== null && to !== null && from > to) problems[toPlace] = 'from_after_to'
    if (from !== null && period.to.trim() === '') problems[toPlace] = 'not_both'
    if (to !== null && period.from.trim() === '') problems[fromPlace] = 'not_both'
    return from !== null && to !== null && from <= to ? [{ from, to }] : []
  })
  const rest = {
    departure: isBackwards ? null : departure,
    citizenship: code.ok ? code.value : null,
    issuingState: null,
    documentType: DOCUMENT_TYPES.find((type) => type === form.documentType) ?? null,
    borderEntry: day('borderEntry', 'past'),
    visaValidUntil: day('visaValidUntil', 'future'),
    documentExpiry: day('documentExpiry', 'future'),
    earlier,
  }
  return { input: arrival === null ? null : { arrival, ...rest }, problems }
}

/** The text at one place; empty when its period is gone. */
export function textAt(form: CalculationForm, place: Place): string {
  const field = FIELDS.find((known) => known === place)
  if (field !== undefined) return form[field]
  for (const period of form.earlier) {
    if (place === `from.${period.id}`) return period.from
    if (place === `to.${period.id}`) return period.to
  }
  return ''
}

/** The form with one input changed. */
export function withText(form: CalculationForm, place: Place, text: string): CalculationForm {
  const field = FIELDS.find((known) => known === place)
  if (field !== undefined) return { ...form, [field]: text }
  const earlier = form.earlier.map((period) => {
    if (place === `from.${period.id}`) return { ...period, from: text }
    return place === `to.${period.id}` ? { ...period, to: text } : period
  })
  return { ...form, earlier }
}

/** A day written out in full once its field is left: `1007` becomes `10.07.2026`. What cannot be read stays as typed. */
export function writtenOut(form: CalculationForm, place: Place, today: CalendarDate): CalculationForm {
  const typed = dayAt(form, place, today)
  return typed.state === 'read' ? withText(form, place, numericDay(typed.value)) : form
}

function dayAt(form: CalculationForm, place: Place, today: CalendarDate): Typed<CalendarDate> {
  const text = textAt(form, place)
  switch (place) {
    case 'departure': {
      const arrival = readDay(form.arrival, today, 'future')
      return readDeparture(text, arrival.state === 'read' ? arrival.value : today)
    }
    case 'arrival':
    case 'visaValidUntil':
    case 'documentExpiry':
      return readDay(text, today, 'future')
    default:
      return readDay(text, today, 'past')
  }
}
