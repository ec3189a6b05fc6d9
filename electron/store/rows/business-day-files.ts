import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, day, oneOf, type Row, text, textOrNull } from './columns.ts'
import { LANGUAGES } from './property.ts'
import type { RowStore } from './row-store.ts'

/** The file made of a close, given out unchanged ever after. */
export interface BusinessDayFile {
  readonly businessDayId: string
  readonly format: string
  readonly language: (typeof LANGUAGES)[number]
  readonly sealedContent: Buffer
  /** Of the bytes themselves, hex. */
  readonly sha256: string
  readonly madeAt: IsoInstant
  /** Whatever is given out later is a copy; `null` = nobody has had it yet. */
  readonly firstGivenAt: IsoInstant | null
}

/** Table `business_day_file`. */
export function businessDayFileRows(store: RowStore) {
  const find = store.statement<Row>(
    'business_day_file.find',
    'SELECT * FROM business_day_file WHERE business_day_id = ? AND format = ?',
  )
  const insert = store.statement(
    'business_day_file.insert',
    `INSERT INTO business_day_file (business_day_id, property_id, format, language, sealed_content, sha256, made_at, first_given_at)
     VALUES (@businessDayId, @propertyId, @format, @language, @sealedContent, @sha256, @madeAt, @firstGivenAt)`,
  )
  const give = store.statement(
    'business_day_file.give',
    'UPDATE business_day_file SET first_given_at = ? WHERE business_day_id = ? AND format = ? AND first_given_at IS NULL',
  )
  const byHash = store.statement<Row>(
    'business_day_file.by_hash',
    `SELECT d.date FROM business_day_file f JOIN business_day d ON d.id = f.business_day_id WHERE f.property_id = ? AND f.sha256 = ?`,
  )
  return {
    find(businessDayId: string, format: string): BusinessDayFile | undefined {
      const row = find.get(businessDayId, format)
      return row === undefined ? undefined : fileOf(row)
    },
    insert(file: BusinessDayFile): void {
      insert.run({ ...file, propertyId: store.propertyId() })
    },
    /** The closed day that a file with this hash was made of. */
    dateOfFile(sha256: string): CalendarDate | undefined {
      const row = byHash.get(store.propertyId(), sha256)
      return row === undefined ? undefined : day(row, 'date')
    },
    /** Whether this is the first time. */
    markGiven: (businessDayId: string, format: string, at: IsoInstant): boolean =>
      give.run(at, businessDayId, format).changes === 1,
  }
}

function fileOf(row: Row): BusinessDayFile {
  return {
    businessDayId: text(row, 'business_day_id'),
    format: text(row, 'format'),
    language: oneOf(row, 'language', LANGUAGES),
    sealedContent: bytes(row, 'sealed_content'),
    sha256: text(row, 'sha256'),
    madeAt: text(row, 'made_at'),
    firstGivenAt: textOrNull(row, 'first_given_at'),
  }
}
