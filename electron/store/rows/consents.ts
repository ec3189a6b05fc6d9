import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { day, type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** A guest's signed consent to the processing of personal data. */
export interface ConsentRecord {
  readonly guestId: string
  readonly signedOn: CalendarDate
  readonly recordedAt: IsoInstant
  readonly recordedBy: string
}

/** Table `consent`: one per guest of a stay. */
export function consentRows(store: RowStore) {
  const upsert = store.statement(
    'consent.set',
    `
    INSERT INTO consent (guest_id, property_id, signed_on, recorded_at, recorded_by)
    VALUES (@guestId, @propertyId, @signedOn, @recordedAt, @recordedBy)
    ON CONFLICT (guest_id) DO UPDATE SET signed_on = excluded.signed_on, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by`,
  )
  const remove = store.statement('consent.remove', 'DELETE FROM consent WHERE guest_id = ?')
  const byGuest = store.statement<Row>('consent.of_guest', 'SELECT * FROM consent WHERE guest_id = ?')

  return {
    set(consent: ConsentRecord): void {
      upsert.run({ ...consent, propertyId: store.propertyId() })
    },
    /** `false` when there was none. */
    remove: (guestId: string): boolean => remove.run(guestId).changes > 0,
    ofGuest(guestId: string): ConsentRecord | undefined {
      const row = byGuest.get(guestId)
      if (row === undefined) return undefined
      return {
        guestId: text(row, 'guest_id'),
        signedOn: day(row, 'signed_on'),
        recordedAt: text(row, 'recorded_at'),
        recordedBy: text(row, 'recorded_by'),
      }
    },
  }
}
