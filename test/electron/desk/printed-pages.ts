import { extractText, getDocumentProxy } from 'unpdf'
import type { FileContent } from '#shared/contract/file.ts'

/** The words of each page of a PDF the desk printed, in reading order, with single spaces. */
export async function printedPages({ content }: { readonly content: FileContent }): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await content.arrayBuffer())))
  return text.map((page) => page.replace(/\s+/g, ' '))
}

/** The same without spaces and hyphens: lines of a narrow column end in the middle of a sentence. */
export function closely(text: string): string {
  return text.replace(/[\s-]+/g, '')
}
