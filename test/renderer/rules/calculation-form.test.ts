import { describe, expect, test } from 'vitest'
import {
  addEarlier,
  type CalculationForm,
  emptyCalculation,
  readCalculation,
  textAt,
  withText,
  writtenOut,
} from '#renderer/screens/rules/calculator/calculation-form.ts'
import { calculationInputSchema } from '#shared/contract/law-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'

const TODAY = calendarDate('2026-11-23')

function formOf(more: Partial<CalculationForm> = {}): CalculationForm {
  return { ...emptyCalculation(TODAY), ...more }
}

test('starts with a guest who arrives today and nothing else', () => {
  const { input, problems } = readCalculation(emptyCalculation(TODAY), TODAY)
  expect(problems).toEqual({})
  expect(input).toEqual({
    arrival: '2026-11-23',
    departure: null,
    citizenship: null,
    issuingState: null,
    documentType: null,
    borderEntry: null,
    visaValidUntil: null,
    documentExpiry: null,
    earlier: [],
  })
})

test('what is read is what the desk takes', () => {
  const form = formOf({
    arrival: '12.07.2026',
    departure: '+3',
    citizenship: 'RUS',
    documentType: 'passport',
    borderEntry: '100726',
    visaValidUntil: '31/12/2026',
    documentExpiry: '2030-01-31',
    earlier: [{ id: 1, from: '01.02.2026', to: '20.02.2026' }],
  })
  const { input, problems } = readCalculation(form, TODAY)
  expect(problems).toEqual({})
  expect(calculationInputSchema.parse(input)).toEqual({
    arrival: '2026-07-12',
    departure: '2026-07-15',
    citizenship: 'RUS',
    issuingState: null,
    documentType: 'passport',
    borderEntry: '2026-07-10',
    visaValidUntil: '2026-12-31',
    documentExpiry: '2030-01-31',
    earlier: [{ from: '2026-02-01', to: '2026-02-20' }],
  })
})

describe('what cannot be read', () => {
  test('is named at its place and left out; the rest is still calculated', () => {
    const form = formOf({ borderEntry: '32.13.2026', visaValidUntil: 'скоро', citizenship: 'Нарния', arrival: '20.03.2026' })
    const { input, problems } = readCalculation(form, TODAY)
    expect(problems).toEqual({ borderEntry: 'not_a_date', visaValidUntil: 'not_a_date', citizenship: 'unknown_code' })
    expect(input).toMatchObject({ arrival: '2026-03-20', borderEntry: null, visaValidUntil: null, citizenship: null })
  })

  test('an arrival that is missing or unreadable asks nothing', () => {
    expect(readCalculation(formOf({ arrival: '' }), TODAY)).toMatchObject({ input: null, problems: { arrival: 'required' } })
    expect(readCalculation(formOf({ arrival: '30.02.2026' }), TODAY)).toMatchObject({
      input: null,
      problems: { arrival: 'not_a_date' },
    })
    expect(readCalculation(formOf({ arrival: '20.03.0226' }), TODAY)).toMatchObject({
      input: null,
      problems: { arrival: 'not_a_date' },
    })
  })

  test('a departure before the arrival is left out, on the day itself it is taken', () => {
    expect(readCalculation(formOf({ arrival: '20.03.2026', departure: '19.03.2026' }), TODAY)).toMatchObject({
      input: { departure: null },
      problems: { departure: 'departure_before_arrival' },
    })
    expect(readCalculation(formOf({ arrival: '20.03.2026', departure: '20.03.2026' }), TODAY)).toMatchObject({
      input: { departure: '2026-03-20' },
      problems: {},
    })
  })

  test('half a period and one that ends before it begins are left out; an empty one is nothing', () => {
    const earlier = [
      { id: 1, from: '01.02.2026', to: '' },
      { id: 2, from: '', to: '05.03.2026' },
      { id: 3, from: '10.04.2026', to: '09.04.2026' },
      { id: 4, from: '', to: '' },
      { id: 5, from: '01.05.2026', to: '01.05.2026' },
    ]
    expect(readCalculation(formOf({ earlier }), TODAY)).toMatchObject({
      input: { earlier: [{ from: '2026-05-01', to: '2026-05-01' }] },
      problems: { 'to.1': 'not_both', 'from.2': 'not_both', 'to.3': 'from_after_to' },
    })
  })
})

test('a day is written out in full when its field is left, in every kind of field', () => {
  const form = formOf({
    arrival: '200326',
    departure: '2',
    borderEntry: '1.3.26',
    earlier: [{ id: 7, from: '010226', to: 'x' }],
  })
  const places = ['arrival', 'departure', 'borderEntry', 'from.7', 'to.7', 'citizenship'] as const
  const left = places.reduce((now, place) => writtenOut(now, place, TODAY), form)
  expect(places.map((place) => textAt(left, place))).toEqual(['20.03.2026', '22.03.2026', '01.03.2026', '01.02.2026', 'x', ''])
})

test('each period keeps its own text, and a new one never takes the number of another', () => {
  const two = addEarlier(addEarlier(formOf()))
  const typed = withText(withText(two, 'from.1', '01.02.2026'), 'to.2', '03.04.2026')
  expect(typed.earlier).toEqual([
    { id: 1, from: '01.02.2026', to: '' },
    { id: 2, from: '', to: '03.04.2026' },
  ])
  const withoutFirst = { ...typed, earlier: typed.earlier.slice(1) }
  expect(addEarlier(withoutFirst).earlier.map(({ id }) => id)).toEqual([2, 3])
})
