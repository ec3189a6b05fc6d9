import type { Block, Cell, Table } from '#shared/reports/document.ts'
import { columnWidths } from './column-widths.ts'
import { SIZE } from './page.ts'

/** Wide letters of the face, as a share of the size: an estimate on the safe side. */
const LETTER = 0.6
const LINE_HEIGHT = 1.25
const ROW_SPACE = 5

/** About how many points high blocks become in a column of this width; rather too high than too low. */
export function estimatedHeight(blocks: readonly Block[], width: number): number {
  return blocks.reduce((sum, block) => sum + heightOf(block, width), 0)
}

function heightOf(block: Block, width: number): number {
  switch (block.kind) {
    case 'heading':
      return 30
    case 'paragraph':
      return linesOf(block.text, width, SIZE.text) * SIZE.text * LINE_HEIGHT + 8
    case 'figures':
      return Math.ceil(block.items.length / 7) * 60
    case 'facts':
      return block.items.reduce(
        (sum, { label, value }) => sum + rowHeight([label, value.text], [width * 0.42, width * 0.5]),
        12,
      )
    case 'table':
      return estimatedTableHeight(block, columnWidths(block, width))
    case 'bars':
      return block.rows.reduce((sum, { label }) => sum + rowHeight([label], [width * 0.34]), 50)
    case 'time_bar':
      return 60
    case 'signatures':
      return 60
    case 'side_by_side':
      return Math.max(estimatedHeight(block.left, width / 2), estimatedHeight(block.right, width / 2))
    case 'page_break':
      return Number.POSITIVE_INFINITY
  }
}

/** Of a whole table, its head and its total included; `widths` as `columnWidths` makes them. */
export function estimatedTableHeight({ columns, rows, total }: Table, widths: readonly number[]): number {
  const lines = [columns.map(({ label }) => label), ...rows.map(textsOf), ...(total === null ? [] : [textsOf(total)])]
  return lines.reduce((sum, texts) => sum + rowHeight(texts, widths), 12)
}

/** Of one row of a table. */
export function estimatedRowHeight(cells: readonly Cell[], widths: readonly number[]): number {
  return rowHeight(textsOf(cells), widths)
}

function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, place) => linesOf(text, widths[place] ?? 40, SIZE.cell))
  return Math.max(1, ...lines) * SIZE.cell * LINE_HEIGHT + ROW_SPACE
}

function linesOf(text: string, width: number, size: number): number {
  return Math.max(1, Math.ceil((text.length * size * LETTER) / Math.max(width, size)))
}

function textsOf(cells: readonly Cell[]): readonly string[] {
  return cells.map(({ text }) => text)
}
