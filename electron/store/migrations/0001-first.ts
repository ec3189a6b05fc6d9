import type { Migration } from './migration.ts'

/**
 * The first shape of the register. What cannot be added later is here from the start: `property_id` on every row, an actor on every
 * audit entry, a data key per stay that seals the personal columns of immutable rows (`sealed_*`), global ids (UUIDv7).
 * Days are `YYYY-MM-DD` hotel-local, instants ISO 8601 UTC, hotel-local times `YYYY-MM-DDTHH:mm`.
 */
export const first: Migration = {
  number: 1,
  name: 'first',
  up(database) {
    database.exec(`
      CREATE TABLE property (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        bin TEXT NOT NULL CHECK (length(bin) = 12),
        address TEXT NOT NULL,
        city TEXT,
        phone TEXT,
        department TEXT NOT NULL,
        kind TEXT NOT NULL,
        room_count INTEGER,
        zone TEXT NOT NULL,
        channel TEXT NOT NULL,
        language TEXT NOT NULL,
        environment TEXT NOT NULL CHECK (environment IN ('production', 'test', 'training')),
        alarm_reading TEXT NOT NULL CHECK (alarm_reading IN ('strict', 'latest')),
        single_name_convention TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE staff (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('receptionist', 'key_holder', 'manager', 'inspector'))
      ) STRICT;

      -- Small facts of this folder as JSON: channel address, pause, Retry-After holds, circuit.
      CREATE TABLE setting (
        property_id TEXT NOT NULL REFERENCES property (id),
        key TEXT NOT NULL,
        value TEXT NOT NULL CHECK (json_valid(value)),
        PRIMARY KEY (property_id, key)
      ) STRICT, WITHOUT ROWID;

      -- One row per year and version; the highest version of a year is in force.
      CREATE TABLE calendar_year (
        property_id TEXT NOT NULL REFERENCES property (id),
        year INTEGER NOT NULL,
        version INTEGER NOT NULL,
        content TEXT NOT NULL CHECK (json_valid(content)),
        loaded_at TEXT NOT NULL,
        PRIMARY KEY (property_id, year, version)
      ) STRICT, WITHOUT ROWID;

      -- A reservation or walk-in. The clock of its guests starts with arrival_date and never restarts.
      CREATE TABLE stay (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        request_id TEXT NOT NULL,
        reservation TEXT,
        source TEXT NOT NULL CHECK (source IN ('desk', 'import', 'pms')),
        room TEXT,
        arrival_at TEXT NOT NULL,
        arrival_date TEXT NOT NULL,
        departure_date TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        UNIQUE (property_id, request_id)
      ) STRICT;
      CREATE INDEX stay_by_reservation ON stay (property_id, reservation) WHERE reservation IS NOT NULL;
      CREATE INDEX stay_by_arrival ON stay (property_id, arrival_at);

      -- 256-bit key that seals the immutable personal data of one stay. Erasing the row erases the person, hashes stay valid.
      CREATE TABLE stay_key (
        stay_id TEXT PRIMARY KEY NOT NULL REFERENCES stay (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        key BLOB NOT NULL CHECK (length(key) = 32)
      ) STRICT;

      -- One guest of one stay, with the document shown. Mutable until erased; NULL = not known yet.
      CREATE TABLE guest (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        stay_id TEXT NOT NULL REFERENCES stay (id),
        surname TEXT,
        given_names TEXT,
        patronymic TEXT,
        has_single_name INTEGER NOT NULL CHECK (has_single_name IN (0, 1)),
        printed_name TEXT,
        sex TEXT CHECK (sex IN ('M', 'F', 'X')),
        birth_date TEXT,
        citizenship TEXT CHECK (length(citizenship) = 3),
        purpose TEXT,
        border_entry_date TEXT,
        border_checkpoint TEXT,
        visa_number TEXT,
        phone TEXT,
        email TEXT,
        guardian_document TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX guest_by_stay ON guest (stay_id);

      -- The documents a guest has shown, newest last; a correction adds a row, the older one stays.
      CREATE TABLE document (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        guest_id TEXT NOT NULL REFERENCES guest (id),
        type TEXT,
        series TEXT,
        number TEXT,
        issuing_state TEXT,
        issue_date TEXT,
        expiry_date TEXT,
        has_no_expiry INTEGER NOT NULL CHECK (has_no_expiry IN (0, 1)),
        mrz TEXT,
        recorded_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX document_by_guest ON document (guest_id);
      CREATE INDEX document_by_number ON document (property_id, number) WHERE number IS NOT NULL;

      -- Current state of the one notice owed for one guest. History: notification_revision, attempt, audit.
      CREATE TABLE notification (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        stay_id TEXT NOT NULL REFERENCES stay (id),
        guest_id TEXT NOT NULL UNIQUE REFERENCES guest (id),
        state TEXT NOT NULL CHECK (state IN ('citizenship_unknown', 'incomplete', 'ready', 'leased', 'handover', 'sending', 'unknown',
          'deferred', 'duplicate', 'rejected', 'accepted', 'filed_elsewhere', 'not_required', 'cancelled')),
        cause TEXT,
        refusal TEXT CHECK (refusal IS NULL OR json_valid(refusal)),
        missing TEXT NOT NULL CHECK (json_valid(missing)),
        reason TEXT,
        arrival_date TEXT NOT NULL,
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
        reference TEXT,
        accepted_at TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        version INTEGER NOT NULL,
        CHECK ((strict_due IS NULL) = (act_by IS NULL)),
        CHECK ((state = 'leased') = (lease_until IS NOT NULL)),
        CHECK ((state = 'accepted') = (accepted_at IS NOT NULL))
      ) STRICT;
      CREATE INDEX notification_claim ON notification (property_id, state, act_by, id);
      CREATE INDEX notification_by_arrival ON notification (property_id, arrival_date);
      CREATE INDEX notification_by_stay ON notification (stay_id);
      CREATE INDEX notification_accepted ON notification (property_id, accepted_at) WHERE accepted_at IS NOT NULL;

      -- What was or will be sent, for ever: one (notification, number) = one client id = one payload hash.
      CREATE TABLE notification_revision (
        notification_id TEXT NOT NULL REFERENCES notification (id),
        property_id TEXT NOT NULL REFERENCES property (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        client_id TEXT NOT NULL UNIQUE,
        schema_version INTEGER NOT NULL,
        sealed_payload BLOB NOT NULL,
        -- HMAC-SHA-256 of the canonical payload under the stay's key, hex: says nothing once the key is erased.
        payload_hash TEXT NOT NULL,
        created_at TEXT NOT NULL,
        PRIMARY KEY (notification_id, number)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER notification_revision_never_changes BEFORE UPDATE ON notification_revision
        BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
      CREATE TRIGGER notification_revision_is_never_deleted BEFORE DELETE ON notification_revision
        BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

      -- Append-only: every request made for a notice, and how it ended. outcome NULL = the process died meanwhile.
      CREATE TABLE attempt (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        notification_id TEXT NOT NULL REFERENCES notification (id),
        revision INTEGER NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('send', 'look_up')),
        channel TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        outcome TEXT,
        cause TEXT,
        retry_after_ms INTEGER,
        -- RedactedExchange as JSON, sealed.
        sealed_exchange BLOB
      ) STRICT;
      CREATE INDEX attempt_by_notification ON attempt (notification_id, started_at);
      CREATE TRIGGER attempt_is_closed_once BEFORE UPDATE ON attempt WHEN OLD.outcome IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an ended attempt never changes'); END;
      CREATE TRIGGER attempt_is_never_deleted BEFORE DELETE ON attempt
        BEGIN SELECT RAISE(ABORT, 'an attempt is never deleted'); END;

      -- Proof. Bytes are sealed; sha256 is of the bytes themselves, so that the original can be compared.
      CREATE TABLE receipt (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        notification_id TEXT NOT NULL REFERENCES notification (id),
        revision INTEGER NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('channel', 'clerk')),
        reference TEXT,
        media_type TEXT,
        file_name TEXT,
        size_bytes INTEGER,
        sha256 TEXT,
        sealed_content BLOB,
        stored_at TEXT NOT NULL,
        CHECK (reference IS NOT NULL OR sealed_content IS NOT NULL),
        CHECK ((sealed_content IS NULL) = (sha256 IS NULL))
      ) STRICT;
      CREATE INDEX receipt_by_notification ON receipt (notification_id);
      -- Whether the same number or file is the proof of another guest already.
      CREATE INDEX receipt_by_reference ON receipt (property_id, reference) WHERE reference IS NOT NULL;
      CREATE INDEX receipt_by_sha256 ON receipt (property_id, sha256) WHERE sha256 IS NOT NULL;
      CREATE TRIGGER receipt_never_changes BEFORE UPDATE ON receipt
        BEGIN SELECT RAISE(ABORT, 'a receipt never changes'); END;
      CREATE TRIGGER receipt_is_never_deleted BEFORE DELETE ON receipt
        BEGIN SELECT RAISE(ABORT, 'a receipt is never deleted'); END;

      CREATE TABLE outage (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        channel TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        cause TEXT NOT NULL
      ) STRICT;
      CREATE INDEX outage_by_start ON outage (property_id, started_at);

      -- Unfinished forms, one per workplace.
      CREATE TABLE draft (
        property_id TEXT NOT NULL REFERENCES property (id),
        key TEXT NOT NULL,
        content TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        PRIMARY KEY (property_id, key)
      ) STRICT, WITHOUT ROWID;

      -- Append-only and hash-chained; what the hash covers, byte by byte: hashOf in ../audit-chain.ts.
      CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        at TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        action TEXT NOT NULL,
        -- Id of the notice, stay or other thing acted on.
        subject TEXT,
        stay_id TEXT,
        -- JSON; sealed with the stay's key when stay_id is set, plain UTF-8 otherwise (never personal then).
        details BLOB NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX audit_by_subject ON audit (subject, sequence);
      CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
      CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

      -- Row number of a guest in the search index; rises with registration, so the newest guest has the highest.
      CREATE TABLE search_guest (
        id INTEGER PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        guest_id TEXT NOT NULL UNIQUE REFERENCES guest (id)
      ) STRICT;

      -- Names in both scripts, document, room, reservation; folded by unicode61. rowid = search_guest.id: a key of our own, because
      -- VACUUM may renumber the hidden rowids of guest.
      CREATE VIRTUAL TABLE search USING fts5 (
        names, document, room, reservation,
        tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3', columnsize = 0
      );
      -- A removed guest's words leave the index at once, not at some later merge.
      INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
    `)
  },
}
