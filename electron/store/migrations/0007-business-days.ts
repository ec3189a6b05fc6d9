import type { Migration } from './migration.ts'

/**
 * Closed business days: immutable, numbered, signed. What is personal in one is sealed with the key of the stay it is about, and its digest
 * stands in the body, so that erasing a guest leaves hash and signature provable.
 */
export const businessDays: Migration = {
  number: 7,
  name: 'business-days',
  up(database) {
    database.exec(`
      -- The key this installation signs with. The register itself is encrypted; the public half stands on every printed close.
      CREATE TABLE signing_key (
        property_id TEXT PRIMARY KEY NOT NULL REFERENCES property (id),
        public_key BLOB NOT NULL CHECK (length(public_key) = 32),
        private_key BLOB NOT NULL CHECK (length(private_key) = 32),
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE business_day (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        date TEXT NOT NULL,
        number TEXT NOT NULL,
        closed_at TEXT NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('by_hand', 'at_hour', 'missed')),
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        actor_role TEXT NOT NULL,
        -- The report without what is personal, canonical JSON (RFC 8785).
        body TEXT NOT NULL CHECK (json_valid(body)),
        audit_sequence INTEGER NOT NULL,
        audit_head TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        public_key BLOB NOT NULL CHECK (length(public_key) = 32),
        signature BLOB NOT NULL CHECK (length(signature) = 64),
        UNIQUE (property_id, date),
        UNIQUE (property_id, number)
      ) STRICT;

      -- What the body leaves out, in its order.
      CREATE TABLE business_day_person (
        business_day_id TEXT NOT NULL REFERENCES business_day (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        position INTEGER NOT NULL,
        stay_id TEXT NOT NULL REFERENCES stay (id),
        sealed_content BLOB NOT NULL,
        PRIMARY KEY (business_day_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX business_day_person_by_stay ON business_day_person (stay_id);

      -- The file that was made at the close, given out unchanged ever after. Gone when a guest in it is erased; the hash stays.
      CREATE TABLE business_day_file (
        business_day_id TEXT NOT NULL REFERENCES business_day (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        format TEXT NOT NULL,
        language TEXT NOT NULL,
        content BLOB,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (business_day_id, format, language)
      ) STRICT;

      -- Closed once, for ever.
      CREATE TRIGGER business_day_is_kept BEFORE UPDATE ON business_day
        BEGIN SELECT RAISE(ABORT, 'a closed day is never changed'); END;
      CREATE TRIGGER business_day_is_not_removed BEFORE DELETE ON business_day
        BEGIN SELECT RAISE(ABORT, 'a closed day is never removed'); END;
    `)
  },
}
