import type { TranslationOf } from '../catalogue.ts'
import type * as source from '../ru/register.ts'

export const fields = {
  surname: 'Тегі',
  givenNames: 'Аты',
  patronymic: 'Әкесінің аты',
  hasSingleName: 'Құжатта бір ғана аты бар',
  printedName: 'Аты-жөні құжаттағыдай',
  mrz: 'Машина оқитын жол',
  sex: 'Жынысы',
  birthDate: 'Туған күні',
  citizenship: 'Азаматтығы',
  documentType: 'Құжат',
  documentSeries: 'Сериясы',
  documentNumber: 'Құжат нөмірі',
  issuingState: 'Берген ел',
  issueDate: 'Берілген күні',
  expiryDate: 'Жарамды мерзімі',
  hasNoExpiry: 'Мерзімсіз',
  purpose: 'Мақсаты',
  borderEntryDate: 'ҚР шекарасы, кірген күні',
  borderCheckpoint: 'Өткізу пункті',
  visaNumber: 'Виза',
  visaValidUntil: 'Виза мерзімі',
  visaEntries: 'Виза бойынша кіру',
  phone: 'Телефон',
  email: 'Эл. пошта',
  guardianDocument: 'Ересектің құжаты',
  arrivalAt: 'Келуі',
  departureDate: 'Кетуі',
  room: 'Нөмір',
  reservation: 'Бронь',
} satisfies TranslationOf<typeof source.fields>

export const missing = {
  surname: 'тегі',
  givenNames: 'аты',
  citizenship: 'азаматтығы',
  birthDate: 'туған күні',
  sex: 'жынысы',
  documentType: 'құжат түрі',
  documentNumber: 'құжат нөмірі',
  guardianDocument: 'ересектің құжаты',
  issueDate: 'құжаттың берілген күні',
  expiryDate: 'құжаттың жарамдылық мерзімі',
  purpose: 'келу мақсаты',
  departureDate: 'кететін күні',
} satisfies TranslationOf<typeof source.missing>

export const documentTypes = {
  passport: 'Паспорт',
  id_card: 'Жеке куәлік',
  internal_passport: 'Ішкі паспорт',
  travel_document: 'Жол жүру құжаты',
  residence_permit: 'Ықтиярхат',
  none: 'Құжатсыз (бала)',
} satisfies TranslationOf<typeof source.documentTypes>

export const sexes = { M: 'Ер', F: 'Әйел', X: 'Көрсетілмеген' } satisfies TranslationOf<typeof source.sexes>

export const purposes = {
  tourism: 'Туризм',
  business: 'Іскерлік',
  private: 'Жеке',
  transit: 'Транзит',
  work: 'Жұмыс',
  study: 'Оқу',
  medical: 'Емделу',
  other: 'Басқа',
} satisfies TranslationOf<typeof source.purposes>

export const visaEntries = { single: 'бір рет', double: 'екі рет', multiple: 'көп рет' } satisfies TranslationOf<
  typeof source.visaEntries
>

export const propertyKinds = {
  natural_person: 'Жеке тұлға',
  small_business: 'Шағын бизнес немесе ЖК',
  non_profit: 'Коммерциялық емес ұйым',
  medium_business: 'Орта бизнес',
  large_business: 'Ірі бизнес',
} satisfies TranslationOf<typeof source.propertyKinds>

export const channels = {
  'assisted-portal': { name: 'eQonaq порталы, қызметкер ұсынады', short: 'eQonaq порталы' },
  'migration-api': { name: 'Қызметке тікелей жіберу', short: 'тікелей жіберу' },
  paper: { name: 'Қағаз түрінде, көші-қон қызметіне', short: 'қағаз түрінде' },
} satisfies TranslationOf<typeof source.channels>

export const roles = {
  receptionist: 'Кезекші әкімші',
  key_holder: 'Кілт иесі',
  manager: 'Басқарушы',
  inspector: 'Тексеруші',
} satisfies TranslationOf<typeof source.roles>

export const notCountries = {
  GBD: 'Британияның теңіз арты аумақтары',
  GBN: 'Шетелдегі Британия қол астындағы тұлға',
  GBO: 'Шетелдегі Британия азаматы',
  GBP: 'Британия қорғауындағы тұлға',
  GBS: 'Британия қол астындағы тұлға',
  RKS: 'Косово',
  XKX: 'Косово',
  EUE: 'Еуропалық одақ',
  UNO: 'БҰҰ',
  UNA: 'БҰҰ мекемесі',
  UNK: 'БҰҰ-ның Косоводағы миссиясы',
  IAO: 'ИКАО',
  XBA: 'Африка даму банкі',
  XCC: 'Кариб қауымдастығы',
  XCE: 'Еуропа Кеңесі',
  XCO: 'КОМЕСА',
  XDC: 'Африканың оңтүстігін дамыту қоғамдастығы',
  XEC: 'ЭКОВАС',
  XES: 'Шығыс Кариб мемлекеттерінің ұйымы',
  XIM: 'Африка экспорт-импорт банкі',
  XMP: 'Жерорта теңізі парламенттік ассамблеясы',
  XPO: 'Интерпол',
  XOM: 'Мальта ордені',
  XXA: 'Азаматтығы жоқ',
  XXB: 'Босқын',
  XXC: 'Босқын, өзге мәртебе',
  XXX: 'Азаматтығы көрсетілмеген',
} satisfies TranslationOf<typeof source.notCountries>
