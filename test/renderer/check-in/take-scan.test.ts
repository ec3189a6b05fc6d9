import { expect, test } from 'vitest'
import { activeGuest, changeGuest } from '#renderer/screens/check-in/form-state.ts'
import { isAsRead, takeScan } from '#renderer/screens/check-in/take-scan.ts'
import { td3 } from '../../shared/documents/mrz-maker.ts'
import {
  countingIds,
  documentOf,
  freshForm,
  HITROV,
  MUELLER,
  MUELLER_MISREAD,
  NGUYEN,
  SUKARNO,
  TODAY,
  VISA,
} from './samples.ts'

const newId = countingIds()
const scan = (form: ReturnType<typeof freshForm>, text: string) => takeScan(form, text, TODAY, newId)

test('a passport fills the guest', () => {
  const { form, outcome } = scan(freshForm(), MUELLER)
  expect(outcome).toEqual({ kind: 'filled' })
  const guest = activeGuest(form)
  expect(guest).toEqual({
    ...activeGuest(freshForm()),
    key: guest.key,
    scan: MUELLER,
    mrz: MUELLER,
    surname: 'MUELLER',
    givenNames: 'JUERGEN KARL',
    sex: 'M',
    birthDate: '21.10.1996',
    citizenship: 'DEU',
    documentType: 'passport',
    documentNumber: 'CZM2MGGW5',
    issuingState: 'DEU',
    expiryDate: '06.03.2035',
  })
})

test('a Russian internal passport is read in Cyrillic, with its date of issue and no end', () => {
  const guest = activeGuest(scan(freshForm(), HITROV).form)
  expect({ ...guest, key: '', scan: '', mrz: null }).toEqual({
    ...activeGuest(freshForm()),
    key: '',
    surname: 'ХИТРОВ',
    givenNames: 'ИЛЬЯ',
    patronymic: 'НИКОЛАЕВИЧ',
    sex: 'M',
    birthDate: '21.08.1990',
    citizenship: 'RUS',
    documentType: 'internal_passport',
    documentSeries: '4510',
    documentNumber: '567123',
    issuingState: 'RUS',
    issueDate: '21.04.2019',
    hasNoExpiry: true,
  })
})

test('one name is one name', () => {
  const guest = activeGuest(scan(freshForm(), SUKARNO).form)
  expect([guest.surname, guest.givenNames, guest.hasSingleName]).toEqual(['SUKARNO', '', true])
})

test('what is no machine-readable zone stays in the scan box and changes nothing else', () => {
  const before = scan(freshForm(), MUELLER).form
  const { form, outcome } = scan(before, 'R-26110000')
  expect(outcome.kind).toBe('refused')
  expect(form).toEqual(changeGuest(before, { scan: 'R-26110000' }))
})

test('a second reading of the same passport corrects the first, and keeps what was typed', () => {
  const misread = changeGuest(scan(freshForm(), MUELLER_MISREAD).form, { issueDate: '07.03.2025' })
  expect(activeGuest(misread).birthDate).toBe('')
  const { form, outcome } = scan(misread, MUELLER)
  expect(outcome).toEqual({ kind: 'filled' })
  expect(form.guests).toHaveLength(1)
  expect([activeGuest(form).birthDate, activeGuest(form).issueDate]).toEqual(['21.10.1996', '07.03.2025'])
})

test('a doubtful second reading takes back what it doubts', () => {
  const { form } = scan(scan(freshForm(), MUELLER).form, MUELLER_MISREAD)
  expect(activeGuest(form).birthDate).toBe('')
})

test('but never what a person typed over it', () => {
  const typed = changeGuest(scan(freshForm(), MUELLER).form, { birthDate: '1996' })
  expect(activeGuest(scan(typed, MUELLER_MISREAD).form).birthDate).toBe('1996')
})

test("another person's passport becomes the next guest, with what the party shares", () => {
  const first = changeGuest(scan(freshForm(), MUELLER).form, { purpose: 'tourism', borderCheckpoint: 'ALA', phone: '+49 30' })
  const { form, outcome } = scan(first, NGUYEN)
  expect(outcome).toEqual({ kind: 'added' })
  expect(
    form.guests.map(({ surname, purpose, borderCheckpoint, phone }) => [surname, purpose, borderCheckpoint, phone]),
  ).toEqual([
    ['MUELLER', 'tourism', 'ALA', '+49 30'],
    ['NGUYEN', 'tourism', 'ALA', ''],
  ])
  expect(form.active).toBe(1)
})

test('a passport scanned twice is one guest', () => {
  const both = scan(scan(freshForm(), MUELLER).form, NGUYEN).form
  const { form, outcome } = scan(both, MUELLER)
  expect(outcome).toEqual({ kind: 'known' })
  expect([form.guests.length, form.active]).toEqual([2, 0])
})

test('a visa beside a passport gives its number and its last day, and no document', () => {
  const passport = scan(freshForm(), MUELLER).form
  const { form, outcome } = scan(passport, VISA)
  expect(outcome).toEqual({ kind: 'visa' })
  expect(activeGuest(form)).toEqual({
    ...activeGuest(passport),
    visaNumber: 'KZ1234567',
    visaValidUntil: '15.02.2027',
  })
  const alone = activeGuest(scan(freshForm(), VISA).form)
  expect([alone.visaValidUntil, alone.expiryDate, alone.documentNumber]).toEqual(['15.02.2027', '', ''])
})

test('a field says whether it is still as read', () => {
  const { form } = scan(freshForm(), MUELLER)
  const document = documentOf(MUELLER)
  expect(isAsRead(activeGuest(form), document, 'birthDate')).toBe(true)
  expect(isAsRead(activeGuest(changeGuest(form, { birthDate: '22.10.1996' })), document, 'birthDate')).toBe(false)
})

test('sisters whose passports were made in one hour: the second is the next guest, and never takes the place of the first', () => {
  const passport = (name: string, number: string, birth: string) =>
    td3({ issuer: 'TUR', nationality: 'TUR', name: `YILMAZ<<${name}`, number, birth, sex: 'F', expiry: '310101' }).join('\n')
  const first = scan(freshForm(), passport('AYLA', 'U10000001', '850412'))
  const second = scan(first.form, passport('AYSE', 'U10000002', '850412'))
  expect(second.outcome).toEqual({ kind: 'added' })
  const third = scan(second.form, passport('ASLI', 'U10000003', '860412'))
  expect(third.outcome).toEqual({ kind: 'added' })
  expect(third.form.guests.map(({ givenNames, documentNumber }) => [givenNames, documentNumber])).toEqual([
    ['AYLA', 'U10000001'],
    ['AYSE', 'U10000002'],
    ['ASLI', 'U10000003'],
  ])
  // Shown once more, it is the first again.
  expect(scan(third.form, passport('AYLA', 'U10000001', '850412')).outcome).toEqual({ kind: 'known' })
})
