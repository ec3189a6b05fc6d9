import type { Database } from 'better-sqlite3'

/** One numbered step of the schema. Never edited after release; runs once, inside one transaction. */
export interface Migration {
  /** 1, 2, 3 … without gaps; also SQLite's `user_version` after the step. */
  readonly number: number
  readonly name: string
  up(database: Database): void
}
