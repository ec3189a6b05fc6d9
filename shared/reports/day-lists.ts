import type { DayReport, ReportList } from '../contract/report-schemas.ts'
import { addDays } from '../domain/calendar-date.ts'
import { weekdayDay } from '../i18n/dates.ts'
import type { Words } from '../i18n/words.ts'
import type { Place } from './cells.ts'
import type { Block, Table } from './document.ts'
import { ROW_COLUMNS, type RowColumn } from './row-cells.ts'
import { titled } from './titled.ts'

type PrintedList = Exclude<ReportList, 'goesByItself'>

/** Rows and where they belong: of a day, or of the end of a shift. */
interface Listed extends Pick<DayReport, 'date' | 'zone' | 'rows'> {
  readonly lists: Readonly<Partial<Record<ReportList, readonly number[]>>>
}

const {
  guest,
  citizenship,
  room,
  arrival,
  due,
  late,
  state,
  mci,
  tenge,
  refusal,
  missing,
  reason,
  proof,
  acceptedAt,
  receipt,
} = ROW_COLUMNS
const WAITING = [guest, citizenship, room, arrival, due, state]

/** What each list says of a notice. What goes by itself stands in the lists by day and is only counted. */
const COLUMNS: Readonly<Record<PrintedList, readonly RowColumn[]>> = {
  overdue: [guest, citizenship, room, arrival, due, late, state, mci, tenge],
  dueToday: WAITING,
  dueTomorrow: WAITING,
  dueLater: WAITING,
  unconfirmed: WAITING,
  rejected: [guest, citizenship, room, due, refusal],
  needsPerson: WAITING,
  incomplete: [guest, citizenship, room, due, missing],
  citizenshipUnknown: [guest, room, arrival, due],
  filed: [guest, citizenship, room, arrival, state, proof, acceptedAt, receipt],
  notRequired: [guest, citizenship, room, arrival, reason],
  filedElsewhere: [guest, citizenship, room, arrival, proof, reason],
  withdrawn: [guest, citizenship, room, arrival, reason],
}

/** Most urgent first. */
export const LISTS_TO_ACT_ON = [
  'overdue',
  'dueToday',
  'dueTomorrow',
  'dueLater',
  'unconfirmed',
  'rejected',
  'needsPerson',
  'incomplete',
  'citizenshipUnknown',
] as const satisfies readonly PrintedList[]

export const LISTS_DECIDED = ['notRequired', 'filedElsewhere', 'withdrawn', 'filed'] as const satisfies readonly PrintedList[]

/** A table for each list that holds anyone; the empty ones in one sentence, so that a quiet day stays one sheet. */
export function listBlocks(report: Listed, lists: readonly PrintedList[], words: Words): readonly Block[] {
  const { say } = words
  const filled = lists.filter((list) => countOf(report, list) > 0)
  const empty = lists.filter((list) => !filled.includes(list))
  const titles = empty.map((list) => say('report.quoted', { title: say(`report.lists.${list}`) }))
  const tables = filled.flatMap((list) => titled(listTable(report, list, words)))
  if (titles.length === 0) return tables
  return [...tables, { kind: 'paragraph', look: 'note', text: say('report.emptyLists', { lists: titles.join(', ') }) }]
}

function listTable(report: Listed, list: PrintedList, words: Words): Table {
  const { say, language } = words
  const place: Place = { date: report.date, zone: report.zone, language }
  const columns = COLUMNS[list]
  const rows = (report.lists[list] ?? []).flatMap((position) => report.rows[position] ?? [])
  return {
    kind: 'table',
    id: list,
    title: titleOf(report, list, words),
    empty: say('report.emptyLists', { lists: say('report.quoted', { title: say(`report.lists.${list}`) }) }),
    columns: columns.map(({ column }) => ({ ...column, label: say(`report.columns.${column.id}`) })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row, words, place))),
    total: null,
  }
}

/** With the number of rows, and with the day where the word alone would be wrong tomorrow: `Срок сегодня, вт, 5 мая: 4`. */
function titleOf(report: Listed, list: PrintedList, { say, language }: Words): string {
  const name = say(`report.lists.${list}`)
  const { date } = report
  const count = countOf(report, list)
  if (list === 'dueToday') return `${name}, ${weekdayDay(date, language)}: ${count}`
  if (list === 'dueTomorrow') return `${name}, ${weekdayDay(addDays(date, 1), language)}: ${count}`
  return `${name}: ${count}`
}

function countOf({ lists }: Listed, list: PrintedList): number {
  return lists[list]?.length ?? 0
}
