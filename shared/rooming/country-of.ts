import { parseCitizenship } from '../documents/citizenship.ts'
import type { CitizenshipCode } from '../domain/guest.ts'
import { allCountries, searchNames } from '../i18n/country-names.ts'
import { LANGUAGES } from '../i18n/language.ts'
import { fold } from './fold.ts'

/** What lists of travel agencies say instead of the country, where it is not the country's name. Folded. */
const PEOPLES: Readonly<Record<CitizenshipCode, string>> = {
  AUS: 'australian австралиец австралийка',
  AUT: 'austrian австриец австрийка',
  AZE: 'azerbaijani азербайджанец азербайджанка',
  BEL: 'belgian бельгиец бельгийка',
  BLR: 'belarusian белорус белоруска',
  CAN: 'canadian канадец канадка',
  CHE: 'swiss швейцарец швейцарка',
  CHN: 'chinese китаец китаянка',
  CZE: 'czech чех чешка',
  DEU: 'german немец немка',
  DNK: 'danish датчанин датчанка',
  ESP: 'spanish испанец испанка',
  EST: 'estonian эстонец эстонка',
  FIN: 'finnish финн финка',
  FRA: 'french француз француженка',
  GBR: 'british uk',
  GEO: 'georgian грузин грузинка',
  GRC: 'greek грек гречанка',
  HUN: 'hungarian венгр венгерка',
  IDN: 'indonesian',
  IND: 'indian индиец',
  IRN: 'iranian иранец иранка',
  ISR: 'israeli израильтянин израильтянка',
  ITA: 'italian итальянец итальянка',
  JPN: 'japanese японец японка',
  KAZ: 'kazakhstani kazakh казахстанец казахстанка рк',
  KGZ: 'kyrgyz киргизия кыргыз киргиз киргизка',
  KOR: 'korean южнокореец',
  LTU: 'lithuanian литовец литовка',
  LVA: 'latvian латыш латышка',
  MNG: 'mongolian монгол монголка',
  MYS: 'malaysian',
  NLD: 'dutch голландец голландка',
  NOR: 'norwegian норвежец норвежка',
  PAK: 'pakistani пакистанец',
  PHL: 'filipino',
  POL: 'polish поляк полька',
  PRT: 'portuguese португалец португалка',
  RUS: 'russian россиянин россиянка рф',
  SWE: 'swedish швед шведка',
  THA: 'thai',
  TJK: 'tajik таджик таджичка',
  TKM: 'turkmen туркменка',
  TUR: 'turkish турок турчанка',
  UKR: 'ukrainian украинец украинка',
  USA: 'american us американец американка',
  UZB: 'uzbek узбек узбечка',
  VNM: 'vietnamese вьетнамец вьетнамка',
}

let codeByName: ReadonlyMap<string, CitizenshipCode> | undefined

/**
 * The citizenship a list names by code, by any name the country has in Russian, Kazakh or English, or by its people. `undefined` when it
 * names none, or two: what is not certain is asked.
 */
export function countryOf(text: string): CitizenshipCode | undefined {
  codeByName ??= namesOfCountries()
  const code = parseCitizenship(text.replace(/\.$/, ''))
  if (code.ok) return code.value
  const folded = fold(text)
  // "Германия (DEU)", "DEU – Germany": both say the same, or neither is believed.
  const inBrackets = /^(.+?)\s*[(/–-]\s*([A-Za-z]{2,3})\)?$/.exec(text) ?? /^([A-Za-z]{2,3})\s*[(/–-]\s*(.+?)\)?$/.exec(text)
  if (inBrackets !== null && codeByName.get(folded) === undefined) {
    const [one, other] = [countryOf(inBrackets[1] ?? ''), countryOf(inBrackets[2] ?? '')]
    return one === other ? one : undefined
  }
  return codeByName.get(folded)
}

function namesOfCountries(): ReadonlyMap<string, CitizenshipCode> {
  const byName = new Map<string, CitizenshipCode>()
  const twice = new Set<string>()
  const shown = new Map(LANGUAGES.flatMap((language) => allCountries(language).map(({ code, name }) => [fold(name), code])))
  for (const { code } of allCountries('en')) {
    for (const name of [...searchNames(code).map(fold), ...(PEOPLES[code]?.split(' ') ?? [])]) {
      const other = byName.get(name)
      if (other !== undefined && other !== code) twice.add(name)
      byName.set(name, code)
    }
  }
  for (const name of twice) byName.delete(name)
  // The name a country is shown by is its own, whoever else might be meant.
  for (const [name, code] of shown) byName.set(name, code)
  return byName
}
