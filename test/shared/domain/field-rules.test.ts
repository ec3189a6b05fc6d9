import { describe, expect, it } from 'vitest'
import { type FieldRule, fieldRuleIssues, RULED_FIELDS } from '#shared/domain/field-rules.ts'
import { firstNoticePayload, noticePayload } from '../../electron/channels/notice-fixture.ts'

const ANYTHING: Omit<FieldRule, 'field'> = { isRequired: false, maxLength: null, alphabet: null, codeList: null }
const NO_LISTS = { countries: null, documentTypes: null, purposes: null }
const notice = noticePayload()
const named = (surname: string) => ({ ...notice, person: { ...notice.person, surname } })

describe('field rules', () => {
  it.each([
    ['required and there', {}, { isRequired: true }, null],
    ['required and empty', named(''), { isRequired: true }, { code: 'required', limit: null }],
    ['empty and not required', named(''), { maxLength: 1, alphabet: 'digits' } as const, null],
    ['as long as it may be', named('ABCDE'), { maxLength: 5 }, null],
    ['one too long', named('ABCDEF'), { maxLength: 5 }, { code: 'too_long', limit: 5 }],
    ['counted in characters, not in halves of them', named('𝒜𝒜𝒜𝒜𝒜'), { maxLength: 5 }, null],
    ['latin', named("O'Neill-de la Cruz"), { alphabet: 'latin' } as const, null],
    ['latin, but Cyrillic', named('ИВАНОВ'), { alphabet: 'latin' } as const, { code: 'wrong_letters', limit: null }],
    ['latin, but with a digit', named('HENRY 8'), { alphabet: 'latin' } as const, { code: 'wrong_letters', limit: null }],
    ['latin and digits', named('HENRY 8'), { alphabet: 'latin_digits' } as const, null],
    ['digits', named('12a'), { alphabet: 'digits' } as const, { code: 'wrong_letters', limit: null }],
  ])('%s', (_name, change, rule, issue) => {
    const rules = [{ ...ANYTHING, ...rule, field: 'person.surname' as const }]
    const expected = issue === null ? [] : [{ field: 'person.surname', ...issue }]
    expect(fieldRuleIssues({ ...notice, ...change }, rules, null)).toEqual(expected)
  })

  it('refuse a code only by a list that is known and does not have it', () => {
    const rules = [{ ...ANYTHING, field: 'person.citizenship', codeList: 'countries' }] as const
    expect(fieldRuleIssues(notice, rules, null)).toEqual([])
    expect(fieldRuleIssues(notice, rules, NO_LISTS)).toEqual([])
    expect(fieldRuleIssues(notice, rules, { ...NO_LISTS, countries: ['DEU'] })).toEqual([])
    expect(fieldRuleIssues(notice, rules, { ...NO_LISTS, countries: ['RUS'] })).toEqual([
      { field: 'person.citizenship', code: 'unknown_code', limit: null },
    ])
  })

  it('reach every field there may be a rule about, in both formats', () => {
    const rules = RULED_FIELDS.map((field) => ({ ...ANYTHING, field, maxLength: 1 }))
    const full = {
      ...notice,
      stay: { ...notice.stay, borderEntryDate: notice.stay.departureDate, borderCheckpoint: 'Хоргос', visaNumber: 'V12345' },
      person: { ...notice.person, patronymic: 'MARIA', phone: '+49 30', email: 'e@x.example' },
      document: { ...notice.document, series: 'AB' },
    }
    expect(fieldRuleIssues(full, rules, null).map(({ field }) => field)).toEqual([...RULED_FIELDS])
    expect(fieldRuleIssues(firstNoticePayload(), rules, null).length).toBeGreaterThan(5)
  })
})
