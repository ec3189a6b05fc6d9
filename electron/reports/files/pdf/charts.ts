import type { CanvasElement, Column, Content, ContentTable } from 'pdfmake/interfaces'
import { wholeNumber } from '#shared/i18n/numbers.ts'
import type { BarChart, TimeBar } from '#shared/reports/document.ts'
import { INK, LINE, NOTE_INK, SIZE } from './page.ts'
import { textNode } from './text.ts'

const BAR_HEIGHT = 7
const SWATCH = 14
const HATCH_STEP = 2.6
/** Labels and figures take their share first. */
const LABEL_SHARE = 0.36
const VALUE_WIDTH = 44
const GAP = 6
/** A letter of the key, as a share of its size. */
const LETTER = 0.62
const MOST_ROWS_IN_ONE_PIECE = 40
const HOURS = [0, 6, 12, 18, 24]
const MINUTES_PER_HOUR = 60

/** Bars with their figures beside them: solid and hatched. */
export function barsContent(chart: BarChart, width: number): Content {
  const labelWidth = width * LABEL_SHARE
  const barWidth = width - labelWidth - VALUE_WIDTH
  const longest = barWidth - 2 * GAP
  const most = Math.max(1, ...chart.rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0)))
  const body = chart.rows.map(({ label, values }) => [
    textNode(label, { fontSize: SIZE.cell, alignment: 'right' as const }),
    { canvas: barOf(values.map((value) => (value / most) * longest)) },
    textNode(values.map(wholeNumber).join(' + '), { fontSize: SIZE.cell, bold: true }),
  ])
  const table: ContentTable = {
    table: { widths: [labelWidth - GAP, barWidth - GAP, VALUE_WIDTH - GAP], body, dontBreakRows: true },
    layout: tight,
  }
  return {
    stack: [titleOf(chart.title), legendOf(chart.parts), ...(body.length === 0 ? [] : [table])],
    margin: [0, 4, 0, 8],
    // One piece, unless it is longer than any page.
    unbreakable: chart.rows.length <= MOST_ROWS_IN_ONE_PIECE,
  }
}

/** The day from end to end, what happened in it filled black; each span is also named below. */
export function timeBarContent({ title, minutes, spans }: TimeBar, width: number): Content {
  const place = (minute: number) => (Math.min(Math.max(minute, 0), minutes) / minutes) * width
  const filled: CanvasElement[] = spans.map(({ from, to }) => ({
    type: 'rect',
    x: place(from),
    y: 0,
    // A minute is seen too.
    w: Math.max(place(to) - place(from), 0.8),
    h: 10,
    color: INK,
    lineWidth: 0,
  }))
  const marks: CanvasElement[] = HOURS.map((hour) => {
    const x = place(hour === 24 ? minutes : hour * MINUTES_PER_HOUR)
    return { type: 'line', x1: x, y1: 10, x2: x, y2: 13, lineWidth: 0.5, lineColor: INK }
  })
  const frame: CanvasElement = { type: 'rect', x: 0, y: 0, w: width, h: 10, lineWidth: 0.5, lineColor: INK }
  return {
    stack: [
      titleOf(title),
      { canvas: [...filled, frame, ...marks] },
      {
        // Each word in the middle of its mark, the outer two at the ends.
        columns: HOURS.map((hour, index) => ({
          ...textNode(`${String(hour).padStart(2, '0')}:00`, {
            fontSize: SIZE.foot,
            color: NOTE_INK,
            alignment: index === 0 ? 'left' : index === HOURS.length - 1 ? 'right' : 'center',
          }),
          width: index === 0 || index === HOURS.length - 1 ? width / 8 : width / 4,
        })),
        columnGap: 0,
      },
      ...(spans.length === 0 ? [] : [textNode(spans.map(({ label }) => label).join(' · '), { fontSize: SIZE.note })]),
    ],
    margin: [0, 2, 0, 8],
    unbreakable: true,
  }
}

function titleOf(title: string): Content {
  return textNode(title, { fontSize: SIZE.under, bold: true, margin: [0, 0, 0, 3] })
}

/** What is solid and what is hatched. A chart of one kind needs no key, only the word. */
function legendOf(parts: BarChart['parts']): Content {
  return {
    columns: parts.flatMap((part, index): Column[] => {
      const swatch = index === 0 ? solid(0, SWATCH) : hatched(0, SWATCH)
      return [
        { canvas: swatch, width: SWATCH + 3, margin: [0, 1, 0, 0] },
        textNode(part, { fontSize: SIZE.note, color: NOTE_INK, width: part.length * SIZE.note * LETTER + 2 * GAP }),
      ]
    }),
    // Else that of columns around it holds here too.
    columnGap: 0,
    margin: [0, 0, 0, 3],
  }
}

function barOf([first = 0, second = 0]: readonly number[]): CanvasElement[] {
  const drawn = [...(first > 0 ? solid(0, first) : []), ...(second > 0 ? hatched(first, second) : [])]
  // A row with nothing in it keeps its place.
  return drawn.length > 0 ? drawn : [{ type: 'line', x1: 0, y1: 0, x2: 0, y2: BAR_HEIGHT, lineWidth: 0.5, lineColor: LINE }]
}

function solid(x: number, width: number): CanvasElement[] {
  return [{ type: 'rect', x, y: 0, w: width, h: BAR_HEIGHT, color: INK, lineWidth: 0 }]
}

/** A frame with strokes from its lower left to its upper right, cut at its sides. */
function hatched(x: number, width: number): CanvasElement[] {
  const strokes: CanvasElement[] = []
  for (let start = HATCH_STEP - BAR_HEIGHT; start < width; start += HATCH_STEP) {
    const [from, to] = [Math.max(start, 0), Math.min(start + BAR_HEIGHT, width)]
    strokes.push({
      type: 'line',
      x1: x + from,
      y1: BAR_HEIGHT - (from - start),
      x2: x + to,
      y2: BAR_HEIGHT - (to - start),
      lineWidth: 0.45,
      lineColor: INK,
    })
  }
  return [...strokes, { type: 'rect', x, y: 0, w: width, h: BAR_HEIGHT, lineWidth: 0.5, lineColor: INK }]
}

const tight = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => GAP,
  paddingTop: () => 1,
  paddingBottom: () => 1,
}
