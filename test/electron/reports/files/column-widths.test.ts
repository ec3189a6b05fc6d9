import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnWidths, PADDING, rightPadding } from '#electron/reports/files/pdf/column-widths.ts'
import { CONTENT_WIDTH, SIZE } from '#electron/reports/files/pdf/page.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { Column, Table } from '#shared/reports/document.ts'
import { closedSample, sampleDay } from '../../../shared/reports/sample-day.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`column-widths seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

function column(label: string, weight: number, align: Column['align'] = 'start'): Column {
  return { id: label, label, weight, align }
}

function table(columns: readonly Column[], ...rows: readonly (readonly string[])[]): Pick<Table, 'columns' | 'rows' | 'total'> {
  return {
    columns,
    rows: rows.map((cells) => cells.map((text) => ({ text, type: 'text' as const, value: text }))),
    total: null,
  }
}

function printedWidth(columns: readonly Column[], widths: readonly number[]): number {
  return widths.reduce((sum, width, place) => sum + width + PADDING.side + rightPadding(columns, place), 0)
}

describe('the widths of a table’s columns', () => {
  it('fill the page exactly, none below nothing, whatever stands in the cells', () => {
    const words = fc.string({ maxLength: 80 })
    const columns = fc.array(
      fc.tuple(fc.string({ minLength: 1, maxLength: 14 }), fc.integer({ min: 1, max: 40 }), fc.boolean()),
      {
        minLength: 1,
        maxLength: 9,
      },
    )
    fc.assert(
      fc.property(columns, fc.array(fc.array(words, { minLength: 9, maxLength: 9 }), { maxLength: 6 }), (made, rows) => {
        const all = made.map(([label, weight, isEnd]) => column(label, weight / 10, isEnd ? 'end' : 'start'))
        const widths = columnWidths(table(all, ...rows), CONTENT_WIDTH)
        expect(printedWidth(all, widths)).toBeCloseTo(CONTENT_WIDTH, 6)
        expect(Math.min(...widths)).toBeGreaterThan(0)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('leave what short words do not need to those that are long', () => {
    const columns = [column('Room', 3), column('State', 1)]
    const [room = 0, state = 0] = columnWidths(table(columns, ['12', 'service did not answer in time '.repeat(9)]), 400)
    expect(room).toBeCloseTo(4 * SIZE.note * 0.7, 6)
    expect(state).toBeGreaterThan(350)
  })

  it('divide by weight where all words are too long, and where all have room', () => {
    const columns = [column('A', 3), column('B', 1)]
    const long = 'word '.repeat(200)
    const [a = 0, b = 0] = columnWidths(table(columns, [long, long]), 412)
    expect(a / b).toBeCloseTo(3, 6)
    const [c = 0, d = 0] = columnWidths(table(columns, ['', '']), 412)
    expect((c - 0.7 * SIZE.note) / (d - 0.7 * SIZE.note)).toBeCloseTo(3, 6)
  })

  it.each(['ru', 'kk', 'en'] as const)('break no day of a deadline in %s', (language) => {
    const { blocks } = dayDocument(
      closedSample(sampleDay({ overdue: 20, dueToday: 2, dueTomorrow: 2, dueLater: 2, filed: 2 })),
      language,
    )
    const tables = blocks.filter((block): block is Table => block.kind === 'table')
    expect(tables.length).toBeGreaterThan(5)
    for (const one of tables) {
      const widths = columnWidths(one, CONTENT_WIDTH)
      const days = one.columns.flatMap(({ id }, place) => (id === 'arrival' || id === 'due' ? [place] : []))
      for (const place of days) {
        const first = Math.max(...one.rows.map((cells) => cells[place]?.text.split(', ').slice(0, 2).join(', ').length ?? 0))
        expect(first * SIZE.cell * 0.55).toBeLessThanOrEqual(widths[place] ?? 0)
      }
    }
  })
})
