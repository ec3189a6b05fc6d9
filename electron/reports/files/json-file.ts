import type { Cell, ReportDocument } from '#shared/reports/document.ts'
import { flatten } from './flat-blocks.ts'

/**
 * A document as data: ids are the same in every language, `value` is for programs, `text` is what the paper says. Keys stand in a fixed
 * order, so that two files can be compared line by line.
 */
export function jsonFile(document: ReportDocument): Uint8Array {
  const { language, title, lines, corner, banner, foot, asOf, zone } = document
  const flat = flatten(document)
  const data = {
    format: 'qabyl-report',
    version: 1,
    language,
    title,
    lines,
    corner,
    banner,
    foot,
    asOf: asOf ?? null,
    zone: zone ?? null,
    figures: flat.figures.map(({ id, label, value }) => ({ id, label, value })),
    facts: [...flat.facts, ...flat.titledFacts.flatMap(({ items }) => items)].map(({ id, label, value }) => ({
      id,
      label,
      ...cellData(value),
    })),
    tables: flat.tables.map(({ id, title: name, columns, rows, total }) => {
      const rowData = (cells: readonly Cell[]) =>
        Object.fromEntries(columns.map((column, place) => [column.id, cellData(cells[place])]))
      return {
        id,
        title: name,
        columns: columns.map((column) => ({ id: column.id, label: column.label })),
        rows: rows.map(rowData),
        total: total === null ? null : rowData(total),
      }
    }),
    charts: flat.charts.map(({ id, title: name, parts, rows }) => ({
      id,
      title: name,
      parts,
      rows: rows.map(({ label, values }) => ({ label, values })),
    })),
    timeBars: flat.timeBars.map(({ id, title: name, minutes, spans }) => ({
      id,
      title: name,
      minutes,
      spans: spans.map(({ from, to, label }) => ({ from, to, label })),
    })),
    notes: flat.notes,
  }
  return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)
}

function cellData(cell: Cell | undefined) {
  return { value: cell?.value ?? null, text: cell?.text ?? '' }
}
