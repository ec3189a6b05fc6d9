import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { LOSS_ENDINGS, LOSS_STEPS, type LossEnding, type LossStep } from '#shared/domain/lost-passport.ts'
import { bytes, bytesOrNull, day, integer, oneOf, oneOfOrNull, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** The case of one lost passport; what is said of the guest is sealed. */
export interface LossRecord {
  readonly id: string
  readonly stayId: string
  readonly guestId: string
  readonly noticedOn: CalendarDate
  readonly openedAt: IsoInstant
  readonly openedBy: string
  readonly sealedAccount: Buffer
  /** `null` = the case is open; so are the three after it. */
  readonly ending: LossEnding | null
  readonly closedAt: IsoInstant | null
  readonly closedBy: string | null
  /** `null` also for a close without words. */
  readonly sealedClosing: Buffer | null
  readonly version: number
}

/** A step that was done. */
export interface LossStepRecord {
  readonly caseId: string
  readonly step: LossStep
  readonly doneOn: CalendarDate
  readonly recordedAt: IsoInstant
  readonly recordedBy: string
  readonly sealedDetails: Buffer
}

export type LossClosing = Pick<LossRecord, 'ending' | 'closedAt' | 'closedBy' | 'sealedClosing'>

/** Tables `lost_passport` and `lost_passport_step`. */
export function lostPassportRows(store: RowStore) {
  const insert = store.statement(
    'lost_passport.insert',
    `
    INSERT INTO lost_passport (id, property_id, stay_id, guest_id, noticed_on, opened_at, opened_by, sealed_account, version)
    VALUES (@id, @propertyId, @stayId, @guestId, @noticedOn, @openedAt, @openedBy, @sealedAccount, 1)`,
  )
  const setClosing = store.statement(
    'lost_passport.set_closing',
    `
    UPDATE lost_passport SET ending = @ending, closed_at = @closedAt, closed_by = @closedBy, sealed_closing = @sealedClosing
    WHERE id = @id`,
  )
  const touch = store.statement(
    'lost_passport.touch',
    'UPDATE lost_passport SET version = version + 1 WHERE id = ? AND version = ?',
  )
  const setStep = store.statement(
    'lost_passport_step.set',
    `
    INSERT INTO lost_passport_step (case_id, property_id, step, done_on, recorded_at, recorded_by, sealed_details)
    VALUES (@caseId, @propertyId, @step, @doneOn, @recordedAt, @recordedBy, @sealedDetails)
    ON CONFLICT (case_id, step) DO UPDATE SET done_on = excluded.done_on, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by, sealed_details = excluded.sealed_details`,
  )
  const removeStep = store.statement(
    'lost_passport_step.remove',
    'DELETE FROM lost_passport_step WHERE case_id = ? AND step = ?',
  )
  const byId = store.statement<Row>('lost_passport.by_id', 'SELECT * FROM lost_passport WHERE id = ?')
  const byGuest = store.statement<Row>(
    'lost_passport.of_guest',
    'SELECT * FROM lost_passport WHERE guest_id = ? ORDER BY opened_at DESC, id DESC',
  )
  const open = store.statement<Row>(
    'lost_passport.open',
    'SELECT * FROM lost_passport WHERE property_id = ? AND closed_at IS NULL ORDER BY noticed_on, id',
  )
  const steps = store.statement<Row>('lost_passport_step.of_case', 'SELECT * FROM lost_passport_step WHERE case_id = ?')

  return {
    /** The case is open, at version 1. Throws when this guest has an open case. */
    insert(record: Omit<LossRecord, keyof LossClosing | 'version'>): void {
      insert.run({ ...record, propertyId: store.propertyId() })
    },
    /** `ending: null` opens it again. */
    setClosing(id: string, closing: LossClosing): void {
      setClosing.run({ ...closing, id })
    },
    /** Counts a change of the case seen as `version`; `false` = somebody else was first. */
    touch: (id: string, version: number): boolean => touch.run(id, version).changes === 1,
    setStep(record: LossStepRecord): void {
      setStep.run({ ...record, propertyId: store.propertyId() })
    },
    removeStep(caseId: string, step: LossStep): void {
      removeStep.run(caseId, step)
    },
    find(id: string): LossRecord | undefined {
      const row = byId.get(id)
      return row === undefined ? undefined : caseOf(row)
    },
    /** Newest first. */
    ofGuest: (guestId: string): readonly LossRecord[] => byGuest.all(guestId).map(caseOf),
    /** The longest first. */
    open: (): readonly LossRecord[] => open.all(store.propertyId()).map(caseOf),
    /** In the order of the way. */
    stepsOf: (caseId: string): readonly LossStepRecord[] =>
      steps
        .all(caseId)
        .map(stepOf)
        .toSorted((a, b) => LOSS_STEPS.indexOf(a.step) - LOSS_STEPS.indexOf(b.step)),
  }
}

function caseOf(row: Row): LossRecord {
  return {
    id: text(row, 'id'),
    stayId: text(row, 'stay_id'),
    guestId: text(row, 'guest_id'),
    noticedOn: day(row, 'noticed_on'),
    openedAt: text(row, 'opened_at'),
    openedBy: text(row, 'opened_by'),
    sealedAccount: bytes(row, 'sealed_account'),
    ending: oneOfOrNull(row, 'ending', LOSS_ENDINGS),
    closedAt: textOrNull(row, 'closed_at'),
    closedBy: textOrNull(row, 'closed_by'),
    sealedClosing: bytesOrNull(row, 'sealed_closing'),
    version: integer(row, 'version'),
  }
}

function stepOf(row: Row): LossStepRecord {
  return {
    caseId: text(row, 'case_id'),
    step: oneOf(row, 'step', LOSS_STEPS),
    doneOn: day(row, 'done_on'),
    recordedAt: text(row, 'recorded_at'),
    recordedBy: text(row, 'recorded_by'),
    sealedDetails: bytes(row, 'sealed_details'),
  }
}
