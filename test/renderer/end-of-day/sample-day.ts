import {
  type DayReport,
  dayReportSchema,
  REPORT_LISTS,
  type ReportList,
  type ReportRow,
} from '#shared/contract/report-schemas.ts'

type Lists = Readonly<Partial<Record<ReportList, readonly ReportRow[]>>>

let made = 0

const idOf = (kind: number, number: number) => `0000000${String(kind)}-0000-4000-8000-${String(number).padStart(12, '0')}`

/** A guest who does not exist. */
export function rowOf(more: Partial<ReportRow> & { readonly name?: string; readonly room?: string } = {}): ReportRow {
  made += 1
  const { name = `Мысалов ${String(made)}`, room = '208', ...rest } = more
  return {
    noticeId: idOf(1, made),
    stayId: idOf(2, made),
    kind: 'arrival',
    person: { name, citizenship: 'TJK', room, reservation: null, reason: null, refusal: null },
    arrivalAt: '2026-04-29T14:10',
    departureDate: null,
    state: 'ready',
    cause: null,
    missing: [],
    strictDue: null,
    latestDue: null,
    actBy: null,
    isUncertain: false,
    lane: null,
    workingDaysLate: 0,
    exposure: null,
    refusedField: null,
    reference: null,
    acceptedAt: null,
    isAcceptedLate: false,
    hasReceipt: false,
    ...rest,
  }
}

/** Tuesday, 5 May 2026: whoever is in `lists`, and totals that fit them unless `totals` says otherwise. */
export function dayOf(lists: Lists = {}, totals: Partial<DayReport['totals']> = {}): DayReport {
  const rows = [...new Set(REPORT_LISTS.flatMap((list) => lists[list] ?? []))]
  const count = (list: ReportList) => lists[list]?.length ?? 0
  const sum = (...names: readonly ReportList[]) => names.reduce((whole, name) => whole + count(name), 0)
  return dayReportSchema.parse({
    version: 1,
    date: '2026-05-05',
    asOf: '2026-05-05T10:20:00.000Z',
    zone: 'Asia/Almaty',
    environment: 'production',
    property: {
      name: 'Отель «Мысал»',
      bin: '180340020169',
      address: 'ул. Панфилова, 98',
      city: 'Алматы',
      department: 'УМС ДП г. Алматы',
    },
    basis: {
      calendars: [{ year: 2026, version: 3, isForecast: false }],
      rules: ['kz-2026.1'],
      alarmReading: 'strict',
      program: '0.0.0-test',
    },
    totals: {
      open: sum('overdue', 'dueToday', 'dueTomorrow', 'dueLater'),
      ...Object.fromEntries(REPORT_LISTS.map((list) => [list, count(list)])),
      filedWithReceiptFile: count('filed'),
      filedArrivals: count('filed'),
      filedLate: 0,
      arrivals: 0,
      inHouse: 0,
      departures: 0,
      inHouseWithoutDeparture: 0,
      exposureMci: 0,
      exposureTenge: 0,
      outages: 0,
      outageMinutes: 0,
      ...totals,
    },
    rows,
    lists: Object.fromEntries(REPORT_LISTS.map((list) => [list, (lists[list] ?? []).map((row) => rows.indexOf(row))])),
    byCitizenship: [],
    byPurpose: [],
    outages: [],
    leadDays: [0, 0, 0, 0, 0],
    laterChanges: [],
  })
}
