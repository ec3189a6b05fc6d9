import type { RowStore } from '#electron/store/rows/row-store.ts'
import type { Store } from '#electron/store/store.ts'

interface QueryPlans {
  /** The text of every statement, by its name. */
  readonly asked: ReadonlyMap<string, string>
  /** Steps that read a table from end to end, after the name of their statement. */
  readonly scans: readonly string[]
}

/** How SQLite would run all that these rows ask for, without running it. */
export function queryPlans(store: Store, ...rows: readonly ((store: RowStore) => unknown)[]): QueryPlans {
  const asked = new Map<string, string>()
  const listening: RowStore = {
    propertyId: () => store.propertyId(),
    statement(name: string, sql: string) {
      asked.set(name, sql)
      return store.statement(name, sql)
    },
  }
  for (const open of rows) open(listening)
  const scans: string[] = []
  for (const [name, sql] of asked) {
    const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, key]) => [key, null]))
    const given = Object.keys(named).length > 0 ? [named] : Array.from({ length: sql.split('?').length - 1 }, () => null)
    const plan = store.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...given)
    for (const { detail } of plan) if (/^SCAN (?!CONSTANT)/.test(detail)) scans.push(`${name}: ${detail}`)
  }
  return { asked, scans }
}
