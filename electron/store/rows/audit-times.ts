import type { IsoInstant } from '#shared/domain/clock.ts'
import { type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** Table `audit`, its times only: the chain itself is read and written by the store. */
export function auditTimeRows(store: RowStore) {
  const latest = store.statement<Row>('audit_times.latest', 'SELECT at FROM audit ORDER BY sequence DESC LIMIT 1')
  return {
    /** When the last thing was done here, by the clock of then. */
    latest(): IsoInstant | undefined {
      const row = latest.get()
      return row === undefined ? undefined : text(row, 'at')
    },
  }
}
