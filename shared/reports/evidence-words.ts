import type { Standing } from '../contract/evidence-schemas.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { IsoInstant } from '../domain/clock.ts'
import type { Words } from '../i18n/words.ts'
import { longMoment } from './cells.ts'
import type { Cell, Facts, Table, Tone } from './document.ts'

/** The words of a document and the clock on the wall it tells the time by. */
export interface EvidenceWords {
  readonly words: Words
  /** IANA. */
  readonly zone: string
}

/** `5 мая 2026, 15:20`. */
export function momentOf(instant: IsoInstant, { words, zone }: EvidenceWords): string {
  return longMoment(instant, { zone, language: words.language })
}

export function momentCell(instant: IsoInstant | null, at: EvidenceWords, otherwise = ''): Cell {
  return { type: 'instant', value: instant, text: instant === null ? otherwise : momentOf(instant, at) }
}

/** Name and value pairs without a title of their own: id, label, value. What says nothing is left out. */
export function pairs(items: readonly (readonly [string, string, Cell])[]): Facts {
  const said = items.filter(([, , { text }]) => text !== '')
  return { kind: 'facts', title: null, items: said.map(([id, label, value]) => ({ id, label, value })) }
}

/** Columns as id, label, weight. */
export function table(
  id: string,
  title: string,
  empty: string,
  columns: readonly (readonly [string, string, number])[],
  rows: Table['rows'],
): Table {
  return {
    kind: 'table',
    id,
    title,
    empty,
    columns: columns.map(([column, label, weight]) => ({ id: column, label, align: 'start', weight })),
    rows,
    total: null,
  }
}

export function standingTone(standing: Standing): Tone {
  switch (standing) {
    case 'in_time':
      return 'good'
    case 'in_time_by_the_later_reading':
    case 'open_past_the_strict_date':
      return 'unsure'
    case 'late':
    case 'overdue':
      return 'bad'
    case 'open':
      return 'soon'
    case 'set_aside':
    case 'nothing_owed':
      return 'quiet'
    default:
      return assertNever(standing)
  }
}
