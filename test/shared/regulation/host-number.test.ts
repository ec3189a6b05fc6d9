import { describe, expect, it } from 'vitest'
import { PROPERTY_KINDS } from '#shared/regulation/exposure.ts'
import { hostNumberIssue, hostNumberProblem } from '#shared/regulation/host-number.ts'

// Nobody's numbers; their check digits are right.
const IIN = '900517300009'
const BIN = '000140000002'

describe('the number of a receiving party', () => {
  it.each([
    ['natural_person', null, 'bin_is_bin'],
    ['small_business', null, null],
    ['non_profit', 'bin_is_iin', null],
    ['medium_business', null, null],
    ['large_business', 'bin_is_iin', null],
  ] as const)('of a %s: an IIN gives %s, a BIN %s', (kind, forIin, forBin) => {
    const issueOf = (text: string) => {
      const problem = hostNumberProblem(kind, text)
      return problem === null ? null : hostNumberIssue(problem)
    }
    expect([issueOf(IIN), issueOf(BIN)]).toEqual([forIin, forBin])
  })

  it.each(PROPERTY_KINDS)('of a %s has twelve digits and a check digit', (kind) => {
    const codes = ['90051730000', '900517300008'].map((text) => hostNumberProblem(kind, text)?.code)
    expect(codes).toEqual(['not_12_digits', 'check_digit'])
  })
})
