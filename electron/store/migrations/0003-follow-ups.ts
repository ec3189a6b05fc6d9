import type { Migration } from './migration.ts'

/**
 * Several notices about one guest, in order: the arrival, then what follows it after acceptance. `guest_id` was unique, which SQLite can
 * only change by building the table anew. Nothing of a row is lost; the number the service named for a duplicate leaves `refusal`,
 * where it was not one.
 */
export const followUps: Migration = {
  number: 3,
  name: 'follow-ups',
  rebuildsTables: true,
  up(database) {
    database.exec(`
      CREATE TABLE notification_rebuilt (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        stay_id TEXT NOT NULL REFERENCES stay (id),
        guest_id TEXT NOT NULL REFERENCES guest (id),
        kind TEXT NOT NULL CHECK (kind IN ('arrival', 'correction', 'extension', 'departure', 'cancellation')),
        -- Place among the notices about this guest, 1 = the arrival. Each waits until those before it are settled.
        sequence INTEGER NOT NULL CHECK (sequence >= 1),
        state TEXT NOT NULL CHECK (state IN ('citizenship_unknown', 'incomplete', 'ready', 'leased', 'handover', 'sending', 'unknown',
          'deferred', 'duplicate', 'rejected', 'accepted', 'filed_elsewhere', 'not_required', 'cancelled')),
        cause TEXT,
        refusal TEXT CHECK (refusal IS NULL OR json_valid(refusal)),
        missing TEXT NOT NULL CHECK (json_valid(missing)),
        reason TEXT,
        arrival_date TEXT NOT NULL,
        -- The day the dates below are counted from: the arrival, the day a change became known, or the day of departure.
        due_from TEXT NOT NULL,
        -- NULL together: no notice is owed.
        strict_due TEXT,
        latest_due TEXT,
        channel_cutoff TEXT,
        act_by TEXT,
        calendar_version TEXT,
        rule TEXT,
        is_forecast INTEGER NOT NULL CHECK (is_forecast IN (0, 1)),
        -- Highest revision made, 0 before the data were complete once.
        revision INTEGER NOT NULL,
        -- Attempts of the current revision; back-off is a function of it.
        attempt_count INTEGER NOT NULL,
        next_attempt_at TEXT,
        lease_by TEXT,
        lease_until TEXT,
        batch_reference TEXT,
        -- What the service says it has already; not proof of ours until that is confirmed.
        existing_reference TEXT,
        reference TEXT,
        accepted_at TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        version INTEGER NOT NULL,
        UNIQUE (guest_id, sequence),
        CHECK ((kind = 'arrival') = (sequence = 1)),
        CHECK ((strict_due IS NULL) = (act_by IS NULL)),
        CHECK ((state = 'leased') = (lease_until IS NOT NULL)),
        CHECK ((state = 'accepted') = (accepted_at IS NOT NULL))
      ) STRICT;

      -- In the order the rows were made, which lists of a stay go by.
      INSERT INTO notification_rebuilt (id, property_id, stay_id, guest_id, kind, sequence, state, cause, refusal, missing, reason,
        arrival_date, due_from, strict_due, latest_due, channel_cutoff, act_by, calendar_version, rule, is_forecast, revision,
        attempt_count, next_attempt_at, lease_by, lease_until, batch_reference, existing_reference, reference, accepted_at, created_at,
        updated_at, version)
      SELECT id, property_id, stay_id, guest_id, 'arrival', 1, state, cause, CASE WHEN state = 'duplicate' THEN NULL ELSE refusal END,
        missing, reason, arrival_date, arrival_date, strict_due, latest_due, channel_cutoff, act_by, calendar_version, rule, is_forecast,
        revision, attempt_count, next_attempt_at, lease_by, lease_until, batch_reference,
        CASE WHEN state = 'duplicate' THEN json_extract(refusal, '$[0].message') END, reference, accepted_at, created_at, updated_at,
        version
      FROM notification ORDER BY rowid;

      DROP TABLE notification;
      ALTER TABLE notification_rebuilt RENAME TO notification;
      CREATE INDEX notification_claim ON notification (property_id, state, act_by, id);
      CREATE INDEX notification_by_arrival ON notification (property_id, arrival_date);
      CREATE INDEX notification_by_stay ON notification (stay_id);
      CREATE INDEX notification_accepted ON notification (property_id, accepted_at) WHERE accepted_at IS NOT NULL;

      -- The day this guest left, where it is known; the stay keeps the day that was planned for all of its guests.
      ALTER TABLE guest ADD COLUMN departed_on TEXT;
    `)
  },
}
