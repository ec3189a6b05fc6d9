import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { FONT_FILES } from './fonts.ts'

const FONT_PATHS: ReadonlySet<string> = new Set(Object.values(FONT_FILES).flatMap(({ normal, bold }) => [normal, bold]))

pdfmake.setFonts(FONT_FILES)
// A document names no files and no addresses; whatever would, is refused.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => FONT_PATHS.has(path))

/** Lays out and writes. `moment` dates the file: nothing in it comes from the clock or from chance. */
export async function makePdf(definition: TDocumentDefinitions, moment: string | undefined): Promise<Uint8Array> {
  // What has no moment still has to be the same bytes each time.
  const date = new Date(moment ?? 0)
  const info = { creator: 'Qabyl', producer: 'Qabyl', ...definition.info, creationDate: date, modDate: date }
  const bytes: Uint8Array = await pdfmake.createPdf({ ...definition, version: '1.7', info }).getBuffer()
  return new Uint8Array(bytes)
}
