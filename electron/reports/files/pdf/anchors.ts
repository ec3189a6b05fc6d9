import type { Content, ContentText, Node } from 'pdfmake/interfaces'

type NamedText = ContentText & { id?: string }

const HEADING = 'heading-'
const BLOCK = 'block-'

/**
 * Names each heading and the first text of each other block by its place. Only of named texts does the layout know the page they came to lie
 * on when a block was moved there as a whole; of all others it remembers the page on which the draft was begun. Of a table it is the first
 * row: the head comes back on each page.
 */
export function anchored(content: readonly Content[]): Content[] {
  for (const [place, block] of content.entries()) {
    const first = firstText(block)
    if (first !== undefined) first.id = `${first.headlineLevel === undefined ? BLOCK : HEADING}${String(place)}`
  }
  return [...content]
}

/** The place of a heading under which nothing but further headings begins on its page; `undefined` for any other node. */
export function placeIfAlone(node: Node, following: () => readonly Node[]): number | undefined {
  if (node.id?.startsWith(HEADING) !== true) return undefined
  const { pageNumber } = node.startPosition
  const hasCompany = following().some(
    ({ id, startPosition }) => id?.startsWith(BLOCK) === true && startPosition.pageNumber === pageNumber,
  )
  return hasCompany ? undefined : Number(node.id.slice(HEADING.length))
}

function firstText(content: Content | undefined): NamedText | undefined {
  if (typeof content !== 'object') return undefined
  if (Array.isArray(content)) return firstOf(content)
  if ('text' in content) return content as NamedText
  if ('stack' in content) return firstOf(content.stack)
  if ('columns' in content) return firstOf(content.columns as Content[])
  if (!('table' in content)) return undefined
  const { body, headerRows = 0 } = content.table
  return firstOf((body[headerRows] ?? []) as Content[])
}

function firstOf(contents: readonly Content[]): NamedText | undefined {
  for (const content of contents) {
    const text = firstText(content)
    if (text !== undefined) return text
  }
  return undefined
}
