import { td3 } from '../shared/documents/mrz-maker.ts'

/** One of an invented group. */
export interface Tourist {
  readonly surname: string
  readonly given: string
  readonly code: string
  readonly country: string
  /** `DD.MM.YYYY`. */
  readonly birth: string
  readonly sex: 'M' | 'F'
  readonly passport: string
  readonly room: string
}

const SURNAMES = ['Richter', 'Vogel', 'Brandt', 'Keller', 'Novak', 'Dvorak', 'Lindqvist', 'Larsen', 'Moreau', 'Girard']
const GIVEN = ['Anna', 'Jonas', 'Emilia', 'Oskar', 'Clara', 'Henrik', 'Lucie', 'Pavel', 'Ingrid', 'Marcel']
const COUNTRIES = [
  ['DEU', 'Германия'],
  ['CZE', 'Чехия'],
  ['SWE', 'Швеция'],
  ['FRA', 'Франция'],
] as const

/** Forty people in twenty rooms. */
export const GROUP: readonly Tourist[] = Array.from({ length: 40 }, (_, index) => {
  const [code, country] = COUNTRIES[index % COUNTRIES.length] ?? COUNTRIES[0]
  return {
    surname: SURNAMES[index % SURNAMES.length] ?? '',
    given: GIVEN[(index + Math.floor(index / 10)) % GIVEN.length] ?? '',
    code,
    country,
    birth: `${String((index % 27) + 1).padStart(2, '0')}.0${(index % 9) + 1}.${1950 + index}`,
    sex: index % 2 === 0 ? 'F' : 'M',
    passport: `X${String(1_234_567 + index * 7_919)}`,
    room: String(301 + Math.floor(index / 2)),
  }
})

/** Places in the group, from 0, of those whose row has a mistake. */
export const NO_SUCH_DAY = 4
export const NO_SUCH_COUNTRY = 11
export const NO_EXPIRY = 18

/** The group as an agency sends it, copied out of Excel: a title, a head, a room written once for two. */
export function groupList(): string {
  const head = [
    '№',
    'Фамилия Имя',
    'Гражданство',
    'Дата рождения',
    'Пол',
    '№ паспорта',
    'Дата выдачи',
    'Действителен до',
    'Комната',
    'Выезд',
    'Питание',
  ]
  const rows = GROUP.map((person, index) => [
    String(index + 1),
    `${person.surname.toUpperCase()} ${person.given}`,
    index === NO_SUCH_COUNTRY ? 'Атлантида' : index % 3 === 0 ? person.code : person.country,
    index === NO_SUCH_DAY ? '31.02.1954' : person.birth,
    person.sex === 'M' ? 'муж' : 'жен',
    person.passport,
    '12.05.2023',
    index === NO_EXPIRY ? '' : '11.05.2033',
    index % 2 === 0 ? person.room : '',
    '26.11.2026',
    'BB',
  ])
  return [['Группа «Шёлковый путь», 23–26 ноября'], head, ...rows].map((row) => row.join('\t')).join('\r\n')
}

/** The group without its mistakes, leaving on another day. */
export function cleanGroupList(departure: string): string {
  return groupList()
    .replace('Атлантида', GROUP[NO_SUCH_COUNTRY]?.country ?? '')
    .replace('31.02.1954', GROUP[NO_SUCH_DAY]?.birth ?? '')
    .replace('12.05.2023\t\t', '12.05.2023\t11.05.2033\t')
    .replaceAll('26.11.2026', departure)
}

/** What a scanner types for one of them. */
export function passportOf({ surname, given, code, birth, sex, passport }: Tourist): string {
  const [day = '', month = '', year = ''] = birth.split('.')
  return td3({
    issuer: code,
    nationality: code,
    name: `${surname.toUpperCase()}<<${given.toUpperCase()}`,
    number: passport,
    birth: `${year.slice(2)}${month}${day}`,
    sex,
    expiry: '330511',
  }).join('\n')
}
