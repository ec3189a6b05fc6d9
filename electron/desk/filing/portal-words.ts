import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' }
import { ALPHA3_BY_ALPHA2 } from '#shared/documents/country-codes.ts'
import type { CitizenshipCode, DocumentType, Purpose, Sex } from '#shared/domain/guest.ts'

/** Codes that documents carry and that are no country (ICAO 9303 part 3). */
const NOT_COUNTRIES: Readonly<Record<string, string>> = {
  EUE: 'Европейский союз',
  GBD: 'Великобритания (заморские территории)',
  GBN: 'Великобритания (подданный за рубежом)',
  GBO: 'Великобритания (гражданин за рубежом)',
  GBP: 'Великобритания (лицо под защитой)',
  GBS: 'Великобритания (подданный)',
  RKS: 'Косово',
  UNA: 'Учреждение ООН',
  UNK: 'Миссия ООН в Косове',
  UNO: 'ООН',
  XOM: 'Мальтийский орден',
  XXA: 'Лицо без гражданства',
  XXB: 'Беженец',
  XXC: 'Беженец',
}

const RUSSIAN_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries<string | readonly string[]>(ru.countries).flatMap(([alpha2, name]) => {
    const alpha3 = ALPHA3_BY_ALPHA2.get(alpha2)
    const first = typeof name === 'string' ? name : name[0]
    return alpha3 === undefined || first === undefined ? [] : [[alpha3, first] as const]
  }),
)

/** A citizenship as the portal's list words it; the bare code when no name is known. */
export function countryInRussian(code: CitizenshipCode): string {
  return NOT_COUNTRIES[code] ?? RUSSIAN_NAMES.get(code) ?? code
}

export const SEX_IN_RUSSIAN: Readonly<Record<Exclude<Sex, 'X'>, string>> = { M: 'Мужской', F: 'Женский' }

export const DOCUMENT_TYPE_IN_RUSSIAN: Readonly<Record<Exclude<DocumentType, 'none'>, string>> = {
  passport: 'Паспорт',
  id_card: 'Удостоверение личности',
  internal_passport: 'Внутренний паспорт',
  travel_document: 'Проездной документ',
  residence_permit: 'Вид на жительство',
}

export const PURPOSE_IN_RUSSIAN: Readonly<Record<Purpose, string>> = {
  tourism: 'Туризм',
  business: 'Деловая',
  private: 'Частная',
  transit: 'Транзит',
  work: 'Работа',
  study: 'Учёба',
  medical: 'Лечение',
  other: 'Другая',
}
