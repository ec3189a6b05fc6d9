import type { ReportRow } from '../contract/report-schemas.ts'
import { assertNever } from '../domain/assert-never.ts'
import { calendarDate } from '../domain/calendar-date.ts'
import { weekdayDayShort } from '../i18n/dates.ts'
import { fieldName } from '../i18n/explain/field-name.ts'
import type { Words } from '../i18n/words.ts'
import { arrivalCell, dayCell, momentCell, namedCell, numberCell, type Place, tengeCell, textCell } from './cells.ts'
import type { Cell, Column, Tone } from './document.ts'

/** A trait of one notice that can stand in a list: its column, and the cell of each row. */
export interface RowColumn {
  readonly column: Omit<Column, 'label'> & { readonly id: keyof ReportColumns }
  cell(row: ReportRow, words: Words, place: Place): Cell
}

/** Labels of the catalogue that a list of notices uses. */
interface ReportColumns {
  readonly guest: unknown
  readonly citizenship: unknown
  readonly room: unknown
  readonly arrival: unknown
  readonly due: unknown
  readonly late: unknown
  readonly state: unknown
  readonly mci: unknown
  readonly tenge: unknown
  readonly refusal: unknown
  readonly missing: unknown
  readonly reason: unknown
  readonly proof: unknown
  readonly acceptedAt: unknown
  readonly receipt: unknown
}

export const ROW_COLUMNS = {
  guest: {
    column: { id: 'guest', align: 'start', weight: 2.6 },
    cell: ({ person }, { say }) => (person === null ? namedCell(null, say('report.erased'), 'quiet') : textCell(person.name)),
  },
  citizenship: {
    column: { id: 'citizenship', align: 'start', weight: 0.85 },
    cell: ({ person }, { say }) => textCell(person?.citizenship ?? null, person === null ? '' : say('report.none')),
  },
  room: {
    column: { id: 'room', align: 'start', weight: 0.9 },
    cell: ({ person }) => textCell(person?.room ?? null),
  },
  arrival: {
    column: { id: 'arrival', align: 'start', weight: 1.2 },
    cell: ({ arrivalAt }, { language }) => arrivalCell(arrivalAt, language),
  },
  due: { column: { id: 'due', align: 'start', weight: 1.7 }, cell: dueCell },
  late: {
    column: { id: 'late', align: 'end', weight: 1.2 },
    cell: ({ workingDaysLate }) => numberCell(workingDaysLate, undefined, workingDaysLate > 0 ? 'bad' : 'plain'),
  },
  state: { column: { id: 'state', align: 'start', weight: 2.6 }, cell: stateCell },
  mci: {
    column: { id: 'mci', align: 'end', weight: 0.95 },
    cell: ({ exposure }, { say }) =>
      exposure === null
        ? numberCell(null)
        : numberCell(exposure.mci, exposure.penalty === 'warning' ? say('report.warning') : undefined),
  },
  tenge: {
    column: { id: 'tenge', align: 'end', weight: 1.2 },
    cell: ({ exposure }, { say }) => {
      if (exposure === null || exposure.penalty === 'warning') return tengeCell(exposure?.tenge ?? null, '')
      return tengeCell(exposure.tenge, exposure.tenge === null ? say('report.tengeUnknown') : undefined)
    },
  },
  refusal: {
    column: { id: 'refusal', align: 'start', weight: 3.4 },
    cell: refusalCell,
  },
  missing: {
    column: { id: 'missing', align: 'start', weight: 3.4 },
    cell: ({ missing }, { say }) =>
      namedCell(missing.join(' '), missing.map((field) => say(`missing.${field}`)).join(', '), 'soon'),
  },
  reason: {
    column: { id: 'reason', align: 'start', weight: 3.4 },
    cell: reasonCell,
  },
  proof: {
    column: { id: 'proof', align: 'start', weight: 2.2 },
    cell: ({ reference }) => textCell(reference),
  },
  acceptedAt: {
    column: { id: 'acceptedAt', align: 'start', weight: 1.2 },
    cell: ({ acceptedAt }, _words, place) => momentCell(acceptedAt, place),
  },
  receipt: {
    column: { id: 'receipt', align: 'start', weight: 1.1 },
    cell: ({ hasReceipt }, { say }) =>
      hasReceipt ? namedCell('yes', say('report.receiptKept'), 'good') : namedCell('no', say('report.noReceipt'), 'unsure'),
  },
} as const satisfies Readonly<Record<keyof ReportColumns, RowColumn>>

/** The last day on which nobody can say it was late; `if a foreigner` while the citizenship is not known. */
function dueCell(row: ReportRow, words: Words, { date }: Place): Cell {
  const { say, language } = words
  const day = row.actBy ?? row.strictDue
  if (day === null) return dayCell(null, language)
  const named = laneDue(row, weekdayDayShort(day, language), words)
  const due = row.state === 'citizenship_unknown' ? say('report.due.ifForeigner', { day: named }) : named
  const text = row.isUncertain ? say('report.due.uncertain', { due, word: say('time.basis.forecast.word') }) : due
  return dayCell(calendarDate(day), language, text, toneOfDue(row, day === date))
}

function laneDue({ lane }: ReportRow, day: string, { say }: Words): string {
  if (lane === 'today') return say('report.due.today')
  return lane === 'tomorrow' ? say('report.due.tomorrow') : day
}

function toneOfDue({ lane }: ReportRow, isOnTheDay: boolean): Tone {
  if (lane === 'overdue') return 'bad'
  return lane === 'today' || (lane !== null && isOnTheDay) ? 'soon' : 'plain'
}

/** The service's own words, after the field it named; where it said nothing, what is known of the cause. */
function refusalCell({ person, refusedField, cause }: ReportRow, words: Words): Cell {
  const { say } = words
  const message = person?.refusal ?? null
  const said = message ?? (cause === null ? '' : say(`causes.${cause}.short`))
  const text =
    refusedField === null ? said : say('report.refusedField', { field: fieldName(refusedField, words), message: said })
  return namedCell(message, text)
}

/** A person's own words, or the rule by which the desk decided. */
function reasonCell({ person }: ReportRow, { say }: Words): Cell {
  const reason = person?.reason ?? null
  if (reason === 'registered_instead') return namedCell(reason, say('guest.notice.registeredReason'))
  if (reason === 'citizen_of_kazakhstan') return namedCell(reason, say('guest.notice.citizenReason'))
  return textCell(reason, person === null ? '' : say('report.noReason'))
}

/** State and why, and before them what is filed where that is not the arrival: `Исправление: Готово: нет сети`. */
function stateCell(row: ReportRow, { say }: Words): Cell {
  const { kind, state, cause, isAcceptedLate } = row
  const name = say(`states.${state}`)
  const withCause = isAcceptedLate
    ? say('report.acceptedLate', { state: name })
    : cause === null
      ? name
      : say('report.stateBecause', { state: name, cause: say(`causes.${cause}.short`) })
  const text =
    kind === 'arrival' ? withCause : say('report.kindState', { kind: say(`queue.kindMarks.${kind}`), state: withCause })
  return namedCell(state, text, isAcceptedLate ? 'bad' : toneOfState(state))
}

function toneOfState(state: ReportRow['state']): Tone {
  switch (state) {
    case 'accepted':
    case 'filed_elsewhere':
      return 'good'
    case 'rejected':
      return 'bad'
    case 'unknown':
    case 'deferred':
    case 'duplicate':
    case 'citizenship_unknown':
      return 'unsure'
    case 'incomplete':
    case 'handover':
      return 'soon'
    case 'not_required':
    case 'cancelled':
      return 'quiet'
    case 'ready':
    case 'leased':
    case 'sending':
      return 'plain'
    default:
      return assertNever(state)
  }
}
