import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { findCountries } from '#renderer/entry/country-search.ts'
import { readDraft, writeDraft } from '#renderer/screens/check-in/draft.ts'
import { changeGuest } from '#renderer/screens/check-in/form-state.ts'
import { checkOf, errorOf, segmentsOf } from '#renderer/screens/check-in/mrz-segments.ts'
import { savedDespite } from '#renderer/screens/check-in/saving.ts'
import { takeScan } from '#renderer/screens/check-in/take-scan.ts'
import { refusedFields, standingRefusals } from '#renderer/screens/check-in/use-saving.ts'
import { deskGone } from '#shared/contract/transport/desk-gone.ts'
import { allCountries } from '#shared/i18n/country-names.ts'
import { countingIds, documentOf, freshForm, MUELLER, MUELLER_MISREAD, TODAY } from './samples.ts'

test('a draft comes back as it was', () => {
  const { form } = takeScan(freshForm(), MUELLER, TODAY, countingIds())
  expect(readDraft(writeDraft(form))).toEqual(form)
})

test('a draft that lacks a field, or holds nonsense in one, gives the rest', () => {
  const form = changeGuest(freshForm(), { surname: 'Müller', sex: 'M' })
  const content = JSON.parse(writeDraft(form)) as { guests: Record<string, unknown>[] }
  const [guest] = content.guests
  if (guest === undefined) throw new Error('The draft has a guest')
  delete guest['phone']
  guest['sex'] = 'unheard-of'
  expect(readDraft(JSON.stringify({ ...content, active: 7 }))).toEqual({ ...changeGuest(form, { sex: '' }), active: 0 })
})

test.each(['', 'null', '{}', '{"guests":[]}', '[1', '{"requestId":"x","guests":[{"key":"a"}]}'])(
  '%s is no draft',
  (content) => {
    expect(readDraft(content)).toBeUndefined()
  },
)

test('the lines are cut at their check digits', () => {
  const [first, second] = segmentsOf(documentOf(MUELLER))
  expect(first?.map(({ kind, text }) => [kind, text])).toEqual([
    ['text', 'P'],
    ['filler', '<'],
    ['text', 'D'],
    ['filler', '<<'],
    ['text', 'MUELLER'],
    ['filler', '<<'],
    ['text', 'JUERGEN'],
    ['filler', '<'],
    ['text', 'KARL'],
    ['filler', '<<<<<<<<<<<<<<<<<<'],
  ])
  expect(second?.filter(({ kind }) => kind === 'digit').map(({ text, column }) => [text, column])).toEqual([
    ['0', 10],
    ['9', 20],
    ['3', 28],
    ['<', 43],
    ['8', 44],
  ])
})

test('a repaired character stands as what it is', () => {
  const document = documentOf(MUELLER.replace('9610219', '96102I9'))
  expect(document.repairs).toHaveLength(1)
  const repaired = segmentsOf(document)
    .flat()
    .filter(({ kind }) => kind === 'repaired')
  expect(repaired.map(({ text, column }) => [text, column])).toEqual([['1', 19]])
})

test('a digit that disagrees is known to its field', () => {
  const document = documentOf(MUELLER_MISREAD)
  expect([checkOf(document, 'birthDate')?.isValid, errorOf(document, 'birthDate')]).toEqual([false, 'check_digit_failed'])
  expect([checkOf(document, 'expiryDate')?.isValid, errorOf(document, 'expiryDate')]).toEqual([true, undefined])
  expect(checkOf(document, 'surname')).toBeUndefined()
})

test.each([
  ['герм', 'ru', 'DEU'],
  ['DE', 'ru', 'DEU'],
  ['uzb', 'ru', 'UZB'],
  ['ОАЭ', 'ru', 'ARE'],
  ['united arab', 'ru', 'ARE'],
  ['poland', 'kk', 'POL'],
  ['өзб', 'kk', 'UZB'],
  ['cote', 'en', 'CIV'],
  ['xxa', 'en', 'XXA'],
  ['без гр', 'ru', 'XXA'],
] as const)('%s in %s finds %s first', (query, language, code) => {
  const parsed = query === 'DE' ? 'DEU' : null
  expect(findCountries(query, allCountries(language), parsed)[0]?.code).toBe(code)
})

test('nobody comes from nowhere', () => {
  expect(findCountries('Атлантида', allCountries('ru'), null)).toEqual([])
  expect(findCountries('', allCountries('kk'), null)).toEqual(allCountries('kk'))
})

test.each([
  ['the desk was not there', deskGone({ wasSent: false }), 'no'],
  ['the desk went away in between', deskGone({ wasSent: true }), 'unknown'],
  ['the statement failed', new ORPCError('STORE_FAILED', { status: 507, data: { saved: 'no', cause: 'disk_full' } }), 'no'],
  ['the commit failed', new ORPCError('STORE_FAILED', { status: 507, data: { saved: 'unknown', cause: 'io' } }), 'unknown'],
  ['a field was refused', new ORPCError('BAD_INPUT', { status: 422, data: { issues: [] } }), 'no'],
  ['the desk made a mistake', new ORPCError('INTERNAL_SERVER_ERROR', { status: 500 }), 'unknown'],
  ['anything else', new Error('boom'), 'unknown'],
])('saved or not: %s', (_name, error, saved) => {
  expect(savedDespite(error)).toBe(saved)
})

test('what the desk refused is found again in the form', () => {
  const issues = [
    { path: 'guests.1.birthDate', code: 'not_a_date', message: '' },
    { path: 'stay.departureDate', code: 'departure_before_arrival', message: '' },
    { path: 'guests.7.sex', code: 'not_taken', message: '' },
    { path: '', code: 'not_taken', message: '' },
  ]
  const error = new ORPCError('BAD_INPUT', { status: 422, data: { issues } })
  const [guest] = freshForm().guests
  if (guest === undefined) throw new Error('A form has a guest')
  const form = {
    ...freshForm(),
    guests: [
      { ...guest, key: 'a' },
      { ...guest, key: 'b', birthDate: '3102' },
    ],
  }
  const refused = refusedFields(error, ['a', 'b'], form)
  expect(refused).toEqual([
    { guestKey: 'b', field: 'birthDate', code: 'not_a_date', was: '3102' },
    { guestKey: null, field: 'departure', code: 'departure_before_arrival', was: form.stay.departure },
  ])
  // Once something else stands there, the refusal is of yesterday.
  expect(standingRefusals(refused, form)).toEqual(refused)
  const corrected = changeGuest({ ...form, active: 1 }, { birthDate: '02.03.1990' })
  expect(standingRefusals(refused, corrected).map(({ field }) => field)).toEqual(['departure'])
})

test('an arrival ahead is refused for want of a booking: the cursor belongs there, not in the date', () => {
  const issues = [{ path: 'stay.arrivalAt', code: 'future_needs_reservation', message: 'name the booking' }]
  const error = new ORPCError('BAD_INPUT', { status: 422, data: { issues } })
  expect(refusedFields(error, ['a'], freshForm())).toEqual([
    { guestKey: null, field: 'reservation', code: 'future_needs_reservation', was: '' },
  ])
})
