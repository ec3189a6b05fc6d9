import countries from 'i18n-iso-countries'
import { describe, expect, test } from 'vitest'
import { ALPHA3_BY_ALPHA2, ICAO_SPECIAL_CODES } from '#shared/documents/country-codes.ts'
import { allCountries, countryName, searchNames } from '#shared/i18n/country-names.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'

const EVERY_CODE = [...ALPHA3_BY_ALPHA2.values(), ...ICAO_SPECIAL_CODES]

/** Letters a name of the language may be written with: a Latin letter in a Kazakh name is a name somebody forgot. */
const WRITTEN: Readonly<Record<Language, RegExp>> = {
  kk: /^[\p{Script=Cyrillic}\s’'()\-–,]+$/u,
  ru: /^[\p{Script=Cyrillic}\s’'()\-–,]+$/u,
  en: /^[\p{Script=Latin}\s.’'()\-–,&]+$/u,
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('every code a document may carry has a name, in letters of the language', () => {
    const unnamed = EVERY_CODE.filter((code) => {
      const name = countryName(code, language)
      return name === code || !WRITTEN[language].test(name) || name !== name.trim()
    })
    expect(unnamed).toEqual([])
  })

  test('the list offers every code once, under a name nobody else has', () => {
    const list = allCountries(language)
    expect(list.map(({ code }) => code).toSorted()).toEqual(EVERY_CODE.filter((code) => code !== 'XKX').toSorted())
    const names = list.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('there is no name for a code that does not exist', () => {
    const codes = Object.keys(CATALOGUES[language].notCountries)
    expect(codes.filter((code) => !EVERY_CODE.includes(code))).toEqual([])
    expect(countryName('QQQ', language)).toBe('QQQ')
  })
})

test('whatever is shown, a country is found by every name the ISO list has for it', () => {
  for (const language of LANGUAGES) {
    for (const [alpha2, alpha3] of ALPHA3_BY_ALPHA2) {
      const listed = countries.getName(alpha2, language, { select: 'all' }) ?? []
      expect(listed.length, alpha3).toBeGreaterThan(0)
      expect(searchNames(alpha3)).toEqual(expect.arrayContaining(listed))
    }
  }
})

/** As people at a reception here say them. */
const COMMON_GUESTS: readonly (readonly [code: string, kk: string, ru: string, en: string])[] = [
  ['KAZ', 'Қазақстан', 'Казахстан', 'Kazakhstan'],
  ['RUS', 'Ресей', 'Россия', 'Russia'],
  ['UZB', 'Өзбекстан', 'Узбекистан', 'Uzbekistan'],
  ['KGZ', 'Қырғызстан', 'Кыргызстан', 'Kyrgyzstan'],
  ['TJK', 'Тәжікстан', 'Таджикистан', 'Tajikistan'],
  ['TKM', 'Түрікменстан', 'Туркменистан', 'Turkmenistan'],
  ['BLR', 'Беларусь', 'Беларусь', 'Belarus'],
  ['ARM', 'Армения', 'Армения', 'Armenia'],
  ['AZE', 'Әзірбайжан', 'Азербайджан', 'Azerbaijan'],
  ['GEO', 'Грузия', 'Грузия', 'Georgia'],
  ['MDA', 'Молдова', 'Молдова', 'Moldova'],
  ['UKR', 'Украина', 'Украина', 'Ukraine'],
  ['MNG', 'Моңғолия', 'Монголия', 'Mongolia'],
  ['CHN', 'Қытай', 'Китай', 'China'],
  ['HKG', 'Гонконг', 'Гонконг', 'Hong Kong'],
  ['MAC', 'Макао', 'Макао', 'Macao'],
  ['TWN', 'Тайвань', 'Тайвань', 'Taiwan'],
  ['KOR', 'Оңтүстік Корея', 'Южная Корея', 'South Korea'],
  ['JPN', 'Жапония', 'Япония', 'Japan'],
  ['IND', 'Үндістан', 'Индия', 'India'],
  ['PAK', 'Пәкістан', 'Пакистан', 'Pakistan'],
  ['AFG', 'Ауғанстан', 'Афганистан', 'Afghanistan'],
  ['IRN', 'Иран', 'Иран', 'Iran'],
  ['TUR', 'Түркия', 'Турция', 'Türkiye'],
  ['ARE', 'БАӘ', 'ОАЭ', 'United Arab Emirates'],
  ['SAU', 'Сауд Арабиясы', 'Саудовская Аравия', 'Saudi Arabia'],
  ['DEU', 'Германия', 'Германия', 'Germany'],
  ['FRA', 'Франция', 'Франция', 'France'],
  ['ITA', 'Италия', 'Италия', 'Italy'],
  ['GBR', 'Ұлыбритания', 'Великобритания', 'United Kingdom'],
  ['USA', 'АҚШ', 'США', 'United States'],
  ['CZE', 'Чехия', 'Чехия', 'Czechia'],
  ['GBD', 'Британияның теңіз арты аумақтары', 'Британские заморские территории', 'British overseas territories'],
  ['UNO', 'БҰҰ', 'ООН', 'United Nations'],
  ['XOM', 'Мальта ордені', 'Мальтийский орден', 'Order of Malta'],
  ['XXA', 'Азаматтығы жоқ', 'Без гражданства', 'Stateless'],
  ['XXB', 'Босқын', 'Беженец', 'Refugee'],
]

test.each(COMMON_GUESTS)('%s is %s, %s, %s', (code, kk, ru, en) => {
  expect(LANGUAGES.map((language) => countryName(code, language))).toEqual([kk, ru, en])
})

test.each([
  ['KGZ', 'Киргизия'],
  ['BLR', 'Белоруссия'],
  ['MDA', 'Молдавия'],
  ['TKM', 'Туркмения'],
  ['RUS', 'Российская Федерация'],
  ['KOR', 'Республика Корея'],
  ['KOR', 'Корея'],
  ['TUR', 'Turkey'],
  ['NLD', 'Голландия'],
  ['USA', 'Америка'],
])('%s is found as %s too', (code, name) => {
  expect(searchNames(code)).toContain(name)
})
