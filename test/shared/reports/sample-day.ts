import {
  type DayClose,
  type DayReport,
  type DayView,
  REPORT_LISTS,
  type ReportList,
  type ReportRow,
} from '#shared/contract/report-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'

/** Fictional people: scripts that fonts find hard, and names that tables do. */
const NAMES = [
  'Назаров Фирдавс',
  'Delorme Claire',
  'Nguyễn Văn An',
  'Токтосунов Айбек',
  'Ветрова Ольга',
  'Әбдіғалиұлы Нұрсәуле',
  'გელაშვილი ნინო Gelashvili Nino',
  'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maximiliana',
  'O’Brien Seán',
  'Øvrebø Åse',
] as const
const CITIZENSHIPS = ['TJK', 'FRA', 'VNM', 'KGZ', 'RUS', 'UZB', 'GEO', 'GBR', 'IRL', 'NOR'] as const

/** Rows of each list, in the order of {@link REPORT_LISTS}; `goesByItself` is worked out. */
export interface SampleSize {
  readonly overdue?: number
  readonly dueToday?: number
  readonly dueTomorrow?: number
  readonly dueLater?: number
  readonly filed?: number
}

/** Tuesday, 5 May 2026, in a hotel in Almaty; one of everything unless asked for otherwise. */
export function sampleDay(size: SampleSize = {}, overrides: Partial<DayReport> = {}): DayReport {
  const { overdue = 2, dueToday = 4, dueTomorrow = 3, dueLater = 2, filed = 3 } = size
  const rows: ReportRow[] = []
  const lists = Object.fromEntries(REPORT_LISTS.map((list) => [list, []])) as unknown as Record<ReportList, number[]>
  const add = (row: Partial<ReportRow>, ...names: readonly ReportList[]) => {
    const place = rows.push(sampleRow(rows.length, row)) - 1
    for (const name of names) lists[name].push(place)
  }
  for (let place = 0; place < overdue; place += 1)
    add(
      place % 2 === 0
        ? {
            lane: 'overdue',
            state: 'unknown',
            cause: 'timeout',
            actBy: calendarDate('2026-05-04'),
            workingDaysLate: 1,
            exposure: FINE,
          }
        : {
            lane: 'overdue',
            state: 'rejected',
            cause: 'content_refused',
            actBy: calendarDate('2026-04-30'),
            workingDaysLate: 2,
            exposure: FINE,
            refusedField: 'document.number',
            person: { ...personAt(place), refusal: 'Номер документа не найден' },
          },
      'overdue',
      place % 2 === 0 ? 'unconfirmed' : 'rejected',
    )
  for (let place = 0; place < dueToday; place += 1)
    add(
      { lane: 'today', actBy: calendarDate('2026-05-05'), ...(place % 4 === 3 ? { state: 'handover' } : {}) },
      'dueToday',
      place % 4 === 3 ? 'needsPerson' : 'goesByItself',
    )
  for (let place = 0; place < dueTomorrow; place += 1)
    add(
      place % 3 === 2
        ? { lane: 'tomorrow', state: 'incomplete', actBy: calendarDate('2026-05-06'), missing: ['birthDate', 'purpose'] }
        : { lane: 'tomorrow', actBy: calendarDate('2026-05-06'), isUncertain: place === 0 },
      'dueTomorrow',
      place % 3 === 2 ? 'incomplete' : 'goesByItself',
    )
  for (let place = 0; place < dueLater; place += 1)
    add(
      place % 2 === 1
        ? {
            lane: 'later',
            state: 'citizenship_unknown',
            actBy: calendarDate('2026-05-08'),
            person: { ...personAt(place), citizenship: null },
          }
        : { lane: 'later', actBy: calendarDate('2026-05-08') },
      'dueLater',
      place % 2 === 1 ? 'citizenshipUnknown' : 'goesByItself',
    )
  for (let place = 0; place < filed; place += 1)
    add(
      {
        ...SETTLED,
        state: 'accepted',
        reference: `KZ-2026-${String(100 + place)}`,
        acceptedAt: `2026-05-05T0${String(place % 10)}:21:00.000Z`,
        hasReceipt: place !== 0,
        isAcceptedLate: place === 2,
      },
      'filed',
    )
  add({ ...SETTLED, state: 'not_required', person: { ...personAt(3), reason: 'Дипломатический паспорт' } }, 'notRequired')
  add(
    {
      ...SETTLED,
      state: 'filed_elsewhere',
      reference: 'EQ-77',
      person: { ...personAt(4), reason: 'Подали с другого компьютера' },
    },
    'filedElsewhere',
  )
  add({ ...SETTLED, state: 'cancelled', person: null }, 'withdrawn')
  const lengths = Object.fromEntries(REPORT_LISTS.map((list) => [list, lists[list].length])) as Record<ReportList, number>
  return {
    version: 1,
    date: calendarDate('2026-05-05'),
    asOf: '2026-05-05T10:20:00.000Z',
    zone: 'Asia/Almaty',
    environment: 'production',
    property: {
      name: 'Отель «Мысал»',
      bin: '180540012345',
      address: 'ул. Абая, 10',
      city: 'Алматы',
      department: 'УМС г. Алматы',
    },
    basis: {
      calendars: [
        { year: 2026, version: 3, isForecast: false },
        { year: 2027, version: null, isForecast: false },
      ],
      rules: ['kz.arrival.2026.1'],
      alarmReading: 'strict',
      program: '0.1.0',
    },
    totals: {
      ...lengths,
      open: overdue + dueToday + dueTomorrow + dueLater,
      filedWithReceiptFile: Math.max(filed - 1, 0),
      filedArrivals: filed,
      filedLate: filed > 2 ? 1 : 0,
      arrivals: 19,
      inHouse: 57,
      departures: 11,
      inHouseWithoutDeparture: 6,
      exposureMci: overdue * 10,
      exposureTenge: overdue * 43_250,
      outages: 2,
      outageMinutes: 73,
    },
    rows,
    lists,
    byCitizenship: [
      { citizenship: 'RUS', arrivals: 5, inHouse: 23, departures: 4 },
      { citizenship: 'UZB', arrivals: 3, inHouse: 14, departures: 2 },
      { citizenship: 'KAZ', arrivals: 8, inHouse: 13, departures: 5 },
      { citizenship: 'VNM', arrivals: 2, inHouse: 6, departures: 0 },
      { citizenship: null, arrivals: 1, inHouse: 1, departures: 0 },
    ],
    byPurpose: [
      { purpose: 'tourism', arrivals: 12, inHouse: 31, departures: 8 },
      { purpose: 'business', arrivals: 6, inHouse: 24, departures: 3 },
      { purpose: null, arrivals: 1, inHouse: 2, departures: 0 },
    ],
    outages: [
      { startedAt: '2026-05-05T01:43:00.000Z', endedAt: '2026-05-05T02:16:00.000Z', cause: 'offline' },
      { startedAt: '2026-05-05T09:40:00.000Z', endedAt: null, cause: 'timeout' },
    ],
    leadDays: [1, 1, 0, 0, 1],
    laterChanges: [
      {
        noticeId: 'n-late',
        stayId: 's-late',
        person: { name: 'Garcia M.', room: '219' },
        what: 'arrived',
        date: calendarDate('2026-05-03'),
        number: '2026-123',
        at: '2026-05-05T04:11:00.000Z',
        by: 'Асель',
      },
    ],
    ...overrides,
  }
}

/** The same day as it was closed. */
export function closedSample(report: DayReport = sampleDay(), close: Partial<DayClose> = {}): DayView {
  return {
    report,
    close: {
      number: '2026-125',
      date: report.date,
      closedAt: '2026-05-05T18:59:00.000Z',
      mode: 'at_hour',
      by: 'Qabyl',
      hash: '9f3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809a1',
      previousHash: '41be4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f80907',
      auditSequence: 4321,
      auditHead: 'c80d4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8095e',
      keyFingerprint: '0123456789abcdef',
      ...close,
    },
  }
}

/** A day on which nothing happened. */
export function quietDay(): DayReport {
  const none = sampleDay({ overdue: 0, dueToday: 0, dueTomorrow: 0, dueLater: 0, filed: 0 })
  const zeros = Object.fromEntries(Object.keys(none.totals).map((key) => [key, 0])) as DayReport['totals']
  const lists = Object.fromEntries(REPORT_LISTS.map((list) => [list, []])) as unknown as DayReport['lists']
  return {
    ...none,
    totals: zeros,
    rows: [],
    lists,
    byCitizenship: [],
    byPurpose: [],
    outages: [],
    leadDays: [0, 0, 0, 0, 0],
    laterChanges: [],
  }
}

const FINE = { penalty: 'fine', mci: 10, tenge: 43_250 } as const
const SETTLED = { lane: null, actBy: null, strictDue: null, latestDue: null } as const

function personAt(place: number): NonNullable<ReportRow['person']> {
  return {
    name: NAMES[place % NAMES.length] ?? '',
    citizenship: CITIZENSHIPS[place % CITIZENSHIPS.length] ?? null,
    room: String(101 + place),
    reservation: null,
    reason: null,
    refusal: null,
  }
}

function sampleRow(place: number, row: Partial<ReportRow>): ReportRow {
  return {
    noticeId: `n-${String(place)}`,
    stayId: `s-${String(place)}`,
    kind: 'arrival',
    person: personAt(place),
    arrivalAt: '2026-04-30T14:05',
    departureDate: calendarDate('2026-05-09'),
    state: 'ready',
    cause: null,
    missing: [],
    strictDue: calendarDate('2026-05-05'),
    latestDue: calendarDate('2026-05-06'),
    actBy: calendarDate('2026-05-05'),
    isUncertain: false,
    lane: 'today',
    workingDaysLate: 0,
    exposure: null,
    refusedField: null,
    reference: null,
    acceptedAt: null,
    isAcceptedLate: false,
    hasReceipt: false,
    ...row,
  }
}
