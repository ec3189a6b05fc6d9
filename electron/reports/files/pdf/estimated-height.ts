import type { Block, Cell, Column } from '#shared/reports/document.ts'
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
    case 'table': {
      const widths = estimatedWidths(block.columns, width)
      const labels = block.columns.map(({ label }) => label)
      const rows = [...block.rows, ...(block.total === null ? [] : [block.total])].map((cells) => cells.map(textOf))
      return [labels, ...rows].reduce((sum, texts) => sum + rowHeight(texts, widths), 12)
    }
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

/** Of one row of a table. */
export function estimatedRowHeight(cells: readonly Cell[], columns: readonly Column[], width: number): number {
  return rowHeight(cells.map(textOf), estimatedWidths(columns, width))
}

function estimatedWidths(columns: readonly Column[], width: number): readonly number[] {
  const sum = columns.reduce((total, { weight }) => total + weight, 0)
  return columns.map(({ weight }) => (width * weight) / sum - 6)
}

function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, place) => linesOf(text, widths[place] ?? 40, SIZE.cell))
  return Math.max(1, ...lines) * SIZE.cell * LINE_HEIGHT + ROW_SPACE
}

function linesOf(text: string, width: number, size: number): number {
  return Math.max(1, Math.ceil((text.length * size * LETTER) / Math.max(width, size)))
}

function textOf({ text }: Cell): string {
  return text
}
