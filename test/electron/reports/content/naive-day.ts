import type { Store } from '#electron/store/store.ts'
import { naiveGuests } from './naive-guests.ts'
import { naiveLater } from './naive-later.ts'
import { isOpen, type NaiveRow, naiveRow, naiveWorkList } from './naive-row.ts'
import { nextDay, type Raw, readTables, type Tables, textOf, textOrNull, wallDay, workingDaysAfter } from './naive-tables.ts'

const LISTS = [
  'overdue',
  'dueToday',
  'dueTomorrow',
  'dueLater',
  'goesByItself',
  'unconfirmed',
  'rejected',
  'needsPerson',
  'incomplete',
  'citizenshipUnknown',
  'filed',
  'notRequired',
  'filedElsewhere',
  'withdrawn',
]
const BY_LANE: Readonly<Record<string, string>> = {
  overdue: 'overdue',
  today: 'dueToday',
  tomorrow: 'dueTomorrow',
  later: 'dueLater',
}
const BY_STATE: Readonly<Record<string, string>> = {
  accepted: 'filed',
  not_required: 'notRequired',
  filed_elsewhere: 'filedElsewhere',
  cancelled: 'withdrawn',
}
const PURPOSES = ['tourism', 'business', 'private', 'transit', 'work', 'study', 'medical', 'other', null]

/**
 * What the report of a day must say, worked out a second time from the tables alone: loops over everything there is, days counted one after
 * the other, nothing of the program but the open file. Slow on purpose.
 */
export function naiveDay(store: Store, date: string, asOf: string, appVersion: string, isFiledByHand: boolean) {
  const tables = readTables(store)
  const { property } = tables
  const zone = textOf(property, 'zone')
  const open = tables.notices.filter(isOpen).sort(byColumns(tables, ['act_by', 'arrival_at', 'id']))
  const decided = tables.notices.filter(
    (notice) => !isOpen(notice) && !isCitizens(notice) && reportDayOf(tables, notice) === date,
  )
  const filed = decided.filter(({ state }) => state === 'accepted').sort(byColumns(tables, ['settled_at', 'id']))
  const setAside = decided.filter(({ state }) => state !== 'accepted').sort(byColumns(tables, ['settled_at', 'id']))
  const shown = [...open, ...filed, ...setAside]
  const rows = shown.map((notice) => naiveRow(tables, notice, date, asOf))
  const lists = Object.fromEntries(LISTS.map((list): [string, number[]] => [list, []]))
  for (const [place, notice] of shown.entries()) {
    const settled = BY_STATE[textOf(notice, 'state')]
    const names =
      settled === undefined ? [BY_LANE[rows[place]?.lane ?? ''], naiveWorkList(tables, notice, isFiledByHand, asOf)] : [settled]
    for (const name of names) lists[name ?? '']?.push(place)
  }
  const { totals: guests, byCitizenship, byPurpose } = naiveGuests(tables, date)
  const filedRows = rows.filter(({ state }) => state === 'accepted')
  const outages = tables.outages.filter((outage) => isTouching(outage, date, zone))
  return {
    version: 1,
    date,
    asOf,
    zone,
    environment: property['environment'],
    property: {
      name: property['name'],
      bin: property['bin'],
      address: property['address'],
      city: property['city'],
      department: property['department'],
    },
    basis: naiveBasis(tables, shown, date, appVersion),
    totals: {
      open: open.length,
      ...Object.fromEntries(LISTS.map((list) => [list, lists[list]?.length])),
      filedWithReceiptFile: filedRows.filter(({ hasReceipt }) => hasReceipt).length,
      filedArrivals: filedRows.filter(({ kind }) => kind === 'arrival').length,
      filedLate: filedRows.filter(({ isAcceptedLate }) => isAcceptedLate).length,
      ...guests,
      ...exposureOf(rows),
      outages: outages.length,
      outageMinutes: Math.round(new Set(outages.flatMap((outage) => [...minutesOf(outage, date, zone, asOf)])).size / 2),
    },
    rows,
    lists,
    byCitizenship: [...byCitizenship]
      .map(([citizenship, count]) => ({ citizenship, ...count }))
      .sort((a, b) => {
        if ((a.citizenship === null) !== (b.citizenship === null)) return a.citizenship === null ? 1 : -1
        for (const figure of ['arrivals', 'inHouse', 'departures'] as const)
          if (a[figure] !== b[figure]) return b[figure] - a[figure]
        return String(a.citizenship) < String(b.citizenship) ? -1 : 1
      }),
    byPurpose: PURPOSES.flatMap((purpose) => {
      const count = byPurpose.get(purpose)
      return count === undefined ? [] : [{ purpose, ...count }]
    }),
    outages: outages
      .sort(byColumns(tables, ['started_at']))
      .map((outage) => ({ startedAt: outage['started_at'], endedAt: outage['ended_at'], cause: outage['cause'] })),
    leadDays: leadDaysOf(tables, filed),
    laterChanges: naiveLater(tables, date),
  }
}

function isCitizens(notice: Raw): boolean {
  return notice['state'] === 'not_required' && notice['reason'] === 'citizen_of_kazakhstan'
}

/** The day on which the entry was made that brought the notice to its state, or the first day that was still open then. */
function reportDayOf(tables: Tables, notice: Raw): string {
  let since: Raw | undefined
  for (const { row, opened } of tables.audit) {
    if (row['subject'] !== notice['id'] || opened?.['state'] === undefined) continue
    if (opened['state'] !== notice['state']) since = undefined
    else since ??= row
  }
  if (since === undefined) throw new Error('a notice is settled by an entry')
  const day = wallDay(textOf(since, 'at'), textOf(tables.property, 'zone'))
  const closedBefore = tables.closes.filter((close) => Number(close['audit_sequence']) < Number(since['sequence']))
  const last = closedBefore.at(-1)
  if (last === undefined) return day
  const firstOpen = nextDay(textOf(last, 'date'))
  return firstOpen > day ? firstOpen : day
}

function byColumns(tables: Tables, columns: readonly string[]) {
  const value = (row: Raw, column: string) =>
    column === 'arrival_at' ? textOf(tables.stays.find(({ id }) => id === row['stay_id']) ?? {}, column) : textOf(row, column)
  return (a: Raw, b: Raw) => {
    for (const column of columns) if (value(a, column) !== value(b, column)) return value(a, column) < value(b, column) ? -1 : 1
    return 0
  }
}

function naiveBasis({ property, calendar }: Tables, shown: readonly Raw[], date: string, program: string) {
  const owed = shown.filter((notice) => notice['act_by'] !== null)
  const years = [
    date,
    ...owed.flatMap((notice) => ['due_from', 'strict_due', 'latest_due'].map((column) => textOf(notice, column))),
  ]
    .map((day) => Number(day.slice(0, 4)))
    .sort((a, b) => a - b)
  const calendars = []
  for (let year = years[0] ?? 0; year <= (years.at(-1) ?? 0); year += 1) {
    const inForce = calendar.years.get(year)
    calendars.push({ year, version: inForce?.version ?? null, isForecast: inForce?.isForecast ?? false })
  }
  const rules = new Set(['arrival-notice@2020-01-11', ...owed.map((notice) => textOf(notice, 'rule'))])
  return { calendars, rules: [...rules].sort(), alarmReading: property['alarm_reading'], program }
}

function exposureOf(rows: readonly NaiveRow[]) {
  let exposureMci = 0
  let exposureTenge: number | null = 0
  for (const { exposure } of rows) {
    if (exposure === null) continue
    exposureMci += exposure.mci
    exposureTenge = exposureTenge === null || exposure.tenge === null ? null : exposureTenge + exposure.tenge
  }
  return { exposureMci, exposureTenge }
}

/** Half minutes of the day in which an outage lasted: the outages of the tests begin and end on them. */
function minutesOf(outage: Raw, date: string, zone: string, asOf: string): ReadonlySet<number> {
  const half = 30_000
  const minutes = new Set<number>()
  const end = Date.parse(textOrNull(outage, 'ended_at') ?? asOf)
  for (let at = Date.parse(textOf(outage, 'started_at')); at + half <= end; at += half)
    if (wallDay(new Date(at).toISOString(), zone) === date) minutes.add(at)
  return minutes
}

function isTouching(outage: Raw, date: string, zone: string): boolean {
  const from = wallDay(textOf(outage, 'started_at'), zone)
  const endedAt = textOrNull(outage, 'ended_at')
  if (endedAt === null) return from <= date
  return from <= date && wallDay(new Date(Date.parse(endedAt) - 1).toISOString(), zone) >= date
}

function leadDaysOf({ calendar, property }: Tables, filed: readonly Raw[]): number[] {
  const counts = [0, 0, 0, 0, 0]
  for (const notice of filed) {
    if (notice['kind'] !== 'arrival') continue
    const on = wallDay(textOf(notice, 'accepted_at'), textOf(property, 'zone'))
    const days = workingDaysAfter(calendar, textOf(notice, 'arrival_date'), on)
    counts[days > 3 ? 4 : days] = (counts[days > 3 ? 4 : days] ?? 0) + 1
  }
  return counts
}
