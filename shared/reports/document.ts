import type { CalendarDate } from '../domain/calendar-date.ts'
import type { IsoInstant } from '../domain/clock.ts'

/**
 * One printed thing – the report of a day, a hand-over sheet, a filled notice, a covering list, evidence – in one language, before it is a
 * page, a workbook or a file. Pure data. Every figure stands here once, worked out and put into words; a renderer lays out and never counts.
 */
export interface ReportDocument {
  /** BCP 47: kk, ru or en. */
  readonly language: string
  readonly title: string
  /** Lines under the title: the property, its department and BIN. */
  readonly lines: readonly string[]
  /** In the upper corner: preliminary or number, as of when. */
  readonly corner: readonly string[]
  /** Shown across the top where nothing is for real: training, test. */
  readonly banner: string | null
  readonly blocks: readonly Block[]
  /** At the foot of each page, before "page x of y": number and hash of a close. */
  readonly foot: string
  /** "page {page} of {pages}" in the document's language. */
  readonly pageOf: string
  /** The moment it tells of: what its files are dated with, so that the same document is the same bytes. */
  readonly asOf?: IsoInstant
  /** IANA name of the property's time zone: where a workbook needs the time on the wall of an instant. */
  readonly zone?: string
}

export type Block =
  | Heading
  | Paragraph
  | Figures
  | Facts
  | Table
  | BarChart
  | TimeBar
  | Signatures
  | SideBySide
  | { readonly kind: 'page_break' }

export interface Heading {
  readonly kind: 'heading'
  /** 1 = a bookmark of its own; 2 stands under it. */
  readonly level: 1 | 2
  readonly text: string
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  /** `strong`: what must be read; `note`: what explains. */
  readonly look: 'plain' | 'strong' | 'note'
}

/** The totals in one row; each has a name that stays the same in every language and form. */
export interface Figures {
  readonly kind: 'figures'
  readonly items: readonly { readonly id: string; readonly label: string; readonly value: number; readonly tone: Tone }[]
}

/** Name and value pairs. */
export interface Facts {
  readonly kind: 'facts'
  /** Sheet name in a workbook; `null` = stays with the totals. */
  readonly title: string | null
  readonly items: readonly { readonly id: string; readonly label: string; readonly value: Cell }[]
}

export interface Table {
  readonly kind: 'table'
  /** Stays the same in every language; the sheet of a workbook and the file of a CSV carry it. */
  readonly id: string
  /** Names a sheet of a workbook and speaks to a screen reader; what stands over the table on paper is a heading before it. */
  readonly title: string
  /** Said instead of rows when there are none. */
  readonly empty: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** One cell per column, or `null`. */
  readonly total: readonly Cell[] | null
}

export interface Column {
  readonly id: string
  readonly label: string
  readonly align: 'start' | 'end'
  /** Share of the width, relative to the others. */
  readonly weight: number
}

/** Rows of one or two parts each, drawn so that black and white is enough: solid and hatched. */
export interface BarChart {
  readonly kind: 'bars'
  readonly id: string
  readonly title: string
  /** What the solid part is, and the hatched one. */
  readonly parts: readonly [string] | readonly [string, string]
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[]
}

/** One day from end to end; spans in minutes from its start. */
export interface TimeBar {
  readonly kind: 'time_bar'
  readonly id: string
  readonly title: string
  /** 1440, or an hour more or less where the clock was changed. */
  readonly minutes: number
  readonly spans: readonly { readonly from: number; readonly to: number; readonly label: string; readonly tone: Tone }[]
}

export interface Signatures {
  readonly kind: 'signatures'
  readonly items: readonly { readonly label: string; readonly name: string | null }[]
}

/** Beside each other where the page is wide enough, else one under the other. */
export interface SideBySide {
  readonly kind: 'side_by_side'
  readonly left: readonly Block[]
  readonly right: readonly Block[]
}

/** Never told by colour alone: a renderer adds its sign. */
export type Tone = 'plain' | 'good' | 'soon' | 'bad' | 'unsure' | 'quiet'

/** What it says, and the value behind it, typed. `text` is in the document's language; empty = nothing to say. */
export type Cell = { readonly text: string; readonly tone?: Tone } & (
  | { readonly type: 'text'; readonly value: string | null }
  | { readonly type: 'number'; readonly value: number | null }
  | { readonly type: 'day'; readonly value: CalendarDate | null }
  /** Hotel-local, `YYYY-MM-DDTHH:mm`. */
  | { readonly type: 'local_time'; readonly value: string | null }
  | { readonly type: 'instant'; readonly value: IsoInstant | null }
  /** Whole tenge. */
  | { readonly type: 'tenge'; readonly value: number | null }
)

/** The forms a document can take as a file. */
export const REPORT_FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]
