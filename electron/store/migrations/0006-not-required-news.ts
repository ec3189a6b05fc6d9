import type { Migration } from './migration.ts'

/** That no notice is owed may have to wait for the service's answer, too. Nothing of an older register needs changing. */
export const notRequiredNews: Migration = {
  number: 6,
  name: 'not-required-news',
  up(database) {
    database.exec(`
      CREATE TABLE waiting_news_6 (
        sequence INTEGER PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        guest_id TEXT NOT NULL REFERENCES guest (id),
        kind TEXT NOT NULL CHECK (kind IN ('corrected', 'extended', 'departed', 'never_came', 'not_required', 'came_after_all')),
        known_on TEXT NOT NULL,
        at TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        actor_role TEXT NOT NULL CHECK (actor_role IN ('receptionist', 'key_holder', 'manager', 'inspector')),
        reason TEXT
      ) STRICT;
      INSERT INTO waiting_news_6 SELECT * FROM waiting_news;
      DROP TABLE waiting_news;
      ALTER TABLE waiting_news_6 RENAME TO waiting_news;
      CREATE INDEX waiting_news_by_guest ON waiting_news (guest_id, sequence);
    `)
  },
}
