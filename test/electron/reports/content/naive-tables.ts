import type { Store } from '#electron/store/store.ts'

/** A row as it lies in the file. */
export type Raw = Readonly<Record<string, string | number | Buffer | null>>

/** Every table a report may depend on, whole, read by the plainest statement there is. */
export interface Tables {
  readonly property: Raw
  readonly stays: readonly Raw[]
  readonly guests: readonly Raw[]
  readonly notices: readonly Raw[]
  readonly receipts: readonly Raw[]
  readonly news: readonly Raw[]
  readonly outages: readonly Raw[]
  readonly closes: readonly Raw[]
  readonly audit: readonly NaiveEntry[]
  readonly settings: ReadonlyMap<string, unknown>
  readonly calendar: NaiveCalendar
}

/** An entry of the audit with its details unsealed; `null` = the stay was erased. */
export interface NaiveEntry {
  readonly row: Raw
  readonly opened: Readonly<Record<string, unknown>> | null
}

export interface NaiveCalendar {
  readonly years: ReadonlyMap<number, { readonly version: number; readonly isForecast: boolean }>
  readonly off: ReadonlySet<string>
  readonly on: ReadonlySet<string>
}

export function readTables(store: Store): Tables {
  const all = (table: string) => store.database.prepare<[], Raw>(`SELECT * FROM ${table} ORDER BY rowid`).all()
  const keyed = (table: string) => store.database.prepare<[], Raw>(`SELECT * FROM ${table}`).all()
  const [property] = all('property')
  if (property === undefined) throw new Error('no property')
  return {
    property,
    stays: all('stay'),
    guests: all('guest'),
    notices: all('notification'),
    receipts: all('receipt'),
    news: all('waiting_news'),
    outages: all('outage'),
    closes: all('business_day').sort((a, b) => (textOf(a, 'date') < textOf(b, 'date') ? -1 : 1)),
    audit: all('audit').map((row) => ({ row, opened: openedDetails(store, row) })),
    settings: new Map(keyed('setting').map((row) => [textOf(row, 'key'), JSON.parse(textOf(row, 'value')) as unknown])),
    calendar: calendarOf(keyed('calendar_year'), keyed('calendar_in_force')),
  }
}

export function textOf(row: Raw, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`${column} is no text`)
  return value
}

export function textOrNull(row: Raw | undefined, column: string): string | null {
  const value = row?.[column]
  return typeof value === 'string' ? value : null
}

function openedDetails(store: Store, row: Raw): Readonly<Record<string, unknown>> | null {
  const stayId = textOrNull(row, 'stay_id')
  const sealed = row['details'] as Buffer
  const bytes = stayId === null ? sealed : store.stayKeys.open(stayId, `audit:${Number(row['sequence'])}`, sealed)
  return bytes === undefined ? null : (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>)
}

function calendarOf(versions: readonly Raw[], inForce: readonly Raw[]): NaiveCalendar {
  const years = new Map<number, { version: number; isForecast: boolean }>()
  const off = new Set<string>()
  const on = new Set<string>()
  for (const { year, version } of inForce) {
    const row = versions.find((candidate) => candidate['year'] === year && candidate['version'] === version)
    if (row === undefined) throw new Error('a year in force has no content')
    const content = JSON.parse(textOf(row, 'content')) as { status: string; nonWorking: string[]; workingWeekends: string[] }
    years.set(Number(year), { version: Number(version), isForecast: content.status === 'forecast' })
    for (const date of content.nonWorking) off.add(date)
    for (const date of content.workingWeekends) on.add(date)
  }
  return { years, off, on }
}

const DAY_MS = 86_400_000

export function nextDay(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

function isWorking(calendar: NaiveCalendar, date: string): boolean {
  if (calendar.on.has(date)) return true
  if (calendar.off.has(date)) return false
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Working days after `from` up to and including `to`, one day after the other. */
export function workingDaysAfter(calendar: NaiveCalendar, from: string, to: string): number {
  let count = 0
  for (let date = nextDay(from); date <= to; date = nextDay(date)) if (isWorking(calendar, date)) count += 1
  return count
}

/** The day on the wall of the hotel, as the machine's own calendar writes it. */
export function wallDay(instant: string, zone: string): string {
  const known = WALLS.get(zone)
  const wall = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (known === undefined) WALLS.set(zone, wall)
  return wall.format(new Date(instant))
}

/** Making one takes longer than everything else here. */
const WALLS = new Map<string, Intl.DateTimeFormat>()
