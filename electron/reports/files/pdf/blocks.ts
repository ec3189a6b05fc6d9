import type { Content, TableCell } from 'pdfmake/interfaces'
import { assertNever } from '#shared/domain/assert-never.ts'
import { wholeNumber } from '#shared/i18n/numbers.ts'
import type { Block, Facts, Figures, Heading, Paragraph, SideBySide, Signatures } from '#shared/reports/document.ts'
import { barsContent, timeBarContent } from './charts.ts'
import { estimatedHeight } from './estimated-height.ts'
import { COLUMN_GAP, CONTENT_WIDTH, INK, LINE, NOTE_INK, SIZE } from './page.ts'
import { signOf } from './signs.ts'
import { tableContent } from './table.ts'
import { textNode } from './text.ts'

/** In points; a page has some 750. */
const HIGHEST_BESIDE = 560
const FIGURES_IN_A_ROW = 7

/** The body of a document, block under block. */
export function blocksContent(blocks: readonly Block[]): Content[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'side_by_side' && !isLow(block, CONTENT_WIDTH)) return blocksContent([...block.left, ...block.right])
    return [blockContent(block, CONTENT_WIDTH, true)]
  })
}

/** `isLoose`: the page may end after it; what stands in columns is one piece. */
function blockContent(block: Block, width: number, isLoose: boolean): Content {
  switch (block.kind) {
    case 'heading':
      return headingContent(block, isLoose)
    case 'paragraph':
      return paragraphContent(block)
    case 'figures':
      return figuresContent(block, width)
    case 'facts':
      return factsContent(block, width)
    case 'table':
      return tableContent(block, width)
    case 'bars':
      return barsContent(block, width)
    case 'time_bar':
      return timeBarContent(block, width)
    case 'signatures':
      return signaturesContent(block, width)
    case 'side_by_side':
      return sideBySideContent(block, width)
    case 'page_break':
      return { text: '', pageBreak: 'after' }
    default:
      return assertNever(block)
  }
}

/** Headings are the bookmarks; `headlineLevel` tells the layout not to leave one alone at the foot of a page. */
function headingContent({ level, text }: Heading, isLoose: boolean): Content {
  const isFirst = level === 1
  return textNode(text, {
    fontSize: isFirst ? SIZE.heading : SIZE.under,
    bold: true,
    margin: isFirst ? [0, 9, 0, 3] : [0, 4, 0, 2],
    ...(isLoose ? { headlineLevel: level } : {}),
    outline: true,
    outlineText: text,
    outlineExpanded: true,
  })
}

function paragraphContent({ text, look }: Paragraph): Content {
  const isNote = look === 'note'
  return textNode(text, {
    fontSize: isNote ? SIZE.note : SIZE.text,
    bold: look === 'strong',
    color: isNote ? NOTE_INK : INK,
    margin: [0, 1, 0, 5],
  })
}

/** The totals in rows of equal length, each large over its word. */
function figuresContent({ items }: Figures, width: number): Content {
  if (items.length === 0) return { text: '' }
  const rowCount = Math.ceil(items.length / FIGURES_IN_A_ROW)
  const inARow = Math.ceil(items.length / rowCount)
  const cells: TableCell[] = items.map(({ label, value, tone }) => {
    const sign = value === 0 ? undefined : signOf(tone)
    const figure = textNode(wholeNumber(value), { fontSize: SIZE.figure, bold: true })
    return {
      stack: [
        sign === undefined ? figure : { columns: [figure, { ...sign, width: 9, margin: [0, 8, 0, 0] }], columnGap: 2 },
        textNode(label, { fontSize: SIZE.note, color: NOTE_INK }),
      ],
    }
  })
  const body = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: inARow }, (__, place): TableCell => cells[row * inARow + place] ?? { text: '' }),
  )
  return {
    table: { widths: Array.from({ length: inARow }, () => width / inARow - 12), body, dontBreakRows: true },
    layout: {
      hLineWidth: () => 0.5,
      hLineColor: () => LINE,
      vLineWidth: (line) => (line === 0 || line === inARow ? 0 : 0.5),
      vLineColor: () => LINE,
      paddingLeft: () => 6,
      paddingRight: () => 5.5,
      paddingTop: () => 3,
      paddingBottom: () => 4,
    },
    margin: [0, 2, 0, 4],
  }
}

/** Name and value, line by line. */
function factsContent({ items }: Facts, width: number): Content {
  if (items.length === 0) return { text: '' }
  const label = width * labelShare(items, width)
  return {
    table: {
      widths: [label - 6, width - label],
      // A value higher than a page has to be torn, or its end would be lost.
      dontBreakRows: items.every(
        (item) => estimatedHeight([{ kind: 'facts', title: null, items: [item] }], width) < HIGHEST_BESIDE,
      ),
      body: items.map(({ label: name, value }) => [
        textNode(name, { fontSize: SIZE.cell, color: NOTE_INK }),
        textNode(value.text, { fontSize: SIZE.cell, bold: true }),
      ]),
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.35),
      hLineColor: () => LINE,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: (place) => (place === 0 ? 6 : 0),
      paddingTop: () => 1.6,
      paddingBottom: () => 1.8,
    },
    margin: [0, 0, 0, 6],
  }
}

/** Values that are figures leave the room to their labels; hashes take it. */
function labelShare(items: Facts['items'], width: number): number {
  const longest = Math.max(...items.map(({ value }) => value.text.length))
  return 1 - Math.min(0.54, Math.max(0.2, (longest * SIZE.cell * 0.66) / width))
}

/** A line to sign on, the word and the name under it. */
function signaturesContent({ items }: Signatures, width: number): Content {
  const each = (width - COLUMN_GAP * (items.length - 1)) / Math.max(1, items.length)
  return {
    columns: items.map(({ label, name }) => ({
      width: each,
      stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 26, x2: each, y2: 26, lineWidth: 0.6, lineColor: INK }] },
        textNode(name === null ? label : `${label}: ${name}`, { fontSize: SIZE.note, color: NOTE_INK, margin: [0, 2, 0, 0] }),
      ],
    })),
    columnGap: COLUMN_GAP,
    margin: [0, 6, 0, 4],
    unbreakable: true,
  }
}

/** Beside each other, in one piece. */
function sideBySideContent({ left, right }: SideBySide, width: number): Content {
  const half = halfOf(width)
  return {
    columns: [left, right].map((blocks) => ({ width: half, stack: blocks.map((block) => blockContent(block, half, false)) })),
    columnGap: COLUMN_GAP,
    unbreakable: true,
  }
}

/** Higher columns would have to be torn: they go one under the other, over the whole width. */
function isLow({ left, right }: SideBySide, width: number): boolean {
  return [left, right].every((blocks) => estimatedHeight(blocks, halfOf(width)) <= HIGHEST_BESIDE)
}

function halfOf(width: number): number {
  return (width - COLUMN_GAP) / 2
}
