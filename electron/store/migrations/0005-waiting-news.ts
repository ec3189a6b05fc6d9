import type { Migration } from './migration.ts'

/**
 * News that wait for the service's answer about what is on its way, and arrivals that wait until an earlier notice about the same person is
 * withdrawn. Nothing of an older register needs changing: it refused such news.
 */
export const waitingNews: Migration = {
  number: 5,
  name: 'waiting-news',
  up(database) {
    database.exec(`
      -- Entered, and not told yet. Deleted when the notices that tell it are made: who entered it and when stays in the audit.
      CREATE TABLE waiting_news (
        sequence INTEGER PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        guest_id TEXT NOT NULL REFERENCES guest (id),
        kind TEXT NOT NULL CHECK (kind IN ('corrected', 'extended', 'departed', 'never_came', 'came_after_all')),
        known_on TEXT NOT NULL,
        at TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        actor_role TEXT NOT NULL CHECK (actor_role IN ('receptionist', 'key_holder', 'manager', 'inspector')),
        reason TEXT
      ) STRICT;
      CREATE INDEX waiting_news_by_guest ON waiting_news (guest_id, sequence);

      -- The same person as registered before and then withdrawn: this arrival goes when everything about that guest is settled.
      ALTER TABLE notification ADD COLUMN after_guest_id TEXT REFERENCES guest (id);
      CREATE INDEX notification_open_cancellation ON notification (property_id, guest_id)
        WHERE kind = 'cancellation' AND state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled');
    `)
  },
}
