import type { Migration } from './migration.ts'

/** Visa dates of a guest; where a calendar version comes from, which one is in force, and every change of that. */
export const law: Migration = {
  number: 2,
  name: 'law',
  up(database) {
    database.exec(`
      ALTER TABLE guest ADD COLUMN visa_valid_until TEXT;
      ALTER TABLE guest ADD COLUMN visa_entries TEXT CHECK (visa_entries IN ('single', 'double', 'multiple'));

      ALTER TABLE calendar_year ADD COLUMN origin TEXT NOT NULL DEFAULT 'program' CHECK (origin IN ('program', 'import', 'edit'));

      -- The version of each year that counts. A year without a row counts Monday to Friday.
      CREATE TABLE calendar_in_force (
        property_id TEXT NOT NULL REFERENCES property (id),
        year INTEGER NOT NULL,
        version INTEGER NOT NULL,
        PRIMARY KEY (property_id, year),
        FOREIGN KEY (property_id, year, version) REFERENCES calendar_year (property_id, year, version)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO calendar_in_force (property_id, year, version)
        SELECT property_id, year, max(version) FROM calendar_year GROUP BY property_id, year;

      CREATE TRIGGER calendar_year_never_changes BEFORE UPDATE ON calendar_year
        BEGIN SELECT RAISE(ABORT, 'a version of a calendar year never changes'); END;
      CREATE TRIGGER calendar_year_is_never_deleted BEFORE DELETE ON calendar_year
        BEGIN SELECT RAISE(ABORT, 'a version of a calendar year is never deleted'); END;

      -- Append-only but for undone_by: which versions took the place of which, and how many open deadlines moved.
      CREATE TABLE calendar_change (
        -- Order of the changes, whatever the clock said.
        sequence INTEGER PRIMARY KEY NOT NULL,
        id TEXT NOT NULL UNIQUE,
        property_id TEXT NOT NULL REFERENCES property (id),
        at TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('import', 'edit', 'undo', 'program')),
        -- JSON: [{"year": 2026, "from": 1, "to": 2}]; null = no data.
        years TEXT NOT NULL CHECK (json_valid(years)),
        moved INTEGER NOT NULL,
        reason TEXT,
        undone_by TEXT REFERENCES calendar_change (id)
      ) STRICT;
      CREATE TRIGGER calendar_change_is_undone_once BEFORE UPDATE ON calendar_change
        WHEN OLD.undone_by IS NOT NULL OR NEW.undone_by IS NULL OR NEW.id <> OLD.id OR NEW.years <> OLD.years OR NEW.kind <> OLD.kind
        BEGIN SELECT RAISE(ABORT, 'a change of the calendar is undone once and never changes'); END;
      CREATE TRIGGER calendar_change_is_never_deleted BEFORE DELETE ON calendar_change
        BEGIN SELECT RAISE(ABORT, 'a change of the calendar is never deleted'); END;
    `)
  },
}
