import countries from 'i18n-iso-countries'
import english from 'i18n-iso-countries/langs/en.json'
import kazakh from 'i18n-iso-countries/langs/kk.json'
import russian from 'i18n-iso-countries/langs/ru.json'
import { compareIn } from '#shared/i18n/alphabet.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'

countries.registerLocale(kazakh)
countries.registerLocale(russian)
countries.registerLocale(english)

/** Names as people here say them, where the library has the protocol's. */
const SHORTER: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  kk: { USA: 'АҚШ', ARE: 'БАӘ' },
  ru: { RUS: 'Россия', KGZ: 'Кыргызстан', KOR: 'Южная Корея', PRK: 'КНДР', TKM: 'Туркменистан', ARE: 'ОАЭ', CHN: 'Китай' },
  en: { RUS: 'Russia', USA: 'United States', TWN: 'Taiwan', CHN: 'China', PSE: 'Palestine', IRN: 'Iran', MDA: 'Moldova' },
}

export interface Country {
  readonly code: string
  readonly name: string
}

/** Name of a three-letter code, country or ICAO code; the code itself when nobody knows it. */
export function countryName(code: string, language: Language): string {
  const notCountry = Object.entries(CATALOGUES[language].notCountries).find(([known]) => known === code)
  return notCountry?.[1] ?? SHORTER[language][code] ?? countries.getName(code, language) ?? code
}

const SEARCH_NAMES = new Map<string, readonly string[]>()

/** Every name a code may be searched by: short and full, in the three languages, whichever is on screen. */
export function searchNames(code: string): readonly string[] {
  const known = SEARCH_NAMES.get(code)
  if (known !== undefined) return known
  const names = LANGUAGES.flatMap((language) => [
    countryName(code, language),
    ...(countries.getName(code, language, { select: 'all' }) ?? []),
  ])
  SEARCH_NAMES.set(code, names)
  return names
}

/** Every code a document may carry, by name in the alphabet of `language`. */
export function allCountries(language: Language): readonly Country[] {
  const codes = [...Object.keys(countries.getAlpha3Codes()), ...Object.keys(CATALOGUES[language].notCountries)]
  const compare = compareIn(language)
  return [...new Set(codes)]
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((a, b) => compare(a.name, b.name))
}
