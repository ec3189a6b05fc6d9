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

      -- Append-only but for undone_by: which versions took the place of which, and how many open deadlines moved.
      CREATE TABLE calendar_change (
        id TEXT PRIMARY KEY NOT NULL,
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
      CREATE INDEX calendar_change_by_time ON calendar_change (property_id, at);
    `)
  },
}
