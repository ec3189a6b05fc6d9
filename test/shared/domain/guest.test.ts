import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { assess, EMPTY_GUEST, type GuestFacts, missingFields } from '#shared/domain/guest.ts'

const DEPARTURE = calendarDate('2026-11-27')
const COMPLETE: GuestFacts = {
  ...EMPTY_GUEST,
  surname: 'TUDOR',
  givenNames: 'ION',
  sex: 'M',
  birthDate: '1971-02-03',
  citizenship: 'ROU',
  documentType: 'passport',
  documentNumber: 'XT1230099',
  issueDate: calendarDate('2024-02-03'),
  expiryDate: calendarDate('2029-02-02'),
  purpose: 'private',
}

describe('what the data of a guest amount to', () => {
  it.each([
    ['everything known', {}, 'ready'],
    ['a citizen of Kazakhstan, whatever else is missing', { ...EMPTY_GUEST, citizenship: 'KAZ' }, 'not_required'],
    ['nobody asked for the citizenship', { citizenship: null }, 'citizenship_unknown'],
    ['the document states no nationality', { citizenship: 'XXX' }, 'citizenship_unknown'],
    ['stateless', { citizenship: 'XXA' }, 'ready'],
    ['a refugee', { citizenship: 'XXB' }, 'ready'],
    ['a refugee of another status', { citizenship: 'XXC' }, 'ready'],
    ['unknown citizenship outranks other gaps', { citizenship: null, issueDate: null }, 'citizenship_unknown'],
    ['no date of issue', { issueDate: null }, 'incomplete'],
    ['sex unspecified in the document', { sex: 'X' }, 'ready'],
    ['only the year of birth', { birthDate: '1960' }, 'ready'],
    ['one name only', { givenNames: null, hasSingleName: true }, 'ready'],
    ['a name forgotten', { givenNames: ' ' }, 'incomplete'],
    ['a document without end', { expiryDate: null, hasNoExpiry: true }, 'ready'],
  ] satisfies [string, Partial<GuestFacts>, string][])('%s', (_, facts, assessment) => {
    expect(assess({ ...COMPLETE, ...facts }, DEPARTURE)).toBe(assessment)
  })

  it('a child without a document needs the document of its adult and nothing of its own', () => {
    const child = { ...COMPLETE, documentType: 'none', documentNumber: null, issueDate: null, expiryDate: null } as const
    expect(missingFields(child, DEPARTURE)).toEqual(['guardianDocument'])
    expect(missingFields({ ...child, guardianDocument: 'N2993249' }, DEPARTURE)).toEqual([])
  })

  it('names what is missing in the order a clerk fills it', () => {
    expect(missingFields({ ...EMPTY_GUEST, surname: 'Lee' }, null)).toEqual([
      'givenNames',
      'citizenship',
      'birthDate',
      'sex',
      'documentType',
      'documentNumber',
      'issueDate',
      'expiryDate',
      'purpose',
      'departureDate',
    ])
  })
})
