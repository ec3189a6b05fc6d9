import { makePdf } from './make-pdf.ts'
import { PAGE } from './page.ts'
import { textNode } from './text.ts'

/** A wide capital of the bold face, as a share of the size. */
const CAPITAL = 0.78
const LARGEST = 130
const OPACITY = 0.14

/**
 * One word on a page of its own, a little wider than the word, to be laid over other pages. It is light in itself: text sets its own opacity,
 * so one set around the page would be lost.
 */
export async function wordFile(word: string): Promise<Uint8Array> {
  const width = PAGE.width
  const fontSize = Math.min(LARGEST, width / (Math.max(1, word.length) * CAPITAL))
  return await makePdf(
    {
      pageSize: { width, height: fontSize * 1.3 },
      pageMargins: 0,
      content: [textNode(word, { fontSize, bold: true, alignment: 'center', noWrap: true, opacity: OPACITY })],
      defaultStyle: { font: 'Golos' },
    },
    undefined,
  )
}
