import { expect, test } from 'vitest'
import { activeGuest, addChild, changeGuest, changeStay, UNKNOWN_CITIZENSHIP } from '#renderer/screens/check-in/form-state.ts'
import {
  isReservationOwed,
  nextOpenField,
  openFields,
  readForm,
  readGuest,
  readStay,
  unreadFields,
} from '#renderer/screens/check-in/guest-facts.ts'
import { takeScan } from '#renderer/screens/check-in/take-scan.ts'
import { EMPTY_GUEST } from '#shared/domain/guest.ts'
import { countingIds, freshForm, MUELLER, NURLANOV, TODAY } from './samples.ts'

const newId = countingIds()
const ARRIVAL = { arrivalDate: '23.11.2026', arrivalTime: '14:38' }

const STAY = { ...freshForm().stay, ...ARRIVAL }

function scanned(text: string) {
  return takeScan(changeStay(freshForm(), ARRIVAL), text, TODAY, newId).form
}

function openOf(form: ReturnType<typeof freshForm>) {
  const all = readForm(form, TODAY)
  const guest = activeGuest(form)
  return openFields(guest, all.guests[form.active] ?? readGuest(guest, TODAY), all.stay, false)
}

test('an empty guest is an empty guest to the desk', () => {
  expect(readGuest(activeGuest(freshForm()), TODAY)).toEqual({ facts: EMPTY_GUEST, unread: {} })
})

test('after a scan the clerk fills in the date of issue, the departure and the purpose, in this order', () => {
  const open = openOf(scanned(MUELLER))
  expect([...open].sort()).toEqual(['departure', 'issueDate', 'purpose'])
  expect(nextOpenField(open, null)).toBe('issueDate')
  expect(nextOpenField(open, 'issueDate')).toBe('departure')
  expect(nextOpenField(open, 'departure')).toBe('purpose')
  expect(nextOpenField(open, 'purpose')).toBe('issueDate')
})

test('with everything there, nothing is next', () => {
  const done = changeStay(changeGuest(scanned(MUELLER), { issueDate: '07032025', purpose: 'tourism' }), { departure: '3' })
  expect([...openOf(done)]).toEqual([])
  expect(nextOpenField(openOf(done), 'purpose')).toBeNull()
})

test('a citizen of Kazakhstan leaves nothing to fill in', () => {
  expect([...openOf(scanned(NURLANOV))]).toEqual([])
})

test('citizenship said to be unknown is an answer, not a gap', () => {
  const open = openOf(changeGuest(scanned(MUELLER), { citizenship: UNKNOWN_CITIZENSHIP }))
  expect(open.has('citizenship')).toBe(false)
  expect(openOf(changeGuest(scanned(MUELLER), { citizenship: '' })).has('citizenship')).toBe(true)
})

test('what cannot be read is named and kept out', () => {
  const { facts, unread } = readGuest(
    {
      ...activeGuest(scanned(MUELLER)),
      issueDate: '31.02.2020',
      birthDate: 'x',
      citizenship: '',
      citizenshipText: 'Атлантида',
    },
    TODAY,
  )
  expect([facts.issueDate, facts.birthDate, facts.citizenship]).toEqual([null, null, null])
  expect(unread).toEqual({ issueDate: 'not_a_date', birthDate: 'not_a_date', citizenship: 'unknown_code' })
})

test('a child travels on the first adult with a document, and owes no document of its own', () => {
  const form = addChild(scanned(MUELLER), newId())
  const { facts } = readGuest({ ...activeGuest(form), issueDate: 'x', documentNumber: '12' }, TODAY)
  expect([facts.documentType, facts.guardianDocument, facts.documentNumber, facts.issueDate]).toEqual([
    'none',
    'CZM2MGGW5',
    null,
    null,
  ])
})

test('the stay', () => {
  expect(readStay({ ...STAY, room: ' 318 ', departure: '+3', reservation: ' R-26110000 ' }, TODAY)).toEqual({
    input: { arrivalAt: '2026-11-23T14:38', departureDate: '2026-11-26', room: '318', reservation: 'R-26110000' },
    arrival: '2026-11-23',
    unread: {},
  })
  expect(readStay({ ...STAY, departure: '22.11.2026' }, TODAY).unread).toEqual({
    departure: 'departure_before_arrival',
  })
  expect(readStay({ ...STAY, arrivalDate: '' }, TODAY)).toEqual({
    input: null,
    arrival: null,
    unread: { arrivalDate: 'not_a_date' },
  })
})

test('the visa is read as typed, and a day that is none is not lost', () => {
  const guest = { ...activeGuest(scanned(MUELLER)), visaNumber: 'KZ1', visaEntries: 'multiple' } as const
  const { facts, unread } = readGuest({ ...guest, visaValidUntil: '1202' }, TODAY)
  expect([facts.visaNumber, facts.visaValidUntil, facts.visaEntries, unread]).toEqual(['KZ1', '2027-02-12', 'multiple', {}])
  expect(readGuest({ ...guest, visaValidUntil: '31.02.2027' }, TODAY).unread).toEqual({ visaValidUntil: 'not_a_date' })
})

test('an arrival ahead without a booking leaves the booking to fill in', () => {
  const form = changeStay(scanned(MUELLER), { arrivalDate: '30.11.2026' })
  const owed = (reservation: string, warnings: Parameters<typeof isReservationOwed>[0]) =>
    isReservationOwed(warnings, readForm(changeStay(form, { reservation }), TODAY).stay)
  const said = { warnings: ['future_needs_reservation' as const] }
  expect([owed('', said), owed(' ', said), owed('R-1', said), owed('', { warnings: [] }), owed('', null)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  const all = readForm(form, TODAY)
  const open = openFields(activeGuest(form), all.guests[0] ?? readGuest(activeGuest(form), TODAY), all.stay, true)
  expect(nextOpenField(open, 'purpose')).toBe('reservation')
})

test('a guest of whom there is only an unread scan is not left behind by saving', () => {
  const form = changeGuest(scanned(MUELLER), {})
  expect(unreadFields(form, readForm(form, TODAY))).toEqual([])
  const two = takeScan({ ...addChild(form, newId()), active: 1 }, 'R-26110000', TODAY, newId).form
  const blanked = changeGuest(two, { documentType: '', guardianDocument: '' })
  expect(unreadFields(blanked, readForm(blanked, TODAY))).toEqual([{ guest: 1, fields: ['scan'] }])
})

test('what a camera saw is not saved before a person has compared it', () => {
  const form = changeGuest(scanned(MUELLER), { isToCompare: true })
  expect(unreadFields(form, readForm(form, TODAY))).toEqual([{ guest: 0, fields: ['isToCompare'] }])
  const compared = changeGuest(form, { isToCompare: false })
  expect(unreadFields(compared, readForm(compared, TODAY))).toEqual([])
})
