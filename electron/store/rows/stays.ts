import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { day, dayOrNull, oneOf, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

export const STAY_SOURCES = ['desk', 'import', 'pms'] as const

/** A reservation or walk-in with the guests it brought. */
export interface Stay {
  readonly id: string
  /** Made by the caller: the same request is the same stay. */
  readonly requestId: string
  /** The hotel's or PMS's own number; `null` for a walk-in. */
  readonly reservation: string | null
  readonly source: (typeof STAY_SOURCES)[number]
  readonly room: string | null
  /** Hotel-local, `YYYY-MM-DDTHH:mm`. */
  readonly arrivalAt: string
  /** The local day of {@link arrivalAt}; the clock of every guest of the stay starts here and never restarts. */
  readonly arrivalDate: CalendarDate
  readonly departureDate: CalendarDate | null
}

/** Table `stay`. */
export function stayRows(store: RowStore) {
  const insert = store.statement(
    'stay.insert',
    `
    INSERT INTO stay (id, property_id, request_id, reservation, source, room, arrival_at, arrival_date, departure_date, created_at, updated_at)
    VALUES (@id, @propertyId, @requestId, @reservation, @source, @room, @arrivalAt, @arrivalDate, @departureDate, @now, @now)`,
  )
  const byId = store.statement<Row>('stay.by_id', 'SELECT * FROM stay WHERE id = ?')
  const byRequest = store.statement<Row>('stay.by_request', 'SELECT * FROM stay WHERE property_id = ? AND request_id = ?')
  const byReservation = store.statement<Row>(
    'stay.by_reservation',
    'SELECT * FROM stay WHERE property_id = ? AND reservation = ? ORDER BY rowid',
  )
  const update = store.statement(
    'stay.update',
    `
    UPDATE stay SET room = @room, departure_date = @departureDate, updated_at = @now WHERE id = @id`,
  )
  const rename = store.statement(
    'stay.set_reservation',
    'UPDATE stay SET reservation = @reservation, updated_at = @now WHERE id = @id',
  )

  return {
    insert(stay: Stay, now: IsoInstant): void {
      insert.run({ ...stay, propertyId: store.propertyId(), now })
    },
    find(id: string): Stay | undefined {
      const row = byId.get(id)
      return row === undefined ? undefined : stayOf(row)
    },
    findByRequest(requestId: string): Stay | undefined {
      const row = byRequest.get(store.propertyId(), requestId)
      return row === undefined ? undefined : stayOf(row)
    },
    /** Every stay that carries this booking number, oldest first. */
    ofReservation(reservation: string): readonly Stay[] {
      return byReservation.all(store.propertyId(), reservation).map(stayOf)
    },
    /** Room and departure change during a stay; the arrival never does. */
    change(id: string, room: string | null, departureDate: CalendarDate | null, now: IsoInstant): void {
      update.run({ id, room, departureDate, now })
    },
    /** The booking number was mistyped, or became known later. */
    setReservation(id: string, reservation: string | null, now: IsoInstant): void {
      rename.run({ id, reservation, now })
    },
  }
}

function stayOf(row: Row): Stay {
  return {
    id: text(row, 'id'),
    requestId: text(row, 'request_id'),
    reservation: textOrNull(row, 'reservation'),
    source: oneOf(row, 'source', STAY_SOURCES),
    room: textOrNull(row, 'room'),
    arrivalAt: text(row, 'arrival_at'),
    arrivalDate: day(row, 'arrival_date'),
    departureDate: dayOrNull(row, 'departure_date'),
  }
}
