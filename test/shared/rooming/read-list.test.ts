import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import type { ListColumn } from '#shared/rooming/list-column.ts'
import { readList } from '#shared/rooming/read-list.ts'
import { asTable, splitTable } from '#shared/rooming/split-table.ts'

const TODAY = calendarDate('2026-11-23')

function listOf(text: string) {
  const table = splitTable(text)
  if (!table.ok) throw new Error(`Refused: ${table.error}`)
  return readList(table.value, {}, TODAY)
}

describe('a list as agencies send it', () => {
  test('Russian heads in any order, a title above, a total below, rooms written once', () => {
    const list = listOf(
      [
        'Группа «Шёлковый путь»\t\t\t\t\t\t',
        '№\tГражданство\tФИО\tДата рождения\tПаспорт\tНомер\tПитание',
        '1\tГермания\tMüller Jonas\t14.09.1988\tC01X00T47\t305\tBB',
        '2\tDEU\tMÜLLER Anna\t12 мая 1990 г.\tC01X00T48\t\tHB',
        '3\tузбек\tКаримов Алишер Рустамович\t1985\tAB1234567\t306\t',
        'Итого\t3\t\t\t\t\t',
      ].join('\n'),
    )
    expect(list.above).toEqual(['Группа «Шёлковый путь»'])
    expect(list.columns.map(({ column }) => column)).toEqual([
      'rowNumber',
      'citizenship',
      'surnameFirst',
      'birthDate',
      'documentNumber',
      'room',
      'other',
    ])
    expect(
      list.people.map(({ facts, room }) => [facts.surname, facts.givenNames, facts.citizenship, facts.birthDate, room]),
    ).toEqual([
      ['Müller', 'Jonas', 'DEU', '1988-09-14', '305'],
      ['MÜLLER', 'Anna', 'DEU', '1990-05-12', '305'],
      ['Каримов', 'Алишер', 'UZB', '1985', '306'],
      [null, null, null, null, '306'],
    ])
    expect(list.people.map(({ isSomebody }) => isSomebody)).toEqual([true, true, true, false])
    expect(list.people[1]?.issues).toEqual([{ kind: 'note', column: 5, code: 'room_above' }])
    expect(list.people[2]?.facts.patronymic).toBe('Рустамович')
    expect(list.people[0]?.leftOver).toEqual([{ head: 'Питание', text: 'BB' }])
  })

  test('no heads: each column by what stands in it', () => {
    const list = listOf(
      [
        'C01X00T47\tDE\t14.09.1988\tMüller\tJonas\tM\t305\t22.03.2031',
        'N1234567\tVNM\t01.02.1979\tNguyen\tVan An\tM\t306\t30.06.2029',
        'AA123456\tкитай\t12.05.1990\tChen\tHao\tж\t306\t11.01.2033',
      ].join('\n'),
    )
    expect(list.head).toBeNull()
    expect(list.columns.map(({ column }) => column)).toEqual([
      'documentNumber',
      'citizenship',
      'birthDate',
      'surname',
      'givenNames',
      'sex',
      'room',
      'expiryDate',
    ])
  })

  test('machine-readable lines in a cell fill what the columns lack, and prove what they contradict', () => {
    const mrz = 'P<D<<MUELLER<<JONAS<MAXIMILIAN<<<<<<<<<<<<<<\nC01X00T478D<<8809141M3103222<<<<<<<<<<<<<<<2'
    const list = listOf(`Фамилия\tДата рождения\tMRZ\nMüller\t15.09.1988\t"${mrz}"`)
    const [person] = list.people
    expect(person?.facts).toMatchObject({ surname: 'Müller', givenNames: 'JONAS MAXIMILIAN', documentNumber: 'C01X00T47' })
    expect(person?.facts.mrz).toBe(mrz)
  })

  test('what cannot be read stays as text beside its reason', () => {
    const [person] = listOf('Фамилия\tРождён\tПол\tГражданство\nИванов\t31.02.1990\tда\tАтлантида').people
    expect(person?.unread).toEqual({ birthDate: '31.02.1990', citizenship: 'Атлантида' })
    expect(person?.leftOver).toEqual([{ head: 'Пол', text: 'да' }])
    expect(person?.issues.map(({ column, code }) => [column, code])).toEqual([
      [2, 'unknown_sex'],
      [1, 'not_a_date'],
      [3, 'unknown_country'],
    ])
  })

  test('an American list is read month first only where nothing else is possible', () => {
    const american = listOf('Surname,DOB\nSmith,05/13/1990\nBrown,04/03/1980')
    expect(american.people.map(({ facts }) => facts.birthDate)).toEqual(['1990-05-13', '1980-04-03'])
    const other = listOf('Surname,DOB\nSmith,13/05/1990\nBrown,04/03/1980')
    expect(other.people.map(({ facts }) => facts.birthDate)).toEqual(['1990-05-13', '1980-03-04'])
  })

  test('the clerk’s word goes before any guess, and takes the column from a guess', () => {
    const table = splitTable('Дата\tИмя\n14.09.1988\tJonas')
    if (!table.ok) throw new Error(table.error)
    const list = readList(table.value, { 0: 'issueDate', 1: 'surname' }, TODAY)
    expect(list.columns.map(({ column, isChosen }) => [column, isChosen])).toEqual([
      ['issueDate', true],
      ['surname', true],
    ])
    expect(list.people[0]?.facts).toMatchObject({ issueDate: '1988-09-14', surname: 'Jonas', birthDate: null })
  })
})

test('every country is found by its code and by the name it is shown with in each language', () => {
  const codes = [
    'DEU',
    'RUS',
    'UZB',
    'KGZ',
    'CHN',
    'KOR',
    'PRK',
    'COD',
    'COG',
    'NER',
    'NGA',
    'GBR',
    'USA',
    'ARE',
    'CZE',
    'GEO',
    'XXA',
  ]
  for (const code of codes) {
    for (const language of LANGUAGES) {
      const list = readList(
        [
          ['Гражданство', 'Фамилия'],
          [countryName(code, language), 'A'],
          [code, 'B'],
        ],
        {},
        TODAY,
      )
      expect(list.people.map(({ facts }) => facts.citizenship)).toEqual([code, code])
    }
  }
})

/** How a day is written, and the heads of a list, in three languages. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const DAY_FORMATS = ['dots', 'slashes', 'iso', 'serial', 'words', 'figures'] as const

function written(day: string, format: (typeof DAY_FORMATS)[number], language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (format === 'iso') return day
  if (format === 'dots') return `${date}.${month}.${year}`
  if (format === 'slashes') return `${Number(date)}/${Number(month)}/${year}`
  if (format === 'figures') return `${date}${month}${year}`
  if (format === 'serial') return String(toDayNumber(calendarDate(day)) - toDayNumber(calendarDate('1899-12-30')))
  const word = MONTHS[language][Number(month) - 1] ?? ''
  return language === 'kk' ? `${year} ж. ${Number(date)} ${word}` : `${Number(date)} ${word} ${year}`
}

const HEADS: Readonly<Record<Language, Readonly<Partial<Record<ListColumn, string>>>>> = {
  ru: {
    surname: 'Фамилия',
    givenNames: 'Имя',
    birthDate: 'Дата рождения',
    citizenship: 'Гражданство',
    sex: 'Пол',
    documentNumber: '№ паспорта',
    issueDate: 'Дата выдачи',
    expiryDate: 'Действителен до',
    room: 'Номер комнаты',
  },
  kk: {
    surname: 'Тегі',
    givenNames: 'Аты',
    birthDate: 'Туған күні',
    citizenship: 'Азаматтығы',
    sex: 'Жынысы',
    documentNumber: 'Төлқұжат нөмірі',
    issueDate: 'Берілген күні',
    expiryDate: 'Жарамдылық мерзімі',
    room: 'Бөлме',
  },
  en: {
    surname: 'Last name',
    givenNames: 'First name',
    birthDate: 'Date of birth',
    citizenship: 'Nationality',
    sex: 'Gender',
    documentNumber: 'Passport No.',
    issueDate: 'Issue date',
    expiryDate: 'Expiry date',
    room: 'Room',
  },
}
const SEX_WORDS = { ru: { M: 'муж', F: 'Ж' }, kk: { M: 'ер', F: 'әйел' }, en: { M: 'Male', F: 'f' } } as const

const dayBetween = (from: string, to: string) =>
  fc
    .integer({ min: toDayNumber(calendarDate(from)), max: toDayNumber(calendarDate(to)) })
    .map((number) => fromDayNumber(number) as string)
const nameArbitrary = fc.constantFrom(
  'Müller',
  'Nguyen',
  'Каримов',
  'O’Brien',
  'Şahin',
  'Әбдіров',
  'de la Cruz',
  'Иванова-Петрова',
)
const personArbitrary = fc.record({
  surname: nameArbitrary,
  givenNames: fc.constantFrom('Jonas Maximilian', 'Ли', 'Thị Ánh', 'Нұрлан', 'Anna-Maria'),
  birthDate: dayBetween('1930-01-01', '2024-12-31'),
  citizenship: fc.constantFrom('DEU', 'RUS', 'UZB', 'VNM', 'CHN', 'TUR', 'KOR', 'GBR', 'IND'),
  sex: fc.constantFrom('M', 'F'),
  documentNumber: fc.integer({ min: 1_000_000, max: 999_999_999 }).map((number) => `AB${number}`),
  issueDate: dayBetween('2016-01-01', '2026-11-01'),
  expiryDate: dayBetween('2027-02-01', '2036-12-31'),
  room: fc.integer({ min: 101, max: 999 }).map(String),
})
type Fact = keyof typeof HEADS.ru & keyof (typeof personArbitrary extends fc.Arbitrary<infer Person> ? Person : never)
const FACTS = Object.keys(HEADS.ru) as Fact[]

test('whatever the order, language, format of days and separator: the same guests are read back', () => {
  fc.assert(
    fc.property(
      fc.array(personArbitrary, { minLength: 1, maxLength: 40 }),
      fc.shuffledSubarray(FACTS, { minLength: FACTS.length, maxLength: FACTS.length }),
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom(...DAY_FORMATS),
      fc.constantFrom('\t', ';', '|'),
      fc.constantFrom('code', 'name'),
      (people, order, language, format, separator, citizenshipAs) => {
        const cell = (person: (typeof people)[number], fact: Fact): string => {
          if (fact === 'birthDate' || fact === 'issueDate' || fact === 'expiryDate')
            return written(person[fact], format, language)
          if (fact === 'sex') return SEX_WORDS[language][person.sex as 'M' | 'F']
          if (fact === 'citizenship')
            return citizenshipAs === 'code' ? person.citizenship : countryName(person.citizenship, language)
          return person[fact]
        }
        const rows = [
          order.map((fact) => HEADS[language][fact] ?? ''),
          ...people.map((person) => order.map((fact) => cell(person, fact))),
        ]
        const text = rows.map((row) => row.join(separator)).join('\r\n')
        const read = listOf(text).people.map(({ facts, room }) => ({ ...facts, room }))
        expect(read.map((facts) => Object.fromEntries(FACTS.map((fact) => [fact, facts[fact]])))).toEqual(
          people.map((person) => Object.fromEntries(FACTS.map((fact) => [fact, person[fact]]))),
        )
      },
    ),
    { numRuns: 150 },
  )
})

test('garbage never throws, and nothing of it is made up or lost', () => {
  const cellArbitrary = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('Фамилия', 'room', '№', 'DEU', '31.02.1990', '45000', 'M', '"', 'Итого', '1990', '+7 701', 'P<D<<X<<Y'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cellArbitrary, { maxLength: 8 }), { maxLength: 20 }), (rows) => {
      const table = asTable(rows)
      if (!table.ok) return
      const list = readList(table.value, {}, TODAY)
      const width = table.value[0]?.length ?? 0
      expect(list.columns).toHaveLength(width)
      expect(list.people).toHaveLength(table.value.length - (list.head === null ? 0 : list.head + 1))
      for (const [index, person] of list.people.entries()) {
        const row = table.value[(list.head ?? -1) + 1 + index] ?? []
        for (const name of [person.facts.surname, person.facts.documentNumber, person.reservation]) {
          if (name !== null && person.facts.mrz === null) expect(row.join(' ').replaceAll('\n', ' ')).toContain(name)
        }
        // What stood in a column of its own that nobody understood is with the person.
        const others = row.filter((text, column) => text !== '' && list.columns[column]?.column === 'other')
        expect(person.leftOver.map(({ text }) => text)).toEqual(expect.arrayContaining(others))
      }
    }),
    { numRuns: 120 },
  )
})

test('any text comes apart or is refused, and a table joined by tabs comes back cell by cell', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => void splitTable(text)))
  const plain = fc.stringMatching(/^[A-Za-zА-Яа-я0-9.,;" -]{1,20}$/).map((text) => text.replaceAll(/ +/g, ' ').trim() || 'x')
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 6 })
        .chain((width) => fc.array(fc.array(plain, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 })),
      (rows) => {
        const text = rows
          .map((row) => row.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
          .join('\n')
        expect(splitTable(text)).toEqual({ ok: true, value: rows })
      },
    ),
  )
})
