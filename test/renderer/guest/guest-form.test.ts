import { describe, expect, it } from 'vitest'
import {
  type FormChanges,
  fieldsToAsk,
  formOf,
  type GuestDetail,
  isChanged,
  NO_CHANGES,
  readForm,
} from '#renderer/screens/guest/guest-form.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { EMPTY_GUEST } from '#shared/domain/guest.ts'

const TODAY = calendarDate('2026-05-05')
const FACTS: GuestDetail['facts'] = {
  ...EMPTY_GUEST,
  surname: 'Müller',
  givenNames: 'Jonas',
  mrz: 'P<D<<MUELLER<<JONAS',
  sex: 'M',
  birthDate: '1988-09',
  citizenship: 'DEU',
  documentType: 'passport',
  documentNumber: 'C4VGXT0X2',
  expiryDate: calendarDate('2032-06-18'),
  purpose: 'tourism',
  issuingState: 'D',
}
const DETAIL: Pick<GuestDetail, 'facts' | 'stay'> = {
  facts: FACTS,
  stay: { arrivalAt: '2026-05-05T13:05', departureDate: null, room: '204', reservation: '69973' },
}

function read(changes: FormChanges) {
  return readForm(formOf(DETAIL, changes), DETAIL, TODAY)
}

describe('the form over the register', () => {
  it('reads back what the register holds when nothing was changed, MRZ and issuing state included', () => {
    expect(read(NO_CHANGES)).toEqual({
      facts: FACTS,
      departureDate: null,
      room: '204',
      reservation: '69973',
      unread: {},
    })
  })

  it('keeps the visa through a correction of something else, and takes a new one', () => {
    const visa = { visaNumber: 'KZ1234567', visaValidUntil: calendarDate('2026-08-12'), visaEntries: 'multiple' as const }
    const detail = { ...DETAIL, facts: { ...FACTS, ...visa } }
    const corrected = (changes: FormChanges) => {
      const { facts } = readForm(formOf(detail, changes), detail, TODAY)
      return [facts.visaNumber, facts.visaValidUntil, facts.visaEntries]
    }
    expect(corrected({ texts: { surname: 'Mueller' } })).toEqual(['KZ1234567', '2026-08-12', 'multiple'])
    expect(corrected({ texts: { visaValidUntil: '15.09.26', visaEntries: 'single' } })).toEqual([
      'KZ1234567',
      '2026-09-15',
      'single',
    ])
    expect(corrected({ texts: { visaNumber: '', visaValidUntil: '', visaEntries: '' } })).toEqual([null, null, null])
    expect(readForm(formOf(detail, { texts: { visaValidUntil: '31.09.2026' } }), detail, TODAY).unread).toEqual({
      visaValidUntil: 'not_a_date',
    })
  })

  it('puts the clerk’s changes over it and reads them', () => {
    const { facts, departureDate, room, unread } = read({
      texts: { issueDate: '18062022', departureDate: '3', room: ' 126 ', citizenship: 'Германия' },
    })
    expect({ issueDate: facts.issueDate, departureDate, room, unread }).toEqual({
      issueDate: '2022-06-18',
      departureDate: '2026-05-08',
      room: '126',
      unread: { citizenship: 'unknown_code' },
    })
  })

  it('names what cannot be read instead of guessing', () => {
    expect(
      read({ texts: { birthDate: '31.02.1990', issueDate: 'вчера', departureDate: '04.05.2026', citizenship: 'Атлантида' } })
        .unread,
    ).toEqual({
      birthDate: 'not_a_date',
      issueDate: 'not_a_date',
      departureDate: 'departure_before_arrival',
      citizenship: 'unknown_code',
    })
  })

  it('takes the document away from a child on an adult’s document, and the expiry from a document without end', () => {
    const child = read({ texts: { documentType: 'none', guardianDocument: 'C4VGXT0X2', issueDate: 'nonsense' } })
    expect([child.facts.documentNumber, child.facts.guardianDocument, child.facts.expiryDate, child.unread]).toEqual([
      null,
      'C4VGXT0X2',
      null,
      {},
    ])
    const endless = read({ texts: {}, hasNoExpiry: true }).facts
    expect([endless.expiryDate, endless.hasNoExpiry]).toEqual([null, true])
    const single = read({ texts: {}, hasSingleName: true }).facts
    expect([single.givenNames, single.hasSingleName]).toEqual([null, true])
  })

  it('knows whether there is anything to keep', () => {
    expect([isChanged(NO_CHANGES), isChanged({ texts: { room: '' } }), isChanged({ texts: {}, hasNoExpiry: false })]).toEqual([
      false,
      true,
      true,
    ])
  })
})

describe('what is asked first', () => {
  const missing = ['departureDate', 'issueDate'] as const

  it('is what is missing, in the order of the form', () => {
    expect(fieldsToAsk({ state: 'incomplete', missing: [...missing], refusal: null }, 'passport')).toEqual([
      'issueDate',
      'departureDate',
    ])
  })

  it('is the field the service refused, by either name', () => {
    const asked = (field: string | null) =>
      fieldsToAsk({ state: 'rejected', missing: [], refusal: { field, message: 'format' } }, 'passport')
    expect([
      asked('document.number'),
      asked('documentNumber'),
      asked('person.surname'),
      asked('host.bin'),
      asked(null),
    ]).toEqual([['documentNumber'], ['documentNumber'], ['surname'], [], []])
  })

  it('asks for the adult’s document once there is no own one', () => {
    expect(fieldsToAsk({ state: 'incomplete', missing: [...missing], refusal: null }, 'none')).toEqual([
      'departureDate',
      'guardianDocument',
    ])
  })
})
