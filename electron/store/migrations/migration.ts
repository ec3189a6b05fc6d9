import type { Database } from 'better-sqlite3'

/** One numbered step of the schema. Never edited after release; runs once, inside one transaction. */
export interface Migration {
  /** 1, 2, 3 … without gaps; also SQLite's `user_version` after the step. */
  readonly number: number
  readonly name: string
  /**
   * Drops a table that others refer to and puts another in its place. References are not enforced meanwhile, which SQLite can only do
   * outside a transaction; they are all checked before COMMIT, as after every step.
   */
  readonly rebuildsTables?: true
  up(database: Database): void
}
