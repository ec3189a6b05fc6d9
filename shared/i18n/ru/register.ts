/** The register's own vocabulary: fields, documents, purposes, kinds of property. */
export const fields = {
  surname: 'Фамилия',
  givenNames: 'Имя',
  patronymic: 'Отчество',
  hasSingleName: 'В документе одно имя',
  printedName: 'Имя, как в документе',
  mrz: 'Машиночитаемая строка',
  sex: 'Пол',
  birthDate: 'Дата рождения',
  citizenship: 'Гражданство',
  documentType: 'Документ',
  documentSeries: 'Серия',
  documentNumber: 'Номер документа',
  issuingState: 'Страна выдачи',
  issueDate: 'Дата выдачи',
  expiryDate: 'Действует до',
  hasNoExpiry: 'Бессрочный',
  purpose: 'Цель',
  borderEntryDate: 'Граница РК, дата въезда',
  borderCheckpoint: 'Пункт пропуска',
  visaNumber: 'Виза',
  visaValidUntil: 'Виза до',
  visaEntries: 'Въездов по визе',
  phone: 'Телефон',
  email: 'Эл. почта',
  guardianDocument: 'Документ взрослого',
  arrivalAt: 'Заезд',
  departureDate: 'Выезд',
  room: 'Номер',
  reservation: 'Бронь',
} as const

/** What is still missing, as it stands after the guest's name. */
export const missing = {
  surname: 'фамилия',
  givenNames: 'имя',
  citizenship: 'гражданство',
  birthDate: 'дата рождения',
  sex: 'пол',
  documentType: 'вид документа',
  documentNumber: 'номер документа',
  guardianDocument: 'документ взрослого',
  issueDate: 'дата выдачи документа',
  expiryDate: 'срок действия документа',
  purpose: 'цель приезда',
  departureDate: 'дата выезда',
} as const

export const documentTypes = {
  passport: 'Паспорт',
  id_card: 'Удостоверение',
  internal_passport: 'Внутренний паспорт',
  travel_document: 'Проездной документ',
  residence_permit: 'Вид на жительство',
  none: 'Без документа (ребёнок)',
} as const

export const sexes = { M: 'Мужской', F: 'Женский', X: 'Не указан' } as const

export const purposes = {
  tourism: 'Туризм',
  business: 'Деловая',
  private: 'Частная',
  transit: 'Транзит',
  work: 'Работа',
  study: 'Учёба',
  medical: 'Лечение',
  other: 'Другая',
} as const

/** How often a visa lets its holder in. */
export const visaEntries = { single: 'один', double: 'два', multiple: 'много' } as const

export const propertyKinds = {
  natural_person: 'Физическое лицо',
  small_business: 'Малый бизнес или ИП',
  non_profit: 'Некоммерческая организация',
  medium_business: 'Средний бизнес',
  large_business: 'Крупный бизнес',
} as const

export const channels = {
  'assisted-portal': { name: 'Портал eQonaq, подаёт сотрудник', short: 'портал eQonaq' },
  'migration-api': { name: 'Прямая отправка в службу', short: 'прямая отправка' },
  paper: { name: 'На бумаге, в миграционную службу', short: 'на бумаге' },
} as const

export const roles = {
  receptionist: 'Дежурный администратор',
  key_holder: 'Владелец ключа',
  manager: 'Управляющий',
  inspector: 'Проверяющий',
} as const

/** Codes that documents carry and that are no country (ICAO 9303 part 3). */
export const notCountries = {
  GBD: 'Британские заморские территории',
  GBN: 'Британский подданный за рубежом',
  GBO: 'Британский гражданин за рубежом',
  GBP: 'Лицо под защитой Британии',
  GBS: 'Британский подданный',
  RKS: 'Косово',
  XKX: 'Косово',
  EUE: 'Европейский союз',
  UNO: 'ООН',
  UNA: 'Учреждение ООН',
  UNK: 'Миссия ООН в Косове',
  IAO: 'ИКАО',
  XBA: 'Африканский банк развития',
  XCC: 'Карибское сообщество',
  XCE: 'Совет Европы',
  XCO: 'КОМЕСА',
  XDC: 'Сообщество развития Юга Африки',
  XEC: 'ЭКОВАС',
  XES: 'Организация Восточно-Карибских государств',
  XIM: 'Африканский экспортно-импортный банк',
  XMP: 'Парламентская ассамблея Средиземноморья',
  XPO: 'Интерпол',
  XOM: 'Мальтийский орден',
  XXA: 'Без гражданства',
  XXB: 'Беженец',
  XXC: 'Беженец, иной статус',
  XXX: 'Гражданство не указано',
} as const
