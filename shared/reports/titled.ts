import type { Block, Facts, Table } from './document.ts'

/** A table under its title: the heading is what stands on paper, the table's own title names it elsewhere. */
export function titled(table: Table): readonly Block[] {
  return [{ kind: 'heading', level: 2, text: table.title }, table]
}

/** Facts under a heading. */
export function titledFacts(title: string, facts: Facts): readonly Block[] {
  return [{ kind: 'heading', level: 2, text: title }, facts]
}
