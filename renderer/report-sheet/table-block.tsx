import type { Cell, Column, Table } from '#shared/reports/document.ts'
import { join } from '../components/join.ts'
import { CellText } from './cell-text.tsx'
import { columnWidths } from './column-widths.ts'
import styles from './table-block.module.css'

/** `43 250 ₸`, `чт, 30 апр`, `без файла`; what says more may break. */
const LONGEST_WHOLE = 12

/** A table with its head on every page and no row torn; one sentence where there is nothing. */
export function TableBlock({ table }: { readonly table: Table }) {
  if (table.rows.length === 0) return <p className={styles.empty}>{table.empty}</p>
  return (
    <table aria-label={table.title} className={styles.table} data-table={table.id}>
      <colgroup>
        {columnWidths(table.columns).map(({ id, width }) => (
          <col key={id} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map(({ id, label, align }) => (
            <th key={id} scope="col" className={styles[align]}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells, place) => (
          // Rows of a printed table are never moved about: the place is the name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Row key={place} cells={cells} columns={table.columns} />
        ))}
      </tbody>
      {table.total !== null && (
        // No <tfoot>: a browser prints that on every page, and a total belongs at the end alone.
        <tbody className={styles.total}>
          <Row cells={table.total} columns={table.columns} />
        </tbody>
      )}
    </table>
  )
}

/** A figure, a day or a short word is read at a glance or not at all. */
function isOneLine(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.text.length <= LONGEST_WHOLE
}

function Row({ cells, columns }: { readonly cells: readonly Cell[]; readonly columns: readonly Column[] }) {
  return (
    <tr>
      {columns.map(({ id, align }, place) => {
        const cell = cells[place]
        return (
          <td key={id} className={join(styles[align], isOneLine(cell) && styles.whole)}>
            {cell !== undefined && <CellText cell={cell} />}
          </td>
        )
      })}
    </tr>
  )
}
