import { getDocumentProxy } from 'unpdf'
import { hasLetter } from '#electron/reports/files/pdf/fonts.ts'
import { fileOf } from '#electron/reports/files/report-file.ts'
import type { Block, Cell, Heading, ReportDocument } from '#shared/reports/document.ts'

/** One page of a PDF as a reader of the file finds it. */
export interface PdfPage {
  /** Every text in the order of the file, without any space: where lines break says nothing. */
  readonly text: string
  /** Lines of the body from above, without what runs along every page. */
  readonly lines: readonly string[]
}

/** What stands lower is the foot of the page, in points from below; what stands higher its running head. */
const FOOT = 44
const HEAD = 812

export async function pagesOf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  // The reader takes the buffer away from whoever lends it.
  const pdf = await getDocumentProxy(bytes.slice())
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const texts = items.flatMap((item) => ('str' in item ? [{ text: item.str, y: Number(item.transform[5]) }] : []))
    const lines = new Map<number, string>()
    for (const { text, y } of texts) {
      if (y < FOOT || (y > HEAD && number > 1)) continue
      const line = Math.round(y)
      lines.set(line, `${lines.get(line) ?? ''}${text}`)
    }
    pages.push({
      text: squeezed(texts.map(({ text }) => text).join('')),
      lines: [...lines]
        .filter(([, text]) => text.trim() !== '')
        .toSorted(([a], [b]) => b - a)
        .map(([, text]) => squeezed(text)),
    })
  }
  return pages
}

export async function pdfOf(document: ReportDocument): Promise<readonly PdfPage[]> {
  return await pagesOf((await fileOf(document, 'pdf')).bytes)
}

export function squeezed(text: string): string {
  return text.replace(/\s+/gu, '')
}

/** As it is printed: `?` for what no font has, accents joined to their letter. */
export function printed(text: string): string {
  const letters = [...squeezed(text.normalize('NFC'))]
  return letters
    .map((letter) => {
      const codePoint = letter.codePointAt(0) ?? 0
      return hasLetter('Golos', codePoint) || hasLetter('Noto', codePoint) ? letter : '?'
    })
    .join('')
}

export function rowText(cells: readonly Cell[]): string {
  return cells.map(({ text }) => printed(text)).join('')
}

export function allBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'side_by_side' ? [...allBlocks(block.left), ...allBlocks(block.right)] : [block],
  )
}

/** Headings that are the last line of their page: none may be. */
export function orphans(pages: readonly PdfPage[], { blocks }: ReportDocument): readonly string[] {
  const headings = new Set(
    allBlocks(blocks)
      .filter((block): block is Heading => block.kind === 'heading')
      .map(({ text }) => printed(text)),
  )
  return pages.flatMap(({ lines }) => {
    const last = lines.at(-1)
    return last !== undefined && headings.has(last) ? [last] : []
  })
}
