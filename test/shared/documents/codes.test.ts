import countries from 'i18n-iso-countries'
import { states } from 'mrz'
import { describe, expect, it } from 'vitest'
import { binProblem, identificationNumberKind, identificationNumberProblem, isValidBin } from '#shared/documents/bin.ts'
import { parseCitizenship } from '#shared/documents/citizenship.ts'
import { ALPHA3_BY_ALPHA2 } from '#shared/documents/country-codes.ts'
import { documentTypeOf } from '#shared/documents/document-type.ts'
import { personKey } from '#shared/documents/person-key.ts'
import { EMPTY_GUEST, type GuestFacts } from '#shared/domain/guest.ts'

describe('citizenship', () => {
  it.each([
    ['DEU', 'DEU'],
    ['de', 'DEU'],
    [' D<< ', 'DEU'],
    ['KZ', 'KAZ'],
    ['xxa', 'XXA'],
    ['GBO', 'GBO'],
    ['UNO', 'UNO'],
    ['XOM', 'XOM'],
    ['HKG', 'HKG'],
  ])('%j is %s', (text, code) => {
    expect(parseCitizenship(text)).toEqual({ ok: true, value: code })
  })

  it.each(['', '<<<', 'Germany', 'Казахстан', 'QQ', 'QQQ', 'DEUTSCH', '276'])(
    '%j is unknown, neither local nor foreign',
    (text) => {
      expect(parseCitizenship(text)).toMatchObject({ ok: false, error: { code: 'unknown_citizenship' } })
    },
  )

  it('knows the countries of the ISO list, and only those', () => {
    // Kosovo has user-assigned codes, which the list has in its own way (XKK) and ICAO as RKS.
    const listed = Object.entries(countries.getAlpha2Codes()).filter(([alpha2]) => alpha2 !== 'XK')
    expect(Object.fromEntries(ALPHA3_BY_ALPHA2)).toEqual(Object.fromEntries(listed))
  })

  it('knows every ICAO code that the mrz package knows, but for the codes withdrawn or made up', () => {
    const iso = new Set(ALPHA3_BY_ALPHA2.values())
    const unknown = Object.keys(states).filter((code) => !iso.has(code) && !parseCitizenship(code).ok)
    expect(unknown.sort()).toEqual(['ANT', 'NTZ', 'XXK'])
  })
})

describe('a BIN', () => {
  // Worked by hand: 1·1+2·2+…: 123456789012 has Σ = 1+4+9+16+25+36+49+64+81+0+11 = 296, 296 mod 11 = 10, so the second
  // weights 3,4,…,11,1,2 give 3+8+15+24+35+48+63+80+99+0+2 = 377, 377 mod 11 = 3.
  it.each([
    ['123456789013', null],
    ['123456789012', 'check_digit'],
    ['960440000010', 'check_digit'],
    ['12345678901', 'not_12_digits'],
    ['1234567890123', 'not_12_digits'],
    ['12345678901a', 'not_12_digits'],
    ['١٢٣٤٥٦٧٨٩٠١٣', 'not_12_digits'],
    ['', 'not_12_digits'],
  ])('%s: %s', (text, code) => {
    expect(binProblem(text)?.code ?? null).toBe(code)
    expect(isValidBin(text)).toBe(code === null)
  })

  it('is no number at all when both weightings leave ten', () => {
    const starts = Array.from({ length: 5000 }, (_, index) => String(10_000_000_000 + index * 7_919))
    const weigh = (text: string, shift: number) =>
      [...text].reduce((sum, character, index) => sum + Number(character) * (((index + shift) % 11) + 1), 0) % 11
    const impossible = starts.filter((start) => weigh(start, 0) === 10 && weigh(start, 2) === 10)
    expect(impossible.length).toBeGreaterThan(0)
    for (const start of impossible) {
      for (const last of '0123456789') expect(isValidBin(start + last)).toBe(false)
    }
    const possible = starts.filter((start) => !impossible.includes(start))
    expect(possible.every((start) => [...'0123456789'].filter((last) => isValidBin(start + last)).length === 1)).toBe(true)
  })
})

describe('whose number it is', () => {
  /** The check digit worked out the long way round: every digit is tried, on its own sum. */
  const complete = (eleven: string): string | undefined => {
    const digits = Array.from(eleven, Number)
    const remainder = (weightOf: (place: number) => number) =>
      digits.reduce((sum, digit, index) => sum + digit * weightOf(index + 1), 0) % 11
    const first = remainder((place) => place)
    const check = first < 10 ? first : remainder((place) => (place + 2 <= 11 ? place + 2 : place - 9))
    return check < 10 ? `${eleven}${check}` : undefined
  }
  const whole = (start: string): string => {
    const endings = Array.from({ length: 10 }, (_, index) => String(index).padStart(11 - start.length, '0'))
    const number = endings.map((ending) => complete(`${start}${ending}`)).find((completed) => completed !== undefined)
    if (number === undefined) throw new Error(`No number begins with ${start}`)
    return number
  }

  it.each([
    ['a man born on 29 February 1988', '880229300', 'iin'],
    ['a woman born in 1995', '951231400', 'iin'],
    ['a boy born in 2007', '070101500', 'iin'],
    ['a foreigner without a century', '900515000', 'iin'],
    ['a resident organisation of 2018', '180340020', 'bin'],
    ['a non-resident of 2020', '201250000', 'bin'],
    ['sole traders together', '110461000', 'bin'],
    ['a month that does not exist', '881329300', null],
    ['a day that does not exist', '880200300', null],
    ['a century that does not exist', '880229700', null],
    ['a kind of organisation that does not exist', '180370020', null],
  ])('%s', (_who, start, kind) => {
    const number = whole(start)
    expect(binProblem(number)).toBeNull()
    expect(identificationNumberKind(number)).toBe(kind)
    expect(identificationNumberProblem(number)).toBeNull()
    expect(identificationNumberProblem(number, ['iin'])?.code ?? null).toBe(kind === 'bin' ? 'is_bin' : null)
    expect(identificationNumberProblem(number, ['bin'])?.code ?? null).toBe(kind === 'iin' ? 'is_iin' : null)
  })

  it('is asked only of a number that is right in itself', () => {
    const number = whole('880229300')
    const mistyped = `${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`
    expect(identificationNumberProblem(mistyped, ['bin'])?.code).toBe('check_digit')
    expect(identificationNumberProblem(number.slice(1), ['bin'])?.code).toBe('not_12_digits')
    expect(identificationNumberKind(`${number}0`)).toBeNull()
  })

  it('judges every single mistyped digit as the long way round does', () => {
    for (const start of ['880229300', '180340020', '951231400', '201250000']) {
      const number = whole(start)
      for (let place = 0; place < 12; place++) {
        for (const digit of '0123456789') {
          const typed = `${number.slice(0, place)}${digit}${number.slice(place + 1)}`
          if (typed === number) continue
          // A first sum of ten is counted anew with other weights, where another digit may happen to fit.
          const isRight = complete(typed.slice(0, 11)) === typed
          expect(identificationNumberProblem(typed)?.code === 'check_digit').toBe(!isRight)
        }
      }
    }
  })
})

describe('a returning guest', () => {
  const guest: GuestFacts = { ...EMPTY_GUEST, citizenship: 'GBR', birthDate: '1991-02-23', documentNumber: 'FZ5942043' }

  it('is recognised by document, country and birth, however the number is spaced', () => {
    expect(personKey({ ...guest, documentNumber: 'fz 594-2043', surname: 'Smith' })).toBe(personKey(guest))
    const russian = { ...guest, citizenship: 'RUS', documentSeries: '45 10', documentNumber: '567123' }
    expect(personKey(russian)).toBe(personKey({ ...russian, documentSeries: null, documentNumber: '4510 567123' }))
  })

  it.each<Partial<GuestFacts>>([{ citizenship: 'IRL' }, { birthDate: '1991-02-24' }, { documentNumber: 'FZ5942044' }])(
    'is another with %j',
    (change) => {
      expect(personKey({ ...guest, ...change })).not.toBe(personKey(guest))
    },
  )

  it.each<Partial<GuestFacts>>([
    { citizenship: null },
    { birthDate: null },
    { documentNumber: null },
    { documentNumber: ' - ' },
  ])('cannot be recognised with %j', (change) => {
    expect(personKey({ ...guest, ...change })).toBeNull()
  })
})

describe('kind of document', () => {
  it.each([
    ['P<', 'DEU', 'DEU', 'passport'],
    ['PD', 'DEU', 'DEU', 'passport'],
    ['PN', 'RUS', 'RUS', 'internal_passport'],
    ['PN', 'CHN', 'CHN', 'passport'],
    ['PT', 'KAZ', 'XXA', 'travel_document'],
    ['P<', 'TUR', 'XXB', 'travel_document'],
    ['I<', 'UZB', 'UZB', 'id_card'],
    ['ID', 'KGZ', 'KGZ', 'id_card'],
    ['AC', 'GBR', 'GBD', 'id_card'],
    ['IR', 'KAZ', 'UZB', 'residence_permit'],
    ['C<', 'KAZ', 'RUS', 'residence_permit'],
    ['I<', 'KAZ', null, 'id_card'],
    ['V<', 'KAZ', 'DEU', null],
    ['7<', 'KAZ', 'DEU', null],
    ['<<', 'KAZ', 'DEU', null],
  ])('%s of %s for a citizen of %s is %s', (code, issuer, citizenship, expected) => {
    expect(documentTypeOf(code, issuer, citizenship)).toBe(expected)
  })
})
