import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFilter, GuestMark } from '#shared/domain/guest-filter.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import type { LocalDateTime } from '#shared/regulation/local-time.ts'
import { matchExpressionOf } from '../search-index.ts'
import { integer, type Row, text } from './columns.ts'
import { CAME, LONGEST_STAY_DAYS } from './guest-days.ts'
import { OPEN } from './notice-lines.ts'
import type { RowStore } from './row-store.ts'

export interface GuestListQuestion {
  readonly query: string
  readonly filter: GuestFilter
  readonly today: CalendarDate
  /** Whoever is said to arrive later than this is not here yet. */
  readonly hereBy: LocalDateTime
  readonly reading: AlarmReading
}

const ALARM = `CASE WHEN @reading = 'strict' THEN strict_due ELSE latest_due END`
/** As `laneOf` has it: what no law asks for is never overdue. */
const IS_OVERDUE = `(kind <> 'departure' AND ${ALARM} < @today)`
const OF_OPEN = `SELECT guest_id FROM notification WHERE property_id = @propertyId AND state IN ${OPEN}`
const inState = (states: string) => `SELECT guest_id FROM notification WHERE property_id = @propertyId AND state IN (${states})`

/** Found by the end of the stay: of those that are over there are always more. The plus keeps the planner from the beginning. */
const IN_HOUSE = `
  SELECT g.id AS guest_id FROM stay s JOIN guest g ON g.stay_id = s.id
    WHERE s.property_id = @propertyId AND s.departure_date >= @today AND s.arrival_date <= @today AND +s.arrival_at <= @hereBy
      AND g.departed_on IS NULL AND ${CAME}
  UNION ALL SELECT g.id FROM stay s JOIN guest g ON g.stay_id = s.id
    WHERE s.property_id = @propertyId AND s.departure_date IS NULL AND s.arrival_date BETWEEN @since AND @today
      AND +s.arrival_at <= @hereBy AND g.departed_on IS NULL AND ${CAME}`
const ARRIVING = `
  SELECT g.id AS guest_id FROM stay s JOIN guest g ON g.stay_id = s.id
    WHERE s.property_id = @propertyId AND s.arrival_at > @hereBy AND ${CAME}`
const NEVER_CAME = `
  SELECT g.id AS guest_id FROM guest g
    WHERE g.id IN (SELECT guest_id FROM notification WHERE property_id = @propertyId AND state = 'cancelled'
        UNION ALL SELECT guest_id FROM notification WHERE property_id = @propertyId AND kind = 'cancellation'
        UNION ALL SELECT guest_id FROM waiting_news WHERE kind = 'never_came')
      AND NOT ${CAME}`

/** Few guests each, found by an index: a hotel owes little at a time, and houses few of all whom it ever had. */
const FEW: Readonly<Partial<Record<GuestMark | GuestFilter['presence'], string>>> = {
  overdue: `${OF_OPEN} AND ${IS_OVERDUE}`,
  due_today: `${OF_OPEN} AND act_by <= @today AND NOT ${IS_OVERDUE}`,
  citizenship_unknown: inState(`'citizenship_unknown'`),
  incomplete: inState(`'incomplete'`),
  needs_person: inState(`'rejected', 'unknown', 'duplicate', 'handover'`),
  follow_up: `${OF_OPEN} AND sequence > 1`,
  open: OF_OPEN,
  arriving: ARRIVING,
  in_house: IN_HOUSE,
}

/** True of most guests, so each is asked; `n` is the arrival. The index of the list holds all that is asked for. */
const MANY: Readonly<Partial<Record<GuestMark | GuestFilter['presence'], string>>> = {
  accepted: `n.state = 'accepted'`,
  set_aside: `n.state IN ('not_required', 'filed_elsewhere', 'cancelled')`,
  departed: `n.arrival_date <= @today AND n.guest_id NOT IN (${IN_HOUSE} UNION ALL ${ARRIVING} UNION ALL ${NEVER_CAME})`,
}

interface Parts {
  readonly few: readonly string[]
  readonly many: readonly string[]
  readonly isSearched: boolean
}

/** SQL for whatever was asked, of fixed pieces. By name, so that the query-plan test examines exactly what runs. */
export function guestListSql(filter: GuestFilter, isSearched: boolean): { readonly page: string; readonly total: string } {
  const asked = [...new Set<GuestMark | GuestFilter['presence']>([filter.presence, ...filter.marks])]
  const piecesOf = (from: typeof FEW) => asked.flatMap((one) => from[one] ?? [])
  const parts: Parts = { few: piecesOf(FEW), many: piecesOf(MANY), isSearched }
  if (parts.few.length > 0) return amongFew(parts)
  return isSearched ? amongFound(parts) : amongAll(parts)
}

/** The shortest way in is the smallest set, whatever the planner thinks; hence CROSS JOIN, which keeps the order. */
function amongFew({ few: [first = '', ...others], many, isSearched }: Parts) {
  const wanted = [
    ...others.map((set) => `n.guest_id IN (${set})`),
    ...many,
    ...(isSearched
      ? [
          '(SELECT g.id FROM search_guest g WHERE g.guest_id = n.guest_id) IN (SELECT rowid FROM search WHERE search MATCH @match)',
        ]
      : []),
  ]
  const from = `FROM (SELECT DISTINCT guest_id FROM (${first})) few
    CROSS JOIN notification n ON n.guest_id = few.guest_id AND n.sequence = 1 ${where(wanted)}`
  return {
    page: `SELECT n.guest_id ${from} ORDER BY n.arrival_date DESC, n.id DESC LIMIT @limit OFFSET @offset`,
    total: `SELECT count(*) AS total ${from}`,
  }
}

/** In the order of the index of words, newest registered first: it ends as soon as the page is full. */
function amongFound({ many }: Parts) {
  const from = `FROM search CROSS JOIN search_guest g ON g.id = search.rowid
    CROSS JOIN notification n ON n.guest_id = g.guest_id AND n.sequence = 1 WHERE search MATCH @match ${many.map((one) => `AND ${one}`).join(' ')}`
  if (many.length === 0)
    return {
      page: `SELECT g.guest_id FROM (SELECT rowid AS id FROM search WHERE search MATCH @match ORDER BY rowid DESC LIMIT @limit OFFSET @offset) found
        CROSS JOIN search_guest g ON g.id = found.id`,
      total: 'SELECT count(*) AS total FROM search WHERE search MATCH @match',
    }
  return {
    page: `SELECT n.guest_id ${from} ORDER BY search.rowid DESC LIMIT @limit OFFSET @offset`,
    total: `SELECT count(*) AS total ${from}`,
  }
}

function amongAll({ many }: Parts) {
  const wanted = where(['n.property_id = @propertyId', 'n.sequence = 1', ...many])
  return {
    page: `SELECT n.guest_id FROM notification n ${wanted} ORDER BY n.arrival_date DESC, n.id DESC LIMIT @limit OFFSET @offset`,
    total: `SELECT count(*) AS total FROM notification n ${wanted}`,
  }
}

function where(wanted: readonly string[]): string {
  return wanted.length === 0 ? '' : `WHERE ${wanted.join(' AND ')}`
}

/** Reads over `notification`, `stay`, `guest` and the index of words for the list of guests. */
export function guestListRows(store: RowStore) {
  function asked({ query, filter, today, hereBy, reading }: GuestListQuestion) {
    const match = matchExpressionOf(query)
    const sql = guestListSql(filter, match !== null)
    const name = [filter.presence, ...filter.marks, ...(match === null ? [] : ['search'])].join('+')
    const given = { propertyId: store.propertyId(), today, since: addDays(today, -LONGEST_STAY_DAYS), hereBy, reading, match }
    return { sql, name, given }
  }
  return {
    /** Latest arrivals first; of what was searched for among all, latest registered first. */
    page(question: GuestListQuestion, offset: number, limit: number): readonly string[] {
      const { sql, name, given } = asked(question)
      return store
        .statement<Row>(`guest_list.page.${name}`, sql.page)
        .all({ ...given, limit, offset })
        .map((row) => text(row, 'guest_id'))
    },
    total(question: GuestListQuestion): number {
      const { sql, name, given } = asked(question)
      const row = store.statement<Row>(`guest_list.total.${name}`, sql.total).get(given)
      return row === undefined ? 0 : integer(row, 'total')
    },
  }
}
