import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import kazakh from 'i18n-iso-countries/langs/kk.json' with { type: 'json' }
import russian from 'i18n-iso-countries/langs/ru.json' with { type: 'json' }
import { ALPHA3_BY_ALPHA2 } from '../documents/country-codes.ts'
import { compareIn } from './alphabet.ts'
import { notCountries as englishNotCountries } from './en/register.ts'
import { notCountries as kazakhNotCountries } from './kk/register.ts'
import { LANGUAGES, type Language } from './language.ts'
import { notCountries as russianNotCountries } from './ru/register.ts'

/** Names as people here say them, where the list has the protocol's, an outdated one, or one that two countries share. */
const AS_SAID: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  kk: {
    ARE: 'БАӘ',
    COD: 'Конго ДР',
    CZE: 'Чехия',
    MKD: 'Солтүстік Македония',
    MMR: 'Мьянма',
    PNG: 'Папуа – Жаңа Гвинея',
    PSE: 'Палестина',
    SWZ: 'Эсватини',
    USA: 'АҚШ',
    ZAF: 'ОАР',
  },
  ru: {
    CHN: 'Китай',
    COD: 'ДР Конго',
    ESH: 'Западная Сахара',
    GUF: 'Французская Гвиана',
    KGZ: 'Кыргызстан',
    KOR: 'Южная Корея',
    MDA: 'Молдова',
    PNG: 'Папуа – Новая Гвинея',
    PRK: 'КНДР',
    PSE: 'Палестина',
    RUS: 'Россия',
    TKM: 'Туркменистан',
  },
  en: {
    BRN: 'Brunei',
    CHN: 'China',
    CIV: "Côte d'Ivoire",
    COD: 'DR Congo',
    CZE: 'Czechia',
    FLK: 'Falkland Islands',
    FSM: 'Micronesia',
    GMB: 'Gambia',
    IRN: 'Iran',
    LAO: 'Laos',
    MDA: 'Moldova',
    MKD: 'North Macedonia',
    PSE: 'Palestine',
    RUS: 'Russia',
    SYR: 'Syria',
    TWN: 'Taiwan',
    TZA: 'Tanzania',
    USA: 'United States',
    VAT: 'Vatican City',
    VGB: 'British Virgin Islands',
    VIR: 'US Virgin Islands',
  },
}

/** Further names a receptionist may type. Never shown. */
const ALSO_SAID: Readonly<Record<string, readonly string[]>> = {
  ARE: ['Эмираты', 'Әмірліктер', 'Emirates'],
  BLR: ['Белоруссия'],
  CHN: ['КНР', 'ҚХР', 'PRC'],
  COD: ['Конго'],
  GBR: ['Англия', 'England', 'Британия'],
  IRN: ['Персия'],
  KOR: ['Корея', 'Korea'],
  NLD: ['Голландия', 'Holland'],
  PRK: ['Северная Корея', 'КХДР'],
  SWZ: ['Свазиленд', 'Swaziland'],
  USA: ['Америка', 'Штаты', 'America'],
  ZAF: ['Оңтүстік Африка', 'Южная Африка'],
}

const LISTED: Readonly<Record<Language, Readonly<Record<string, string | readonly string[]>>>> = {
  kk: kazakh.countries,
  ru: russian.countries,
  en: english.countries,
}
/** Codes that documents carry and that are no country (ICAO 9303 part 3). */
const NOT_COUNTRIES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  kk: kazakhNotCountries,
  ru: russianNotCountries,
  en: englishNotCountries,
}
const ALPHA2_BY_ALPHA3: ReadonlyMap<string, string> = new Map([...ALPHA3_BY_ALPHA2].map(([alpha2, alpha3]) => [alpha3, alpha2]))

/** Read where a document carries it, offered under its other code alone: two lines "Kosovo" in a list help nobody. */
const SECOND_CODES: readonly string[] = ['XKX']

export interface Country {
  /** ISO 3166-1 alpha-3 or ICAO code. */
  readonly code: string
  readonly name: string
}

/** Name of a three-letter code, country or ICAO code; the code itself when nobody knows it. */
export function countryName(code: string, language: Language): string {
  return NOT_COUNTRIES[language][code] ?? AS_SAID[language][code] ?? listedNames(code, language)[0] ?? code
}

const SEARCH_NAMES = new Map<string, readonly string[]>()

/** Every name a code may be searched by: short and full, in the three languages, whichever is on screen. */
export function searchNames(code: string): readonly string[] {
  const known = SEARCH_NAMES.get(code)
  if (known !== undefined) return known
  const names = LANGUAGES.flatMap((language) => [countryName(code, language), ...listedNames(code, language)])
  const all = [...names, ...(ALSO_SAID[code] ?? [])]
  SEARCH_NAMES.set(code, all)
  return all
}

/** Every code a document may carry, by name in the alphabet of `language`. */
export function allCountries(language: Language): readonly Country[] {
  const codes = [...ALPHA3_BY_ALPHA2.values(), ...Object.keys(NOT_COUNTRIES[language])]
  const compare = compareIn(language)
  return codes
    .filter((code) => !SECOND_CODES.includes(code))
    .map((code) => ({ code, name: countryName(code, language) }))
    .toSorted((a, b) => compare(a.name, b.name))
}

function listedNames(code: string, language: Language): readonly string[] {
  const alpha2 = ALPHA2_BY_ALPHA3.get(code)
  const names = alpha2 === undefined ? undefined : LISTED[language][alpha2]
  return names === undefined ? [] : typeof names === 'string' ? [names] : names
}
