import type { Store } from '#electron/store/store.ts'

const IN_ONE_TRANSACTION = 25_000
/** They arrived within the ten years that ended a fortnight before. */
const LAST_ARRIVAL = '2026-11-04'
const DAYS = 3650

/**
 * Stays that are long over, as a hotel leaves them: everybody accepted with revision, attempt, receipt and audit entries, stay keys included, and
 * an outage now and then. Written as rows, because a million check-ins take hours; what they hold is what no report of today needs. The audit
 * entries are not chained.
 */
export function addPastStays(store: Store, count: number): void {
  for (let from = 0; from < count; from += IN_ONE_TRANSACTION) {
    const parameters = { from, to: Math.min(from + IN_ONE_TRANSACTION, count), count, propertyId: store.propertyId() }
    store.transaction(() => {
      for (const sql of statements(store)) store.database.prepare(sql).run(parameters)
    })
  }
}

const NUMBERS = 'WITH RECURSIVE one (n) AS (SELECT @from UNION ALL SELECT n + 1 FROM one WHERE n + 1 < @to) '
const id = (kind: number) => `printf('0000000${kind}-0000-7000-8000-%012x', n)`
/** Spread evenly over the years, the oldest first, as a register fills. */
const ARRIVAL = `date('${LAST_ARRIVAL}', '-' || (${DAYS} - n * ${DAYS} / @count) || ' days')`
const DEPARTURE = `date('${LAST_ARRIVAL}', '-' || (${DAYS} - n * ${DAYS} / @count) || ' days', '+' || (1 + n % 7) || ' days')`
const AT = `${ARRIVAL} || 'T06:00:00.000Z'`

function statements(store: Store): readonly string[] {
  const head = store.audit.head().sequence
  const audit = (place: number, action: string) =>
    `${NUMBERS} INSERT INTO audit SELECT ${head} + (n - @from) * 2 + ${place}, @propertyId, ${AT}, 'past', 'past', '${action}', ${id(4)}, ${id(1)},
       zeroblob(180), '', '' FROM one`
  return [
    `${NUMBERS} INSERT INTO stay (id, property_id, request_id, reservation, source, room, arrival_at, arrival_date, departure_date, created_at,
       updated_at)
     SELECT ${id(1)}, @propertyId, ${id(1)}, 'P-' || n, 'desk', '101', ${ARRIVAL} || 'T11:00', ${ARRIVAL}, ${DEPARTURE}, ${AT}, ${AT} FROM one`,
    `${NUMBERS} INSERT INTO stay_key SELECT ${id(1)}, @propertyId, zeroblob(32) FROM one`,
    `${NUMBERS} INSERT INTO guest (id, property_id, stay_id, surname, given_names, has_single_name, citizenship, purpose, birth_date, sex,
       departed_on, created_at, updated_at)
     SELECT ${id(2)}, @propertyId, ${id(1)}, 'PAST', 'GUEST', 0, 'DEU', 'tourism', '1990-05-17', 'F',
       CASE WHEN n % 3 = 0 THEN ${DEPARTURE} END, ${AT}, ${AT} FROM one`,
    `${NUMBERS} INSERT INTO document (id, property_id, guest_id, type, number, issuing_state, has_no_expiry, recorded_at)
     SELECT ${id(3)}, @propertyId, ${id(2)}, 'passport', 'P' || n, 'DEU', 0, ${AT} FROM one`,
    `${NUMBERS} INSERT INTO notification (id, property_id, stay_id, guest_id, kind, sequence, state, missing, arrival_date, due_from, strict_due,
       latest_due, act_by, calendar_version, rule, is_forecast, revision, attempt_count, reference, accepted_at, settled_at, created_at,
       updated_at, version)
     SELECT ${id(4)}, @propertyId, ${id(1)}, ${id(2)}, 'arrival', 1, 'accepted', '[]', ${ARRIVAL}, ${ARRIVAL}, ${DEPARTURE}, ${DEPARTURE},
       ${DEPARTURE}, '2026.1', 'arrival-notice@2020-01-11', 0, 1, 1, 'PAST-' || n, ${AT}, ${AT}, ${AT}, ${AT}, 3 FROM one`,
    `${NUMBERS} INSERT INTO notification_revision
     SELECT ${id(4)}, @propertyId, 1, ${id(5)}, 3, zeroblob(600), '', ${AT} FROM one`,
    `${NUMBERS} INSERT INTO attempt (id, property_id, notification_id, revision, number, kind, channel, started_at, ended_at, outcome)
     SELECT ${id(6)}, @propertyId, ${id(4)}, 1, 1, 'send', 'migration-api', ${AT}, ${AT}, 'accepted' FROM one`,
    `${NUMBERS} INSERT INTO receipt (id, property_id, notification_id, revision, source, reference, stored_at)
     SELECT ${id(7)}, @propertyId, ${id(4)}, 1, 'channel', 'PAST-' || n, ${AT} FROM one`,
    `${NUMBERS} INSERT INTO outage SELECT ${id(8)}, @propertyId, 'migration-api', ${AT}, ${ARRIVAL} || 'T07:00:00.000Z', 'offline'
     FROM one WHERE n % 200 = 0`,
    audit(1, 'stay.checked_in'),
    audit(2, 'notice.accepted'),
  ]
}
