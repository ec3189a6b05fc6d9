import { expect, test } from 'vitest'
import {
  addChild,
  addGuest,
  changeGuest,
  changeStay,
  emptyForm,
  emptyGuest,
  guardianDocuments,
  isPristine,
  isVisaAskedFor,
  removeGuest,
} from '#renderer/screens/check-in/form-state.ts'
import { stepped, takenBack, typed } from '#renderer/screens/check-in/history.ts'
import { takenFrom } from '#renderer/screens/check-in/returning.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { regime } from '../guest/clock-samples.ts'
import { countingIds, freshForm } from './samples.ts'

test('a fresh form is pristine until something is typed', () => {
  const form = freshForm()
  expect(isPristine(form)).toBe(true)
  expect(isPristine(changeGuest(form, { scan: 'P<' }))).toBe(false)
  expect(isPristine(changeStay(form, { room: '318' }))).toBe(false)
  expect(isPristine(changeStay(form, { reservation: '7' }))).toBe(false)
  expect(isPristine(changeStay(form, { arrivalTime: '09:00' }))).toBe(false)
  expect(isPristine({ ...form, wasAttempted: true })).toBe(false)
})

test('a visa is asked about where one is needed, or once something of it is typed', () => {
  const guest = emptyGuest('a')
  expect(
    [null, { current: null }, regime(), regime({ regime: 'e_visa' }), regime({ regime: 'visa_required' })].map((known) =>
      isVisaAskedFor(guest, known),
    ),
  ).toEqual([false, false, false, true, true])
  expect(isVisaAskedFor({ ...guest, visaNumber: 'KZ1' }, regime())).toBe(true)
  expect(isVisaAskedFor({ ...guest, visaValidUntil: '12.' }, null)).toBe(true)
})

test('the next guest takes the blank place there is', () => {
  const newId = countingIds()
  const one = changeGuest(emptyForm(newId), { surname: 'Müller' })
  const two = addGuest(one, newId())
  expect([two.guests.length, two.active]).toEqual([2, 1])
  const back = addGuest({ ...two, active: 0 }, newId())
  expect([back.guests.length, back.active]).toEqual([2, 1])
})

test('removing a guest keeps the others and the one on screen', () => {
  const newId = countingIds()
  let form = changeGuest(emptyForm(newId), { surname: 'A' })
  form = changeGuest(addGuest(form, newId()), { surname: 'B' })
  form = changeGuest(addGuest(form, newId()), { surname: 'C' })
  const without = removeGuest(form, 0)
  expect([without.guests.map(({ surname }) => surname), without.active]).toEqual([['B', 'C'], 1])
  expect(removeGuest({ ...form, active: 1 }, 1).active).toBe(1)
  expect(removeGuest(form, 2).active).toBe(1)
  expect(removeGuest(freshForm(), 0)).toEqual(freshForm())
})

test('children offer no document to travel on', () => {
  const newId = countingIds()
  const adult = changeGuest(emptyForm(newId), { surname: 'Müller', documentSeries: 'AB', documentNumber: '12' })
  expect(guardianDocuments(addChild(adult, newId()))).toEqual([{ name: 'Müller', document: 'AB12' }])
})

test('a step is taken back, typing is not one', () => {
  const start = { form: freshForm(), steps: [] }
  const filled = stepped(start, changeGuest(start.form, { surname: 'Müller' }))
  const later = typed(filled, changeStay(filled.form, { room: '318' }))
  expect(takenBack(later)).toEqual(start)
  expect(takenBack(start)).toEqual(start)
})

test('a returning guest gives what is not typed yet', () => {
  const returning = {
    noticeId: '00000000-0000-4000-8000-000000000009',
    arrivalAt: '2025-11-12T14:00',
    departureDate: calendarDate('2025-11-14'),
    room: '204',
    phone: '+49 30 5550 0142',
    email: null,
    issueDate: calendarDate('2021-03-23'),
    expiryDate: calendarDate('2031-03-22'),
  }
  const [guest] = changeGuest(freshForm(), { expiryDate: '22.03.2031', phone: '' }).guests
  expect(guest && takenFrom(returning, guest)).toEqual({ phone: '+49 30 5550 0142', issueDate: '23.03.2021' })
})
