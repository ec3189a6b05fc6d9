import type { Register } from '#electron/desk/register.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import type { SqlParameters } from '#electron/store/store.ts'
import type { DeskUnderTest } from '../desk/desk-under-test.ts'

/** The register of a desk, which notes how SQLite goes about every statement of the rows that is run. */
export function explained(desk: DeskUnderTest): {
  readonly register: Register
  readonly plans: ReadonlyMap<string, readonly string[]>
} {
  const { register } = desk.desk()
  const { store } = register
  const plans = new Map<string, readonly string[]>()
  const rows = openRows({
    propertyId: () => store.propertyId(),
    statement<Row>(name: string, sql: string) {
      const statement = store.statement<Row>(name, sql)
      function explain(parameters: SqlParameters): void {
        const steps = store.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
        plans.set(
          name,
          steps.map(({ detail }) => detail),
        )
      }
      return {
        get(...parameters: SqlParameters) {
          explain(parameters)
          return statement.get(...parameters)
        },
        all(...parameters: SqlParameters) {
          explain(parameters)
          return statement.all(...parameters)
        },
        run: (...parameters: SqlParameters) => statement.run(...parameters),
      }
    },
  })
  return { register: { ...register, rows }, plans }
}
