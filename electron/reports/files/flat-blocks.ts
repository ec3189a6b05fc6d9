import type { BarChart, Block, Facts, Figures, ReportDocument, Table, TimeBar } from '#shared/reports/document.ts'

/** A document without its layout: what forms made of rows and keys are put together from, in reading order. */
export interface FlatDocument {
  readonly figures: readonly Figures['items'][number][]
  /** Facts that stay with the totals. */
  readonly facts: readonly Facts['items'][number][]
  /** Facts with a title of their own. */
  readonly titledFacts: readonly { readonly title: string; readonly items: Facts['items'] }[]
  readonly tables: readonly Table[]
  readonly charts: readonly BarChart[]
  readonly timeBars: readonly TimeBar[]
  /** What is said in sentences. */
  readonly notes: readonly string[]
}

export function flatten(document: Pick<ReportDocument, 'blocks'>): FlatDocument {
  const blocks = withoutColumns(document.blocks)
  const facts = blocks.filter((block) => block.kind === 'facts')
  return {
    figures: blocks.flatMap((block) => (block.kind === 'figures' ? block.items : [])),
    facts: facts.flatMap(({ title, items }) => (title === null ? items : [])),
    titledFacts: facts.flatMap(({ title, items }) => (title === null ? [] : [{ title, items }])),
    tables: blocks.filter((block) => block.kind === 'table'),
    charts: blocks.filter((block) => block.kind === 'bars'),
    timeBars: blocks.filter((block) => block.kind === 'time_bar'),
    notes: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
  }
}

/** A chart of a table that is there anyway says nothing new in rows; these are the others. */
export function chartsOfTheirOwn({ charts, tables }: FlatDocument): readonly BarChart[] {
  const labels = new Set(tables.flatMap(({ rows }) => rows.flat().map(({ text }) => text)))
  return charts.filter(({ rows }) => !rows.every(({ label }) => labels.has(label)))
}

function withoutColumns(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'side_by_side' ? [...withoutColumns(block.left), ...withoutColumns(block.right)] : [block],
  )
}
