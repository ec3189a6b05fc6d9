import type { Period, PeriodDay } from '../contract/summary-schemas.ts'
import { yearOf } from '../domain/calendar-date.ts'
import { monthHeading, weekdayDayShort } from '../i18n/dates.ts'
import { daysIn } from '../i18n/explain/days.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'
import { dayCell, longMoment, namedCell, numberCell, tengeCell, textCell } from './cells.ts'
import { bannerOf, propertyLines } from './day-basis.ts'
import { leadBars, minutesCell } from './day-line.ts'
import type { BarChart, Block, Cell, Facts, Figures, ReportDocument, Table, Tone } from './document.ts'
import { nightBlocks } from './period-guests.ts'
import { titledFacts } from './titled.ts'

/** The owner's summary of a week or a month; its figures are those of the days, put together. */
export function periodDocument(period: Period, language: Language): ReportDocument {
  const words = wordsIn(language)
  const { say } = words
  const { asOf, zone, environment, property, from, to } = period
  const span = spanInWords(from, to, words)
  const at = longMoment(asOf, { zone, language })
  return {
    language,
    title: say('report.period.title', { span }),
    lines: propertyLines(property, words),
    corner: [say('report.period.asOf', { at })],
    banner: bannerOf(environment, words),
    foot: say('report.period.foot', { span, at }),
    pageOf: say('report.pageOf'),
    asOf,
    zone,
    blocks: [
      figuresOf(period, words),
      { kind: 'heading', level: 1, text: say('report.period.daysTitle') },
      daysTable(period, words),
      ...(period.days.length === 0 ? [] : [totalNote(words), daysChart(period, words)]),
      ...leadBlocks(period, words),
      { kind: 'heading', level: 1, text: say('report.sections.guests') },
      ...nightBlocks(period, words),
      ...titledFacts(say('report.period.totals.title'), totalsOf(period, words)),
    ],
  }
}

/** `1–31 мая 2026`, `2026 ж. 1–31 мамыр`; with both years where they differ. */
function spanInWords(from: Period['from'], to: Period['to'], words: Words): string {
  const year = yearOf(to)
  // No year goes without saying where there are two.
  if (yearOf(from) !== year) return daysIn(0, from, to, words)
  const days = daysIn(year, from, to, words)
  return words.language === 'kk' ? `${String(year)} ж. ${days}` : `${days} ${String(year)}`
}

const MOST_DAY_BARS = 31

const FIGURES = [
  ['arrivals', 'plain'],
  ['guestNights', 'plain'],
  ['filed', 'good'],
  ['filedLate', 'bad'],
  ['overdue', 'bad'],
  ['mostOverdue', 'bad'],
] as const satisfies readonly (readonly [keyof Period['totals'], Tone])[]

function figuresOf({ totals }: Period, { say }: Words): Figures {
  return {
    kind: 'figures',
    items: FIGURES.map(([id, tone]) => ({
      id,
      label: say(`report.period.figures.${id}`),
      value: totals[id],
      tone: totals[id] === 0 ? 'quiet' : tone,
    })),
  }
}

function daysTable({ days, totals }: Period, words: Words): Table {
  const { say, language } = words
  const figure = (id: string, label: string) => ({ id, label, align: 'end' as const, weight: 1.1 })
  return {
    kind: 'table',
    id: 'days',
    title: say('report.period.daysTitle'),
    empty: say('report.period.daysNone'),
    columns: [
      { id: 'date', label: say('report.period.columns.date'), align: 'start', weight: 1.5 },
      { id: 'close', label: say('report.period.columns.close'), align: 'start', weight: 1.4 },
      figure('arrivals', say('report.columns.arrivals')),
      figure('inHouse', say('report.columns.inHouse')),
      figure('departures', say('report.columns.departures')),
      figure('filed', say('report.period.columns.filed')),
      figure('filedLate', say('report.period.columns.filedLate')),
      figure('overdue', say('report.period.columns.overdue')),
      figure('tenge', say('report.period.columns.tenge')),
      figure('outageMinutes', say('report.period.columns.outage')),
    ],
    rows: days.map((day) => [
      dayCell(day.date, language),
      day.close === null ? namedCell(null, say('report.period.notClosed'), 'quiet') : textCell(day.close.number),
      ...figuresOfDay(day, words),
    ]),
    // In house, overdue and at risk are states, not flows: their sum would say nothing. The note below says so.
    total: [namedCell(null, say('report.columns.total')), namedCell(null, ''), ...figuresOfDay(totals, words)],
  }
}

function totalNote({ say }: Words): Block {
  return { kind: 'paragraph', look: 'note', text: say('report.period.totalNote') }
}

function figuresOfDay(day: Omit<PeriodDay, 'date' | 'close'> | Period['totals'], words: Words): readonly Cell[] {
  return [
    numberCell(day.arrivals),
    numberCell(day.inHouse),
    numberCell(day.departures),
    numberCell(day.filed),
    numberCell(day.filedLate, undefined, day.filedLate > 0 ? 'bad' : 'plain'),
    numberCell(day.overdue, undefined, day.overdue > 0 ? 'bad' : 'plain'),
    tengeCell(day.exposureTenge, day.exposureTenge === null ? words.say('report.tengeUnknown') : undefined),
    minutesCell(day.outageMinutes, words),
  ]
}

/** A bar a day; of more than a month, a bar a month. */
function daysChart({ days }: Period, { say, language }: Words): BarChart {
  const labelOf = ({ date }: PeriodDay) =>
    days.length <= MOST_DAY_BARS ? weekdayDayShort(date, language) : `${monthHeading(date, language)} ${String(yearOf(date))}`
  const bars = new Map<string, { onTime: number; late: number }>()
  for (const day of days) {
    const { onTime, late } = bars.get(labelOf(day)) ?? { onTime: 0, late: 0 }
    bars.set(labelOf(day), { onTime: onTime + day.filedArrivals - day.filedLate, late: late + day.filedLate })
  }
  return {
    kind: 'bars',
    id: 'acceptedByDay',
    title: say('report.period.chart'),
    parts: [say('report.period.chartParts.onTime'), say('report.period.chartParts.late')],
    rows: [...bars].map(([label, { onTime, late }]) => ({ label, values: [onTime, late] })),
  }
}

function leadBlocks({ leadDays }: Period, words: Words): readonly Block[] {
  if (leadDays.every((count) => count === 0))
    return [{ kind: 'paragraph', look: 'note', text: words.say('report.period.leadNone') }]
  return [leadBars(leadDays, words)]
}

function totalsOf({ totals, days, program }: Period, words: Words): Facts {
  const { say } = words
  const closed = days.filter(({ close }) => close !== null).length
  const counts = (id: CountedTotal) => ({ id, label: say(`report.period.totals.${id}`), value: numberCell(totals[id]) })
  return {
    kind: 'facts',
    title: null,
    items: [
      { id: 'days', label: say('report.period.totals.days'), value: numberCell(days.length) },
      { id: 'daysClosed', label: say('report.period.totals.daysClosed'), value: numberCell(closed) },
      counts('departures'),
      counts('inHouse'),
      counts('filedArrivals'),
      {
        id: 'onTimePermille',
        label: say('report.period.totals.onTimePermille'),
        value: numberCell(totals.onTimePermille, percentInWords(totals.onTimePermille, words)),
      },
      counts('notRequired'),
      counts('filedElsewhere'),
      counts('withdrawn'),
      counts('open'),
      counts('exposureMci'),
      {
        id: 'exposureTenge',
        label: say('report.period.totals.exposureTenge'),
        value: tengeCell(totals.exposureTenge, totals.exposureTenge === null ? say('report.tengeUnknown') : undefined),
      },
      counts('outages'),
      {
        id: 'outageMinutes',
        label: say('report.period.totals.outageMinutes'),
        value: minutesCell(totals.outageMinutes, words),
      },
      { id: 'program', label: say('report.period.totals.program'), value: textCell(`Qabyl ${program}`) },
    ],
  }
}

type CountedTotal =
  | 'departures'
  | 'inHouse'
  | 'filedArrivals'
  | 'notRequired'
  | 'filedElsewhere'
  | 'withdrawn'
  | 'open'
  | 'exposureMci'
  | 'outages'

/** `98,7 %`; `null` = nothing to take a share of. */
function percentInWords(permille: number | null, { say }: Words): string {
  if (permille === null) return say('report.period.noArrivals')
  return say('report.period.percent', { whole: String(Math.floor(permille / 10)), tenth: String(permille % 10) })
}
