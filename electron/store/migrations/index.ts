import { first } from './0001-first.ts'
import { law } from './0002-law.ts'
import { followUps } from './0003-follow-ups.ts'
import type { Migration } from './migration.ts'

/** Every step of the schema, in order. Add at the end; never edit or remove one that was released. */
export const MIGRATIONS: readonly Migration[] = [first, law, followUps]
