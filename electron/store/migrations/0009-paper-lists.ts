import type { Migration } from './migration.ts'

/**
 * Notices that go to the counter on paper: numbered covering lists, what became of each notice on them, and the stamped copy that comes
 * back. Nothing of an older register needs changing.
 */
export const paperLists: Migration = {
  number: 9,
  name: 'paper-lists',
  up(database) {
    database.exec(`
      -- A covering list as it was printed; what is printed again is the same.
      CREATE TABLE paper_list (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        -- Together the number people know it by, 2026-014: counted from 1 in each hotel-local year.
        year INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number >= 1),
        made_on TEXT NOT NULL,
        made_at TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        language TEXT NOT NULL,
        -- Property, department and environment on that day, JSON.
        heading TEXT NOT NULL CHECK (json_valid(heading)),
        UNIQUE (property_id, year, number)
      ) STRICT;
      CREATE INDEX paper_list_newest ON paper_list (property_id, made_at);
      CREATE TRIGGER paper_list_never_changes BEFORE UPDATE ON paper_list
        BEGIN SELECT RAISE(ABORT, 'a covering list never changes'); END;
      CREATE TRIGGER paper_list_is_never_deleted BEFORE DELETE ON paper_list
        BEGIN SELECT RAISE(ABORT, 'a covering list is never deleted'); END;

      -- One notice on a list, in the revision that was printed. outcome NULL = it waits for the stamp.
      CREATE TABLE paper_entry (
        list_id TEXT NOT NULL REFERENCES paper_list (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        position INTEGER NOT NULL CHECK (position >= 1),
        notification_id TEXT NOT NULL REFERENCES notification (id),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        -- Where it goes back to when it is taken off.
        taken_from TEXT NOT NULL CHECK (taken_from IN ('ready', 'handover')),
        outcome TEXT CHECK (outcome IN ('taken', 'refused', 'not_handed_in', 'taken_off', 'corrected', 'otherwise')),
        settled_at TEXT,
        settled_by TEXT,
        -- A person's own words, sealed with the key of the stay.
        sealed_reason BLOB,
        PRIMARY KEY (list_id, position),
        UNIQUE (list_id, notification_id),
        CHECK ((outcome IS NULL) = (settled_at IS NULL))
      ) STRICT;
      -- No notice waits on two lists.
      CREATE UNIQUE INDEX paper_entry_open ON paper_entry (notification_id) WHERE outcome IS NULL;
      CREATE INDEX paper_entry_by_notification ON paper_entry (notification_id);
      CREATE TRIGGER paper_entry_is_settled_once BEFORE UPDATE ON paper_entry WHEN OLD.outcome IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'what became of a paper notice never changes'); END;
      CREATE TRIGGER paper_entry_is_never_deleted BEFORE DELETE ON paper_entry
        BEGIN SELECT RAISE(ABORT, 'an entry of a covering list is never deleted'); END;

      -- Photo or scan of a stamped copy, kept once for everybody on it. It names them all, so it is sealed with the keys of all their
      -- stays, one inside the other in the order of stay_ids: it opens for nobody any more once one of them is erased. The hash stays.
      CREATE TABLE paper_scan (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        list_id TEXT NOT NULL REFERENCES paper_list (id),
        stay_ids TEXT NOT NULL CHECK (json_valid(stay_ids)),
        media_type TEXT NOT NULL,
        file_name TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        sealed_content BLOB NOT NULL,
        stored_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX paper_scan_by_sha256 ON paper_scan (property_id, sha256);
      CREATE TRIGGER paper_scan_never_changes BEFORE UPDATE ON paper_scan
        BEGIN SELECT RAISE(ABORT, 'a stamped copy never changes'); END;
      CREATE TRIGGER paper_scan_is_never_deleted BEFORE DELETE ON paper_scan
        BEGIN SELECT RAISE(ABORT, 'a stamped copy is never deleted'); END;

      -- Proof from the counter: the day of the stamp, beside the moment it was entered here; the list, and its stamped copy.
      ALTER TABLE receipt ADD COLUMN stamped_on TEXT;
      ALTER TABLE receipt ADD COLUMN paper_list_id TEXT REFERENCES paper_list (id);
      ALTER TABLE receipt ADD COLUMN paper_scan_id TEXT REFERENCES paper_scan (id);
    `)
  },
}
