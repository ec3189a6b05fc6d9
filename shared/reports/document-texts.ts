import { assertNever } from '../domain/assert-never.ts'
import type { Block, ReportDocument } from './document.ts'

/** Every text of a document, in reading order. */
export function documentTexts({ title, lines, corner, banner, blocks, foot }: ReportDocument): readonly string[] {
  return [title, ...lines, ...corner, ...(banner === null ? [] : [banner]), ...blocks.flatMap(textsOf), foot]
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'figures':
      return block.items.map(({ label }) => label)
    case 'facts':
      return block.items.flatMap(({ label, value }) => [label, value.text])
    case 'table': {
      const cells = [...block.rows, ...(block.total === null ? [] : [block.total])].flat()
      return [...block.columns.map(({ label }) => label), ...cells.map(({ text }) => text)]
    }
    case 'bars':
      return [block.title, ...block.parts, ...block.rows.map(({ label }) => label)]
    case 'time_bar':
      return [block.title, ...block.spans.map(({ label }) => label)]
    case 'signatures':
      return block.items.flatMap(({ label, name }) => (name === null ? [label] : [label, name]))
    case 'side_by_side':
      return [...block.left, ...block.right].flatMap(textsOf)
    case 'page_break':
      return []
    default:
      return assertNever(block)
  }
}
