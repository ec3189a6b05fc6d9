import { BlendMode, degrees, PDFDocument } from '@cantoo/pdf-lib'
import { wordFile } from './word-file.ts'

const TO_DEGREES = 180 / Math.PI

/**
 * A PDF with a word across each of its pages, large and light. An incremental update (ISO 32000, 7.5.6): the bytes of the original come
 * first and unchanged, so that whoever has them can still check them, and what is under the word stays legible. The same original and word
 * give the same bytes.
 */
export async function withCopyMark(original: Uint8Array, word: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(original, { forIncrementalUpdate: true, updateMetadata: false })
  const snapshot = document.takeSnapshot()
  const [mark] = await document.embedPdf(await wordFile(word))
  if (mark === undefined) throw new RangeError('The word has no page')
  for (const page of document.getPages()) {
    snapshot.markRefForSave(page.ref)
    const { width, height } = page.getSize()
    const slope = Math.atan2(height, width)
    // Not over the edge of a page smaller than A4.
    const scale = Math.min(1, (0.9 * Math.hypot(width, height)) / mark.width)
    const [along, up] = [mark.width * scale, mark.height * scale]
    page.drawPage(mark, {
      // The lower left corner, so that the middle of the word is the middle of the page.
      x: (width - along * Math.cos(slope) + up * Math.sin(slope)) / 2,
      y: (height - along * Math.sin(slope) - up * Math.cos(slope)) / 2,
      width: along,
      height: up,
      rotate: degrees(slope * TO_DEGREES),
      blendMode: BlendMode.Multiply,
    })
  }
  const update = await document.saveIncremental(snapshot)
  const copy = new Uint8Array(original.length + update.length)
  copy.set(original)
  copy.set(update, original.length)
  return copy
}
