import type { Block, Facts, ReportDocument, Table } from '#shared/reports/document.ts'

/** A document for a terminal: the same figures and rows as on paper, without charts, whose numbers stand in a table beside them anyway. */
export function reportText(document: ReportDocument): string {
  const { title, lines, corner, banner, blocks, foot } = document
  const head = [...(banner === null ? [] : [banner]), title, ...lines, corner.join(' · ')]
  return [...head, ...blocks.flatMap(linesOf), '', foot].join('\n')
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? ['', block.text.toUpperCase()] : ['', block.text]
    case 'paragraph':
      return [block.text]
    case 'figures':
      return columns(block.items.map(({ label, value }) => [String(value), label]))
    case 'facts':
      return factLines(block)
    case 'table':
      return tableLines(block)
    case 'side_by_side':
      return [...block.left, ...block.right].flatMap(linesOf)
    case 'bars':
    case 'time_bar':
    case 'signatures':
    case 'page_break':
      return []
  }
}

function factLines({ items }: Facts): readonly string[] {
  return columns(items.map(({ label, value }) => [label, value.text]))
}

function tableLines({ rows, total, columns: headings, empty }: Table): readonly string[] {
  if (rows.length === 0) return [empty]
  const all = [headings.map(({ label }) => label), ...rows.map((row) => row.map(({ text }) => text))]
  return columns(total === null ? all : [...all, total.map(({ text }) => text)])
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}
