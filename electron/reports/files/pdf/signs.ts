import type { CanvasElement, ContentCanvas } from 'pdfmake/interfaces'
import type { Tone } from '#shared/reports/document.ts'
import { INK } from './page.ts'

const stroke = { lineWidth: 0.8, lineColor: INK } as const

/** What a colour would say, a shape says; the word stands beside it. 7 × 7 points. */
const SHAPES: Readonly<Record<Tone, readonly CanvasElement[]>> = {
  plain: [],
  quiet: [],
  bad: [
    {
      type: 'polyline',
      points: [
        { x: 0, y: 7 },
        { x: 3.5, y: 0 },
        { x: 7, y: 7 },
      ],
      closePath: true,
      color: INK,
    },
  ],
  soon: [
    { type: 'ellipse', x: 3.5, y: 3.5, r1: 3.1, r2: 3.1, ...stroke },
    {
      type: 'polyline',
      points: [
        { x: 3.5, y: 1.4 },
        { x: 3.5, y: 3.8 },
        { x: 5.2, y: 3.8 },
      ],
      ...stroke,
    },
  ],
  unsure: [
    {
      type: 'polyline',
      points: [
        { x: 3.5, y: 0 },
        { x: 7, y: 3.5 },
        { x: 3.5, y: 7 },
        { x: 0, y: 3.5 },
      ],
      closePath: true,
      ...stroke,
    },
  ],
  good: [
    {
      type: 'polyline',
      points: [
        { x: 0.5, y: 3.8 },
        { x: 2.8, y: 6.2 },
        { x: 6.8, y: 1 },
      ],
      ...stroke,
      lineWidth: 1.1,
    },
  ],
}

/** The sign of a tone; `undefined` where there is nothing to say. */
export function signOf(tone: Tone | undefined): ContentCanvas | undefined {
  const shapes = SHAPES[tone ?? 'plain']
  // Made anew each time: the layout writes positions into what it is given.
  return shapes.length === 0 ? undefined : { canvas: structuredClone([...shapes]) }
}
