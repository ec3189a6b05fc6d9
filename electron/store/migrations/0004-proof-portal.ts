import type { Migration } from './migration.ts'

/** Which of the state's portals a person filed at. Proofs from before name none. */
export const proofPortal: Migration = {
  number: 4,
  name: 'proof-portal',
  up(database) {
    database.exec('ALTER TABLE receipt ADD COLUMN portal TEXT')
  },
}
