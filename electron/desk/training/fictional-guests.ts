import { addDays, type CalendarDate, calendarDate, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import { type DocumentType, EMPTY_GUEST, type GuestFacts, type Purpose } from '#shared/domain/guest.ts'

interface Nation {
  readonly code: string
  /** What its people travel on here. */
  readonly documentType: DocumentType
  readonly numberPattern: string
  /** Family names: as printed, and Latin when that differs. */
  readonly surnames: readonly (readonly [printed: string, latin?: string])[]
  /** What a woman's family name ends in, where men and women bear it differently (Соколов, Соколова). */
  readonly feminineEnding?: readonly [printed: string, latin: string]
  readonly men: readonly (readonly [printed: string, latin?: string])[]
  readonly women: readonly (readonly [printed: string, latin?: string])[]
}

/** `9` = a digit, `A` = a letter. */
const NATIONS: readonly Nation[] = [
  {
    code: 'RUS',
    documentType: 'passport',
    numberPattern: '999999999',
    surnames: [
      ['Ветров', 'VETROV'],
      ['Соколов', 'SOKOLOV'],
      ['Лазарев', 'LAZAREV'],
      ['Климов', 'KLIMOV'],
    ],
    feminineEnding: ['а', 'A'],
    men: [
      ['Андрей', 'ANDREI'],
      ['Илья', 'ILIA'],
      ['Павел', 'PAVEL'],
    ],
    women: [
      ['Ольга', 'OLGA'],
      ['Юлия', 'IULIIA'],
      ['Нина', 'NINA'],
    ],
  },
  {
    code: 'KGZ',
    documentType: 'id_card',
    numberPattern: 'AA9999999',
    surnames: [
      ['Токтосунов', 'TOKTOSUNOV'],
      ['Асанов', 'ASANOV'],
      ['Беков', 'BEKOV'],
    ],
    feminineEnding: ['а', 'A'],
    men: [
      ['Айбек', 'AIBEK'],
      ['Нурлан', 'NURLAN'],
    ],
    women: [
      ['Айгуль', 'AIGUL'],
      ['Жылдыз', 'ZHYLDYZ'],
    ],
  },
  {
    code: 'UZB',
    documentType: 'passport',
    numberPattern: 'AA9999999',
    surnames: [['Yusupov'], ['Karimov'], ['Rahimov'], ['Toshmatov']],
    feminineEnding: ['a', 'A'],
    men: [['Jasur'], ['Sherzod']],
    women: [['Dilnoza'], ['Malika']],
  },
  {
    code: 'TJK',
    documentType: 'passport',
    numberPattern: '999999999',
    surnames: [
      ['Назаров', 'NAZAROV'],
      ['Саидов', 'SAIDOV'],
    ],
    feminineEnding: ['а', 'A'],
    men: [
      ['Фирдавс', 'FIRDAVS'],
      ['Рустам', 'RUSTAM'],
    ],
    women: [
      ['Мадина', 'MADINA'],
      ['Зарина', 'ZARINA'],
    ],
  },
  {
    code: 'DEU',
    documentType: 'passport',
    numberPattern: 'C99A9AA99',
    surnames: [['Müller', 'MUELLER'], ['Schäfer', 'SCHAEFER'], ['Weiß', 'WEISS'], ['Brandt']],
    men: [['Jonas'], ['Jürgen', 'JUERGEN']],
    women: [['Anneliese'], ['Käthe', 'KAETHE']],
  },
  {
    code: 'FRA',
    documentType: 'passport',
    numberPattern: '99AA99999',
    surnames: [['Delorme'], ['Lefèvre', 'LEFEVRE'], ['Chevalier']],
    men: [['Étienne', 'ETIENNE'], ['Luc']],
    women: [['Claire'], ['Hélène', 'HELENE']],
  },
  {
    code: 'VNM',
    documentType: 'passport',
    numberPattern: 'A9999999',
    surnames: [
      ['Nguyễn', 'NGUYEN'],
      ['Trần', 'TRAN'],
      ['Phạm', 'PHAM'],
    ],
    men: [
      ['Văn An', 'VAN AN'],
      ['Minh Đức', 'MINH DUC'],
    ],
    women: [
      ['Thị Hoa', 'THI HOA'],
      ['Thu Hà', 'THU HA'],
    ],
  },
  {
    code: 'CHN',
    documentType: 'passport',
    numberPattern: 'E99999999',
    surnames: [
      ['李', 'LI'],
      ['王', 'WANG'],
      ['陈', 'CHEN'],
    ],
    men: [
      ['文军', 'WENJUN'],
      ['浩', 'HAO'],
    ],
    women: [
      ['芳', 'FANG'],
      ['丽', 'LI'],
    ],
  },
  {
    code: 'KOR',
    documentType: 'passport',
    numberPattern: 'M99999999',
    surnames: [
      ['김', 'KIM'],
      ['박', 'PARK'],
    ],
    men: [
      ['민준', 'MINJUN'],
      ['지훈', 'JIHOON'],
    ],
    women: [
      ['수아', 'SOOAH'],
      ['서연', 'SEOYEON'],
    ],
  },
  {
    code: 'IND',
    documentType: 'passport',
    numberPattern: 'A9999999',
    surnames: [['Deshmukh'], ['Iyer'], ['Chaudhary']],
    men: [['Arjun'], ['Rohan']],
    women: [['Ananya'], ['Ira']],
  },
  {
    code: 'TUR',
    documentType: 'passport',
    numberPattern: 'A99999999',
    surnames: [['Karaca'], ['Yıldız', 'YILDIZ'], ['Öztürk', 'OZTURK']],
    men: [['Emre'], ['Çağrı', 'CAGRI']],
    women: [['Elif'], ['Gülşen', 'GULSEN']],
  },
  {
    code: 'GEO',
    documentType: 'id_card',
    numberPattern: '99AA99999',
    surnames: [
      ['ლომიძე', 'LOMIDZE'],
      ['ბერიძე', 'BERIDZE'],
    ],
    men: [
      ['გიორგი', 'GIORGI'],
      ['ლევან', 'LEVAN'],
    ],
    women: [
      ['ნინო', 'NINO'],
      ['თამარ', 'TAMAR'],
    ],
  },
  {
    code: 'IRL',
    documentType: 'passport',
    numberPattern: 'A9999999',
    surnames: [["O'Brien", 'OBRIEN'], ['Byrne']],
    men: [['Liam'], ['Seán', 'SEAN']],
    women: [['Aoife'], ['Niamh']],
  },
  {
    code: 'POL',
    documentType: 'passport',
    numberPattern: 'AA9999999',
    surnames: [['Nowak'], ['Wójcik', 'WOJCIK']],
    men: [['Łukasz', 'LUKASZ'], ['Jan']],
    women: [['Marta'], ['Zofia']],
  },
]

const KAZAKHSTAN: Nation = {
  code: 'KAZ',
  documentType: 'id_card',
  numberPattern: '099999999',
  surnames: [
    ['Нұрланов', 'NURLANOV'],
    ['Жұмабеков', 'ZHUMABEKOV'],
    ['Қасымов', 'QASYMOV'],
  ],
  feminineEnding: ['а', 'A'],
  men: [
    ['Әлішер', 'ALISHER'],
    ['Дәулет', 'DAULET'],
  ],
  women: [
    ['Айнұр', 'AINUR'],
    ['Әсем', 'ASEM'],
  ],
}

const PURPOSES: readonly Purpose[] = ['tourism', 'tourism', 'tourism', 'business', 'business', 'private', 'transit', 'work']
const LETTERS = 'ABCEHKMPRTX'

/** What is left unknown about a fictional guest, so that every list of the board has somebody in it. */
export type Gap = 'none' | 'issueDate' | 'expiryDate' | 'citizenship' | 'citizenOfKazakhstan'

/** A guest who does not exist. The same numbers from `random` make the same guest. */
export function fictionalGuest(random: () => number, arrival: CalendarDate, gap: Gap): GuestFacts {
  const nation = gap === 'citizenOfKazakhstan' ? KAZAKHSTAN : pick(NATIONS, random)
  const isWoman = random() < 0.5
  const [printedEnding, latinEnding] = (isWoman ? nation.feminineEnding : undefined) ?? ['', '']
  const [printedSurname, latinSurname = printedSurname.toUpperCase()] = pick(nation.surnames, random)
  const [printedGiven, latinGiven = printedGiven.toUpperCase()] = pick(isWoman ? nation.women : nation.men, random)
  const issueDate = addDays(arrival, -90 - Math.floor(random() * 2_500))
  const guest: GuestFacts = {
    ...EMPTY_GUEST,
    surname: `${latinSurname}${latinEnding}`,
    givenNames: latinGiven,
    printedName: `${printedSurname}${printedEnding} ${printedGiven}`,
    sex: isWoman ? 'F' : 'M',
    birthDate: fromDayNumber(toDayNumber(calendarDate('1950-01-01')) + Math.floor(random() * 20_000)),
    citizenship: nation.code,
    documentType: nation.documentType,
    documentNumber: documentNumber(nation.numberPattern, random),
    issuingState: nation.code,
    issueDate,
    expiryDate: addDays(issueDate, 3_652),
    purpose: pick(PURPOSES, random),
    borderEntryDate: addDays(arrival, -Math.floor(random() * 4)),
    phone: random() < 0.5 ? `+7 701 ${digits(3, random)} ${digits(2, random)} ${digits(2, random)}` : null,
  }
  switch (gap) {
    case 'none':
    case 'citizenOfKazakhstan':
      return guest
    case 'issueDate':
      return { ...guest, issueDate: null }
    case 'expiryDate':
      return { ...guest, expiryDate: null }
    case 'citizenship':
      return { ...guest, citizenship: null, issuingState: null }
  }
}

function documentNumber(pattern: string, random: () => number): string {
  return [...pattern]
    .map((place, position) =>
      place === '9' ? digits(1, random) : place === 'A' && position > 0 ? pick([...LETTERS], random) : place,
    )
    .join('')
}

function digits(count: number, random: () => number): string {
  return Array.from({ length: count }, () => String(Math.floor(random() * 10))).join('')
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}
