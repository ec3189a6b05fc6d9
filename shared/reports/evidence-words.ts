import type { Standing } from '../contract/evidence-schemas.ts'
import { assertNever } from '../domain/assert-never.ts'
import type { IsoInstant } from '../domain/clock.ts'
import { numericDay } from '../i18n/dates.ts'
import type { Words } from '../i18n/words.ts'
import type { LocalDateTime } from '../regulation/local-time.ts'
import { localMoment, longMoment } from './cells.ts'
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

/** `05.05.2026 15:20`: for a column, in any language. */
export function shortly(local: LocalDateTime): string {
  return `${numericDay(local.slice(0, 10))} ${local.slice(11)}`
}

/** The same of an instant, to the second, which every zone shares. */
export function momentCell(instant: IsoInstant | null, at: EvidenceWords, otherwise = ''): Cell {
  if (instant === null) return { type: 'instant', value: null, text: otherwise }
  return { type: 'instant', value: instant, text: `${shortly(localMoment(instant, at.zone))}:${instant.slice(17, 19)}` }
}

/** `5 мая 2026, 15:20:07`: where there is room. */
export function longMomentCell(instant: IsoInstant | null, at: EvidenceWords): Cell {
  return { type: 'instant', value: instant, text: instant === null ? '' : `${momentOf(instant, at)}:${instant.slice(17, 19)}` }
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
