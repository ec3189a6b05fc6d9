import type { DayReport } from '../contract/report-schemas.ts'
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import type { Words } from '../i18n/words.ts'
import { instantOfLocal } from '../regulation/local-time.ts'
import { localMoment, momentCell, namedCell, numberCell, type Place } from './cells.ts'
import type { BarChart, Block, Table, TimeBar } from './document.ts'
import { titled } from './titled.ts'

type Outage = DayReport['outages'][number]

const MINUTE_MS = 60_000

/** Outages of the day: the bar from midnight to midnight, and each with its cause. Nothing where there was none. */
export function outageBlocks(report: DayReport, words: Words): readonly Block[] {
  if (report.outages.length === 0) return []
  return [outageBar(report, words), ...titled(outageTable(report, words))]
}

function outageBar({ date, zone, outages, asOf }: DayReport, { say }: Words): TimeBar {
  const day = boundsOf(date, zone)
  return {
    kind: 'time_bar',
    id: 'line',
    title: say('report.outagesBar'),
    minutes: Math.round((day.end - day.start) / MINUTE_MS),
    spans: outages.map((outage) => {
      const { from, to } = minutesOf(outage, day, asOf)
      const end = outage.endedAt === null ? say('report.outageGoesOn') : localMoment(outage.endedAt, zone).slice(11)
      return { from, to, label: `${localMoment(outage.startedAt, zone).slice(11)} – ${end}`, tone: 'bad' }
    }),
  }
}

function outageTable({ date, zone, outages, asOf, totals }: DayReport, words: Words): Table {
  const { say, language } = words
  const place: Place = { date, zone, language }
  const day = boundsOf(date, zone)
  return {
    kind: 'table',
    id: 'outages',
    title: say('report.outagesTitle'),
    empty: say('report.outagesNone'),
    columns: [
      { id: 'outageFrom', label: say('report.columns.outageFrom'), align: 'start', weight: 1.5 },
      { id: 'outageTo', label: say('report.columns.outageTo'), align: 'start', weight: 1.5 },
      { id: 'outageLength', label: say('report.columns.outageLength'), align: 'end', weight: 1.5 },
      { id: 'cause', label: say('report.columns.cause'), align: 'start', weight: 4 },
    ],
    rows: outages.map((outage) => {
      const { from, to } = minutesOf(outage, day, asOf)
      return [
        momentCell(outage.startedAt, place),
        momentCell(outage.endedAt, place, say('report.outageGoesOn')),
        minutesCell(to - from, words),
        namedCell(outage.cause, say(`causes.${outage.cause}.short`)),
      ]
    }),
    total: [
      namedCell(null, say('report.columns.total')),
      namedCell(null, ''),
      minutesCell(totals.outageMinutes, words),
      namedCell(null, ''),
    ],
  }
}

/** Minutes as a number, said as `1 ч 13 мин`. */
export function minutesCell(minutes: number, words: Words) {
  return numberCell(minutes, durationInWords(minutes, words))
}

export function durationInWords(minutes: number, { say }: Words): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return hours === 0
    ? say('time.left.minutes', { minutes: String(rest) })
    : say('time.left.hoursMinutes', { hours: String(hours), minutes: String(rest) })
}

const LEAD_STEPS = 4

/** How soon arrivals were accepted: 0, 1, 2, 3 working days after the guest came, and later. */
export function leadBars(leadDays: readonly number[], { say }: Words): BarChart {
  return {
    kind: 'bars',
    id: 'leadDays',
    title: say('report.leadTitle'),
    parts: [say('report.leadPart')],
    rows: leadDays.map((count, days) => ({ label: leadLabel(days, say), values: [count] })),
  }
}

function leadLabel(days: number, say: Words['say']): string {
  if (days === 0) return say('report.leadSameDay')
  if (days < LEAD_STEPS) return say('time.moment.workingDays', { count: days })
  return say('report.leadMore', { count: LEAD_STEPS - 1 })
}

interface Bounds {
  readonly start: number
  readonly end: number
}

function boundsOf(date: CalendarDate, zone: string): Bounds {
  return { start: instantOfLocal(`${date}T00:00`, zone), end: instantOfLocal(`${addDays(date, 1)}T00:00`, zone) }
}

/** The part of an outage that lies in the day, in whole minutes from its start; one that goes on lasts until the report was made. */
function minutesOf({ startedAt, endedAt }: Outage, { start, end }: Bounds, asOf: string): { from: number; to: number } {
  const within = (instant: string) => Math.min(Math.max(Date.parse(instant), start), end)
  const from = within(startedAt)
  const to = Math.max(within(endedAt ?? asOf), from)
  return { from: Math.floor((from - start) / MINUTE_MS), to: Math.floor((to - start) / MINUTE_MS) }
}
