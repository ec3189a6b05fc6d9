import { describe, expect, test } from 'vitest'
import { type StayRegimeView, stayRegimeSchema } from '#shared/contract/law-schemas.ts'
import { ICAO_SPECIAL_CODES } from '#shared/documents/country-codes.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { actOf } from '#shared/regulation/duties/rule-packs.ts'
import type { StayDocument } from '#shared/regulation/stay/deciding-code.ts'
import { allStayRegimes, REGIMES_AS_OF, stayRegimeOf } from '#shared/regulation/stay/stay-regime.ts'

function regimeOf(document: Partial<StayDocument>) {
  return stayRegimeOf({ citizenship: null, issuingState: null, documentType: 'passport', documentNumber: null, ...document })
}

/** `30`, `14 42/180`, `visa_required`, `unknown`. */
function inShort(regime: Pick<StayRegimeView, 'current'> | null): string {
  if (regime === null) return 'none'
  const { current } = regime
  if (current === null) return 'unknown'
  if (current.regime !== 'visa_free') return current.regime
  const window = current.window === null ? '' : ` ${current.window.maxDays}/${current.window.periodDays}`
  return `${current.perEntryDays}${window}`
}

describe('by citizenship', () => {
  test.each([
    ['RUS', '90 90/180', 'high', false, []],
    ['BLR', '90 90/180', 'high', false, []],
    ['ARM', '90 90/180', 'high', false, []],
    ['KGZ', '90 90/180', 'high', false, []],
    ['UKR', '90 90/180', 'medium-high', false, []],
    ['UZB', '30', 'low', true, ['sources_conflict', 'source_weak']],
    ['TJK', '90 90/180', 'medium', true, ['sources_conflict']],
    ['TUR', '90', 'medium', true, ['sources_conflict', 'seed_layer_differs']],
    ['DEU', '30 90/180', 'high', false, []],
    ['USA', '30 90/180', 'high', false, []],
    ['GBR', '30 90/180', 'medium-high', false, []],
    ['IND', '14 42/180', 'high', false, []],
    ['IRN', '14 42/180', 'high', false, []],
    ['CHN', '30 90/180', 'medium-high', true, ['sources_conflict']],
    ['AND', '90', 'low', true, ['source_weak']],
    ['AFG', 'visa_required', 'low-medium', true, ['visa_required', 'source_weak']],
    ['BGD', 'e_visa', 'low-medium', true, ['visa_required', 'source_weak']],
  ] as const)('%s: %s', (citizenship, short, confidence, isAdvisory, notes) => {
    const regime = regimeOf({ citizenship })
    expect(inShort(regime)).toBe(short)
    expect(regime).toMatchObject({ code: citizenship, decidedBy: 'citizenship', isAdvisory, notes, alsoPossible: null })
    expect(regime?.current?.confidence).toBe(confidence)
  })

  test('where sources disagree, both days are told', () => {
    expect(regimeOf({ citizenship: 'UZB' })?.current).toMatchObject({ perEntryDays: 30, disputedPerEntryDays: [90] })
    expect(regimeOf({ citizenship: 'TJK' })?.current).toMatchObject({ perEntryDays: 90, disputedPerEntryDays: [30] })
  })

  test('a state that is not in the table has no regime that is known', () => {
    expect(regimeOf({ citizenship: 'MCO' })).not.toBeNull()
    expect(regimeOf({ citizenship: 'GRL' })).toMatchObject({
      code: 'GRL',
      current: null,
      isAdvisory: true,
      notes: ['regime_unknown'],
    })
  })

  test.each<[string, Partial<StayDocument>]>([
    ['a citizen of Kazakhstan', { citizenship: 'KAZ' }],
    ['nobody knows the citizenship', {}],
    ['the issuer alone is known', { issuingState: 'RUS' }],
    ['a residence permit of Kazakhstan', { citizenship: 'RUS', documentType: 'residence_permit', issuingState: 'KAZ' }],
    ['a residence permit typed by hand', { citizenship: 'RUS', documentType: 'residence_permit' }],
  ])('there is none to speak of: %s', (_why, document) => {
    expect(regimeOf(document)).toBeNull()
  })

  test("a permit of another state is no permit here: the citizen's regime counts", () => {
    expect(inShort(regimeOf({ citizenship: 'RUS', documentType: 'residence_permit', issuingState: 'TUR' }))).toBe('90 90/180')
  })
})

describe('by document', () => {
  test.each<[string, Partial<StayDocument>, code: string, short: string, notes: readonly string[]]>([
    ['Hong Kong by nationality', { citizenship: 'HKG' }, 'HKG', '14', ['decided_by_document']],
    ['Hong Kong by issuer', { citizenship: 'CHN', issuingState: 'HKG' }, 'HKG', '14', ['decided_by_document']],
    ['Hong Kong, nationality not read', { issuingState: 'HKG' }, 'HKG', '14', ['decided_by_document']],
    ['Macao', { citizenship: 'MAC', issuingState: 'CHN' }, 'MAC', '14', ['decided_by_document', 'source_weak']],
    [
      'a British class',
      { citizenship: 'GBD', issuingState: 'GBR' },
      'GBD',
      'unknown',
      ['regime_unknown', 'decided_by_document'],
    ],
    [
      'a British national (overseas)',
      { citizenship: 'GBN', issuingState: 'GBR' },
      'GBN',
      'unknown',
      ['regime_unknown', 'decided_by_document'],
    ],
    [
      'the Order of Malta',
      { citizenship: 'ITA', issuingState: 'XOM' },
      'XOM',
      'unknown',
      ['regime_unknown', 'decided_by_document'],
    ],
    [
      'a laissez-passer of the UN',
      { citizenship: 'DEU', issuingState: 'UNO' },
      'UNO',
      'unknown',
      ['regime_unknown', 'decided_by_document'],
    ],
    [
      'a stateless person',
      { citizenship: 'XXA', issuingState: 'LVA' },
      'XXA',
      'unknown',
      ['regime_unknown', 'decided_by_document'],
    ],
    ['a refugee', { citizenship: 'XXB', issuingState: 'DEU' }, 'XXB', 'unknown', ['regime_unknown', 'decided_by_document']],
    [
      "a refugee's document with the nationality in it",
      { citizenship: 'TUR', issuingState: 'DEU', documentType: 'travel_document' },
      'TUR',
      'unknown',
      ['regime_unknown', 'decided_by_document', 'seed_layer_differs'],
    ],
    [
      'no nationality stated',
      { citizenship: 'XXX', issuingState: 'FRA' },
      'XXX',
      'unknown',
      ['regime_unknown', 'decided_by_document'],
    ],
    [
      'Kosovo by the code of ICAO',
      { citizenship: 'RKS' },
      'RKS',
      'visa_required',
      ['visa_required', 'decided_by_document', 'source_weak'],
    ],
    [
      'Kosovo by the other code',
      { citizenship: 'XKX' },
      'RKS',
      'visa_required',
      ['visa_required', 'decided_by_document', 'source_weak'],
    ],
  ])('%s', (_what, document, code, short, notes) => {
    const regime = regimeOf(document)
    expect(regime).toMatchObject({ code, decidedBy: 'document', notes })
    expect(inShort(regime)).toBe(short)
  })

  test("a German's identity document of Hong Kong is no passport of Hong Kong", () => {
    expect(regimeOf({ citizenship: 'DEU', issuingState: 'HKG' })).toMatchObject({ code: 'DEU', decidedBy: 'citizenship' })
  })

  test('a travel document without a known issuer is taken at its nationality', () => {
    const regime = regimeOf({ citizenship: 'TUR', documentType: 'travel_document' })
    expect([regime?.decidedBy, inShort(regime)]).toEqual(['citizenship', '90'])
  })

  test.each(ICAO_SPECIAL_CODES)('%s is never taken for a state without saying so', (code) => {
    for (const document of [{ citizenship: code }, { citizenship: 'DEU', issuingState: code }]) {
      expect(regimeOf(document)).toMatchObject({ decidedBy: 'document', isAdvisory: true })
    }
  })

  test.each([
    ['K12345678', 'HKG'],
    ['k 1234-5678', 'HKG'],
    ['H12345678', 'HKG'],
    ['KJ1234567', 'HKG'],
    ['HJ1234567', 'HKG'],
    ['M01234567', 'MAC'],
    ['MB1234567', 'MAC'],
  ])('CHN with the number %s may be %s: the shorter limit, and both are told', (documentNumber, code) => {
    const regime = regimeOf({ citizenship: 'CHN', issuingState: 'CHN', documentNumber })
    expect(regime).toMatchObject({ code, decidedBy: 'document', isAdvisory: true })
    expect(regime?.notes).toContain('document_ambiguous')
    expect(inShort(regime)).toBe('14')
    expect(regime?.alsoPossible?.code).toBe('CHN')
    expect(inShort(regime?.alsoPossible ?? null)).toBe('30 90/180')
  })

  test.each(['E12345678', 'EA1234567', 'G12345678', 'D12345678', 'SE1234567', 'PE1234567', 'K1234567', 'KJI234567', ''])(
    'CHN with the number %j is China',
    (documentNumber) => {
      expect(regimeOf({ citizenship: 'CHN', documentNumber })).toMatchObject({ code: 'CHN', alsoPossible: null })
    },
  )

  test('a number like theirs in the passport of another state means nothing', () => {
    expect(regimeOf({ citizenship: 'DEU', documentNumber: 'K12345678' })).toMatchObject({ code: 'DEU', alsoPossible: null })
  })
})

describe('the table', () => {
  const regimes = allStayRegimes()

  test('has 198 states, each once, each with a name, in the shape of the contract', () => {
    const views: readonly StayRegimeView[] = regimes
    // The acts travel with each duty.
    const withoutActs = regimes.map((regime) => {
      const { acts: _, ...current } = regime.current ?? { acts: [] }
      return { ...regime, current }
    })
    expect(views.map((view) => stayRegimeSchema.parse(view))).toEqual(withoutActs)
    expect(new Set(regimes.map(({ code }) => code)).size).toBe(198)
    expect(regimes.filter(({ code }) => countryName(code, 'ru') === code)).toEqual([])
    expect(REGIMES_AS_OF).toBe('2025-09')
  })

  test('counts what the sources count', () => {
    const counts = new Map<string, number>()
    for (const regime of regimes) counts.set(inShort(regime), (counts.get(inShort(regime)) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      '30 90/180': 57,
      '30': 7,
      '90 90/180': 7,
      '90': 6,
      '14 42/180': 2,
      '14': 2,
      e_visa: 99,
      visa_required: 18,
    })
  })

  test('keeps the older list of 45 states beside it; the two differ about Türkiye alone', () => {
    const older = regimes.filter(({ seedPerEntryDays }) => seedPerEntryDays !== null)
    expect(older).toHaveLength(45)
    expect(new Set(older.map(({ seedPerEntryDays }) => seedPerEntryDays))).toEqual(new Set([30]))
    expect(regimes.filter(({ notes }) => notes.includes('seed_layer_differs')).map(({ code }) => code)).toEqual(['TUR'])
  })

  test('names a source and only known acts for every state', () => {
    for (const { code, current } of regimes) {
      expect(current?.sources.length, code).toBeGreaterThan(0)
      for (const act of current?.acts ?? []) expect(actOf(act), act).toBeDefined()
    }
    const unilateral = regimes.filter(({ current }) => current?.basis?.startsWith('unilateral'))
    expect(unilateral).toHaveLength(58)
    for (const { code, current } of unilateral) expect(current?.acts, code).toEqual(['entry_rules'])
  })

  test('is asked about each state as a traveller would be', () => {
    for (const { code, current } of regimes) expect(regimeOf({ citizenship: code })?.current, code).toEqual(current)
  })
})
