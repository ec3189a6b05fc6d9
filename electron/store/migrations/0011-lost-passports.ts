import type { Migration } from './migration.ts'

/**
 * Guests whose passport is lost, and the consents that were signed. Nothing of an older register needs changing; no date of a notice
 * depends on either.
 */
export const lostPassports: Migration = {
  number: 11,
  name: 'lost-passports',
  up(database) {
    database.exec(`
      -- The case of one lost passport. closed_at NULL = open; a guest has at most one open case.
      CREATE TABLE lost_passport (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        stay_id TEXT NOT NULL REFERENCES stay (id),
        guest_id TEXT NOT NULL REFERENCES guest (id),
        noticed_on TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        -- Place, circumstances and the lost document as JSON, sealed with the key of the stay.
        sealed_account BLOB NOT NULL,
        ending TEXT CHECK (ending IN ('left', 'stays_on', 'found', 'unresolved')),
        closed_at TEXT,
        closed_by TEXT,
        -- A person's own words, sealed likewise.
        sealed_closing BLOB,
        version INTEGER NOT NULL CHECK (version >= 1),
        CHECK ((ending IS NULL) = (closed_at IS NULL)),
        CHECK ((ending IS NULL) = (closed_by IS NULL))
      ) STRICT;
      CREATE UNIQUE INDEX lost_passport_one_open ON lost_passport (guest_id) WHERE closed_at IS NULL;
      CREATE INDEX lost_passport_open ON lost_passport (property_id, noticed_on) WHERE closed_at IS NULL;
      CREATE INDEX lost_passport_by_guest ON lost_passport (guest_id, opened_at);

      -- A step that was done. What is put right or taken back stays in the audit.
      CREATE TABLE lost_passport_step (
        case_id TEXT NOT NULL REFERENCES lost_passport (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        step TEXT NOT NULL CHECK (step IN ('police', 'certificate', 'consulate', 'exitVisa')),
        done_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        -- Number and note as JSON, sealed with the key of the stay.
        sealed_details BLOB NOT NULL,
        PRIMARY KEY (case_id, step)
      ) STRICT, WITHOUT ROWID;

      -- The guest has signed the consent on the registration card. The paper itself is kept by the property.
      CREATE TABLE consent (
        guest_id TEXT PRIMARY KEY NOT NULL REFERENCES guest (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        signed_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
