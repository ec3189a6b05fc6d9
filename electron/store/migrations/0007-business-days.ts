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

      -- What the body leaves out, in its order: the person and the salt of the digest that stands in the body.
      CREATE TABLE business_day_person (
        business_day_id TEXT NOT NULL REFERENCES business_day (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        position INTEGER NOT NULL,
        stay_id TEXT NOT NULL REFERENCES stay (id),
        sealed_content BLOB NOT NULL,
        PRIMARY KEY (business_day_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX business_day_person_by_stay ON business_day_person (stay_id);

      -- The file that was made of the close, given out unchanged ever after. Sealed with a key that takes the salts of everybody in it to
      -- make: it is gone when one of them is erased, while its hash stays. first_given_at: whatever is given out later is a copy.
      CREATE TABLE business_day_file (
        business_day_id TEXT NOT NULL REFERENCES business_day (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        format TEXT NOT NULL,
        language TEXT NOT NULL,
        sealed_content BLOB NOT NULL,
        sha256 TEXT NOT NULL,
        made_at TEXT NOT NULL,
        first_given_at TEXT,
        PRIMARY KEY (business_day_id, format)
      ) STRICT;

      -- When it was entered that nothing is owed any more – accepted or set aside –, while that stands: the day a report counts it in, whatever is
      -- entered about the guest later. An acceptance may itself be older: a stamp of the day before.
      ALTER TABLE notification ADD COLUMN settled_at TEXT;
      UPDATE notification SET settled_at = accepted_at WHERE state = 'accepted';
      UPDATE notification SET settled_at = coalesce(
          (SELECT max(at) FROM audit WHERE subject = notification.id
             AND action IN ('notice.set_not_required', 'notice.set_filed_elsewhere', 'notice.cancelled', 'notice.withdrawn')),
          (SELECT max(at) FROM audit WHERE subject = notification.id AND action = 'notice.corrected'),
          created_at)
        WHERE state IN ('not_required', 'filed_elsewhere', 'cancelled');
      CREATE INDEX notification_settled ON notification (property_id, settled_at) WHERE settled_at IS NOT NULL;

      -- Who is in house is found by the end of a stay: of those that are over there are always more.
      CREATE INDEX stay_by_departure ON stay (property_id, departure_date, arrival_date);
      CREATE INDEX guest_by_departure ON guest (property_id, departed_on) WHERE departed_on IS NOT NULL;
      CREATE INDEX outage_by_end ON outage (property_id, ended_at);

      -- Closed once, for ever.
      CREATE TRIGGER business_day_is_kept BEFORE UPDATE ON business_day
        BEGIN SELECT RAISE(ABORT, 'a closed day is never changed'); END;
      CREATE TRIGGER business_day_is_not_removed BEFORE DELETE ON business_day
        BEGIN SELECT RAISE(ABORT, 'a closed day is never removed'); END;
      CREATE TRIGGER business_day_person_is_kept BEFORE UPDATE ON business_day_person
        BEGIN SELECT RAISE(ABORT, 'a closed day is never changed'); END;
      CREATE TRIGGER business_day_person_is_not_removed BEFORE DELETE ON business_day_person
        BEGIN SELECT RAISE(ABORT, 'a closed day is never removed'); END;
      CREATE TRIGGER business_day_file_is_kept BEFORE UPDATE ON business_day_file
        WHEN OLD.first_given_at IS NOT NULL OR NEW.first_given_at IS NULL OR NEW.business_day_id <> OLD.business_day_id
          OR NEW.property_id <> OLD.property_id OR NEW.format <> OLD.format OR NEW.language <> OLD.language
          OR NEW.sealed_content <> OLD.sealed_content OR NEW.sha256 <> OLD.sha256 OR NEW.made_at <> OLD.made_at
        BEGIN SELECT RAISE(ABORT, 'the file of a closed day is never changed'); END;
      CREATE TRIGGER business_day_file_is_not_removed BEFORE DELETE ON business_day_file
        BEGIN SELECT RAISE(ABORT, 'the file of a closed day is never removed'); END;

      -- A register from before days were closed: they are from the day of its last entry on, not from the day it was set up.
      INSERT INTO setting (property_id, key, value)
        SELECT p.id, 'report.days_since', json_quote(a.at)
        FROM property p JOIN audit a ON a.property_id = p.id
        WHERE a.sequence = (SELECT max(sequence) FROM audit);

      -- A number that proves one guest proves no other: asked whenever a proof is brought in.
      CREATE INDEX notification_by_reference ON notification (property_id, reference) WHERE reference IS NOT NULL;
    `)
  },
}
