import type { Migration } from './migration.ts'

/**
 * What leaves the desk for people who are not at it: reports of closed days, summaries, warnings to an absent owner. Holds no guest's data:
 * a report is named here by its day and made when it is sent, a warning is counts and dates.
 */
export const deliveries: Migration = {
  number: 8,
  name: 'deliveries',
  up(database) {
    database.exec(`
      CREATE TABLE delivery (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        -- The same thing for the same recipient has the same key, so a restart or a second look never makes it twice.
        key TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('day_report', 'summary', 'warning', 'solved', 'test')),
        way TEXT NOT NULL CHECK (way IN ('folder', 'printer', 'email', 'telegram', 'sms')),
        recipient_id TEXT NOT NULL,
        recipient_name TEXT NOT NULL,
        -- Where it went at the last try, or was to go when it was made.
        address TEXT NOT NULL,
        language TEXT NOT NULL,
        -- Which day, format, counts.
        content TEXT NOT NULL CHECK (json_valid(content)),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'done', 'failed', 'withdrawn')),
        cause TEXT,
        created_at TEXT NOT NULL,
        -- Tries so far, and those of them of which nobody knows whether it arrived.
        attempts INTEGER NOT NULL DEFAULT 0,
        doubts INTEGER NOT NULL DEFAULT 0,
        -- Not before this: the other side asked for it, and a restart must not forget.
        hold_until TEXT,
        ended_at TEXT,
        -- The file that was written, the number the other side gave.
        place TEXT,
        UNIQUE (property_id, key)
      ) STRICT;
      CREATE INDEX delivery_unfinished ON delivery (property_id, state, way) WHERE state IN ('waiting', 'sending', 'failed');
      CREATE INDEX delivery_warnings ON delivery (property_id, recipient_id, id) WHERE kind = 'warning';

      -- Written before the call, closed after it; one left open is what a dead process did not see the end of.
      CREATE TABLE delivery_attempt (
        delivery_id TEXT NOT NULL REFERENCES delivery (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        number INTEGER NOT NULL,
        address TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        outcome TEXT CHECK (outcome IN ('done', 'not_sent', 'unknown', 'refused')),
        cause TEXT,
        PRIMARY KEY (delivery_id, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER delivery_attempt_is_closed_once BEFORE UPDATE ON delivery_attempt WHEN OLD.outcome IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an ended attempt never changes'); END;
      CREATE TRIGGER delivery_attempt_is_never_deleted BEFORE DELETE ON delivery_attempt
        BEGIN SELECT RAISE(ABORT, 'an attempt is never deleted'); END;
      CREATE TRIGGER delivery_that_is_done_stays BEFORE UPDATE ON delivery WHEN OLD.state = 'done'
        BEGIN SELECT RAISE(ABORT, 'what was delivered never changes'); END;
    `)
  },
}
