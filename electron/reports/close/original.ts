import { type Caller, THE_DESK } from '#electron/desk/caller.ts'
import { deskError } from '#electron/desk/desk-error.ts'
import type { Register } from '#electron/desk/register.ts'
import { fileOf } from '#electron/reports/files/report-file.ts'
import type { BusinessDayRecord } from '#electron/store/rows/business-days.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import { COPY_GIVEN, FILE_GIVEN, FILE_MADE } from './actions.ts'
import { closedView } from './day-view.ts'
import { fileKeyOf, ORIGINAL_FORMAT, openFile, sealFile, sha256Of } from './original-file.ts'

/** The printed close: one sequence of bytes for ever. */
export interface Original {
  readonly bytes: Uint8Array
  /** Of the bytes, hex; on record since they were made. */
  readonly sha256: string
  /** The property's, when they were made. */
  readonly language: Register['property']['language']
}

/** The original as it leaves the desk. */
export interface GivenOriginal extends Original {
  /** Somebody has had it before: what is given out now must say that it is a copy. */
  readonly isCopy: boolean
}

/**
 * The PDF of a closed day as it was first made, in the language of the property. Made of the snapshot right after the close, or now if that
 * failed; kept from then on. `null` = there is none: the day is open, or a guest in it was erased, and with him every page he stands on.
 * Throws `STORE_FAILED`, also for bytes that are not those on record (`damaged`).
 */
export async function originalOf(register: Register, date: CalendarDate): Promise<Original | null> {
  const close = register.rows.businessDays.find(date)
  if (close === undefined) return null
  const stored = storedOriginal(register, close)
  if (stored !== undefined) return stored
  if (keyOf(register, close) === undefined) return null
  const { language } = register.property
  const { bytes } = await fileOf(dayDocument(closedView(register, close), language), ORIGINAL_FORMAT)
  return keep(register, close, { bytes, sha256: sha256Of(bytes), language })
}

/** The same to be handed to a person or a printer: written down, and a copy from the second time on. Throws like {@link originalOf}. */
export async function giveOriginal(register: Register, caller: Caller, date: CalendarDate): Promise<GivenOriginal | null> {
  const original = await originalOf(register, date)
  const close = register.rows.businessDays.find(date)
  if (original === null || close === undefined) return null
  const isFirst = register.write(() => {
    const isFirst = register.rows.businessDayFiles.markGiven(close.id, ORIGINAL_FORMAT, register.now())
    register.store.audit.append({
      actor: caller.actor,
      action: isFirst ? FILE_GIVEN : COPY_GIVEN,
      subject: close.id,
      stayId: null,
      details: { date, number: close.number, format: ORIGINAL_FORMAT },
    })
    return isFirst
  })
  return { ...original, isCopy: !isFirst }
}

/** `undefined` = none was made yet; `null` = a guest in it was erased. */
function storedOriginal(register: Register, close: BusinessDayRecord): Original | null | undefined {
  const file = register.rows.businessDayFiles.find(close.id, ORIGINAL_FORMAT)
  if (file === undefined) return undefined
  const key = keyOf(register, close)
  if (key === undefined) return null
  const bytes = openFile(key, file, file.sealedContent)
  if (bytes === undefined || sha256Of(bytes) !== file.sha256) throw deskError('STORE_FAILED', { saved: 'no', cause: 'damaged' })
  return { bytes: new Uint8Array(bytes), sha256: file.sha256, language: file.language }
}

function keyOf({ rows, store }: Register, close: BusinessDayRecord): Buffer | undefined {
  return fileKeyOf(close, rows.businessDays.persons(close.id), store.stayKeys)
}

/** The first that is kept counts: another call may have been faster. Its hash goes on record, and with it under the next signature. */
function keep(register: Register, close: BusinessDayRecord, made: Original): Original | null {
  return register.write(() => {
    const stored = storedOriginal(register, close)
    if (stored !== undefined) return stored
    const { store, rows, ports } = register
    // Somebody in it may have been erased while it was made.
    const key = keyOf(register, close)
    if (key === undefined) return null
    const place = { businessDayId: close.id, format: ORIGINAL_FORMAT, language: made.language }
    rows.businessDayFiles.insert({
      ...place,
      language: made.language,
      sealedContent: sealFile(key, place, made.bytes, ports.randomBytes),
      sha256: made.sha256,
      madeAt: register.now(),
      firstGivenAt: null,
    })
    store.audit.append({
      actor: THE_DESK,
      action: FILE_MADE,
      subject: close.id,
      stayId: null,
      details: {
        date: close.date,
        number: close.number,
        format: ORIGINAL_FORMAT,
        language: made.language,
        sha256: made.sha256,
      },
    })
    return made
  })
}
