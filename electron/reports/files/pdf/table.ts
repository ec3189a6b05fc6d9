import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import type { Cell, Column, Table } from '#shared/reports/document.ts'
import { columnWidths, PADDING, rightPadding } from './column-widths.ts'
import { estimatedRowHeight, estimatedTableHeight } from './estimated-height.ts'
import { INK, LINE, NOTE_INK, SIZE } from './page.ts'
import { textNode } from './text.ts'

/** In points: a page less its head, with room for an estimate that was wrong. */
const HIGHEST_IN_ONE_PIECE = 600
/** In points: a table that is not higher goes to the next page as a whole. */
const HIGHEST_UNBROKEN = 150
/** Of a line under the head or over the total, in points. */
const STRONG = 0.8

/** A table whose head stands on every page and whose rows are never torn; one sentence where there is nothing. */
export function tableContent(table: Table, width: number): Content {
  if (table.rows.length === 0) return textNode(table.empty, { fontSize: SIZE.note, color: NOTE_INK, margin: [0, 0, 0, 6] })
  const widths = columnWidths(table, width)
  // A row higher than a page has to be torn, or its end would be lost.
  const isWhole = table.rows.every((cells) => estimatedRowHeight(cells, widths) < HIGHEST_IN_ONE_PIECE)
  const ending = [...table.rows.slice(-1), ...(table.total === null ? [] : [table.total])]
  const isEndWhole = ending.reduce((sum, cells) => sum + estimatedRowHeight(cells, widths), 0) < HIGHEST_IN_ONE_PIECE
  const isShort = isWhole && estimatedTableHeight(table, widths) < HIGHEST_UNBROKEN
  const content: ContentTable = {
    table: {
      headerRows: 1,
      // A head is never the last thing on a page.
      ...(isWhole ? { keepWithHeaderRows: 1, dontBreakRows: true } : {}),
      widths: [...widths],
      body: [headOf(table.columns), ...(isWhole && isEndWhole ? rowsEndingTogether(table, widths) : rowsOf(table))],
    },
    layout: layoutOf(table),
    margin: [0, 0, 0, 6],
    ...(isShort ? { unbreakable: true } : {}),
  }
  return content
}

function rowsOf({ columns, rows, total }: Table): TableCell[][] {
  const all = rows.map((cells) => cellsOf(cells, columns, false))
  return total === null ? all : [...all, cellsOf(total, columns, true)]
}

/** The last row and the total are one piece, a table in the place of a row: a total never stands alone on its page. */
function rowsEndingTogether(table: Table, widths: readonly number[]): TableCell[][] {
  const rows = rowsOf(table)
  if (table.total === null) return rows
  const ending: ContentTable = {
    table: { widths: [...widths], body: rows.slice(-2), dontBreakRows: true },
    layout: { ...layoutOf(table), hLineWidth: (line) => (line === 1 ? STRONG : 0), hLineColor: () => INK },
    // What the row around it has at its sides.
    margin: [-PADDING.side, -PADDING.top, -rightPadding(table.columns, widths.length - 1), -PADDING.bottom],
  }
  const spanned = table.columns.slice(1).map((): TableCell => ({ text: '' }))
  return [...rows.slice(0, -2), [{ ...ending, colSpan: widths.length }, ...spanned]]
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
  // Of rows that may be torn, the total is a row of its own.
  const totalLine = total === null ? -1 : rows.length + 1
  const isStrong = (line: number) => line === 1 || line === totalLine
  return {
    hLineWidth: (line, { table }) => {
      if (line === 0) return 0
      return line === table.body.length ? 0.5 : isStrong(line) ? STRONG : 0.35
    },
    hLineColor: (line, { table }) => (isStrong(line) && line < table.body.length ? INK : LINE),
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
