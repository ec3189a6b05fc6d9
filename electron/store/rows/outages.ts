import { CAUSES, type Cause } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { oneOf, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** A time in which the channel could not be used. */
export interface Outage {
  readonly id: string
  readonly startedAt: IsoInstant
  /** `null` = it lasts. */
  readonly endedAt: IsoInstant | null
  readonly cause: Cause
}

/** Table `outage`, read side; the outbox writes it. */
export function outageRows(store: RowStore) {
  // By their ends: of those that are long over there are always more.
  const overlapping = store.statement<Row>(
    'outage.overlapping',
    `
    SELECT * FROM outage INDEXED BY outage_by_end WHERE property_id = @propertyId AND ended_at > @from AND started_at < @to
    UNION ALL SELECT * FROM outage INDEXED BY outage_by_end WHERE property_id = @propertyId AND ended_at IS NULL AND started_at < @to
    ORDER BY started_at`,
  )
  return {
    /** Outages of which some part lies in [from, to). */
    overlapping: (from: IsoInstant, to: IsoInstant): readonly Outage[] =>
      overlapping.all({ propertyId: store.propertyId(), from, to }).map(outageOf),
  }
}

export function outageOf(row: Row): Outage {
  return {
    id: text(row, 'id'),
    startedAt: text(row, 'started_at'),
    endedAt: textOrNull(row, 'ended_at'),
    cause: oneOf(row, 'cause', CAUSES),
  }
}
