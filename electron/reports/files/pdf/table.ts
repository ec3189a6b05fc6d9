import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import type { Cell, Column, Table } from '#shared/reports/document.ts'
import { estimatedRowHeight } from './estimated-height.ts'
import { INK, LINE, NOTE_INK, SIZE } from './page.ts'
import { textNode } from './text.ts'

/** A wide letter of the bold face, as a share of the size. */
const BOLD_LETTER = 0.7
/** In points: a page less its head, with room for an estimate that was wrong. */
const HIGHEST_IN_ONE_PIECE = 600
const PADDING = { side: 3, between: 12, top: 2, bottom: 2.2 } as const

/** A table whose head stands on every page and whose rows are never torn; one sentence where there is nothing. */
export function tableContent(table: Table, width: number): Content {
  if (table.rows.length === 0) return textNode(table.empty, { fontSize: SIZE.note, color: NOTE_INK, margin: [0, 0, 0, 6] })
  const total = table.total === null ? [] : [cellsOf(table.total, table.columns, true)]
  // A row higher than a page has to be torn, or its end would be lost.
  const isWhole = table.rows.every((cells) => estimatedRowHeight(cells, table.columns, width) < HIGHEST_IN_ONE_PIECE)
  const content: ContentTable = {
    table: {
      headerRows: 1,
      // A head is never the last thing on a page.
      ...(isWhole ? { keepWithHeaderRows: 1, dontBreakRows: true } : {}),
      widths: columnWidths(table.columns, width),
      body: [headOf(table.columns), ...table.rows.map((cells) => cellsOf(cells, table.columns, false)), ...total],
    },
    layout: layoutOf(table),
    margin: [0, 0, 0, 6],
  }
  return content
}

/**
 * In points, without the space at the sides: as wide as the longest word of its label, what is left over by weight. Fixed, so that a name
 * without a space breaks instead of pushing its neighbours off the page.
 */
export function columnWidths(columns: readonly Column[], width: number): number[] {
  const least = columns.map(({ label }) => longestWord(label) * SIZE.note * BOLD_LETTER)
  const padding = columns.reduce((total, _, place) => total + PADDING.side + rightPadding(columns, place), 0)
  const room = Math.max(0, width - padding)
  const sum = columns.reduce((total, { weight }) => total + weight, 0)
  const wished = columns.map(({ weight }, place) => Math.max((room * weight) / sum, least[place] ?? 0))
  const spare = wished.map((wish, place) => wish - Math.min(wish, least[place] ?? 0))
  const excess = wished.reduce((total, wish) => total + wish, 0) - room
  const spareSum = spare.reduce((total, part) => total + part, 0)
  if (excess > spareSum) return columns.map(({ weight }) => (room * weight) / sum)
  return wished.map((wish, place) => wish - (spareSum === 0 ? 0 : (excess * (spare[place] ?? 0)) / spareSum))
}

/** Figures at the right of their column keep away from words at the left of the next. */
function rightPadding(columns: readonly Column[], place: number): number {
  const isTight = columns[place]?.align === 'end' && columns[place + 1]?.align === 'start'
  return isTight ? PADDING.between : PADDING.side
}

function longestWord(label: string): number {
  return Math.max(0, ...label.split(/[\s-]+/).map((word) => word.length))
}

function headOf(columns: readonly Column[]): TableCell[] {
  return columns.map(({ label, align }) =>
    textNode(label, { fontSize: SIZE.note, bold: true, color: NOTE_INK, alignment: alignmentOf(align) }),
  )
}

function cellsOf(cells: readonly Cell[], columns: readonly Column[], isTotal: boolean): TableCell[] {
  return columns.map(({ align }, place) => {
    const cell = cells[place]
    const isStrong = isTotal || cell?.tone === 'bad' || cell?.tone === 'soon'
    return textNode(cell?.text ?? '', {
      fontSize: SIZE.cell,
      bold: isStrong || (place === 0 && cell?.tone !== 'quiet'),
      alignment: alignmentOf(align),
      ...(cell?.tone === 'quiet' ? { color: NOTE_INK } : {}),
    })
  })
}

/** Only lines between rows: black under the head and over the total, hair lines else. */
function layoutOf({ columns, rows, total }: Table): CustomTableLayout {
  const totalLine = total === null ? -1 : rows.length + 1
  const last = rows.length + (total === null ? 1 : 2)
  const isStrong = (line: number) => line === 1 || line === totalLine
  return {
    hLineWidth: (line) => (line === 0 ? 0 : isStrong(line) ? 0.8 : line === last ? 0.5 : 0.35),
    hLineColor: (line) => (isStrong(line) ? INK : LINE),
    vLineWidth: () => 0,
    paddingLeft: () => PADDING.side,
    paddingRight: (place) => rightPadding(columns, place),
    paddingTop: () => PADDING.top,
    paddingBottom: () => PADDING.bottom,
  }
}

function alignmentOf(align: Column['align']): 'left' | 'right' {
  return align === 'end' ? 'right' : 'left'
}
