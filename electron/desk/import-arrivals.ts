import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import type { InputIssue } from '#shared/contract/errors.ts'
import type { FileContent } from '#shared/contract/file.ts'
import type { importRowSchema } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { Caller } from './caller.ts'
import { checkInWithin } from './check-in.ts'
import { deskError } from './desk-error.ts'
import type { ArrivalRow, ReadableRow } from './import/arrivals-file.ts'
import { readArrivalsCsv } from './import/read-arrivals-csv.ts'
import { FUTURE_NEEDS_RESERVATION, isFutureWithoutReservation } from './law/plausible-stay.ts'
import type { Register } from './register.ts'
import { dutiesOf } from './same-duty.ts'

type ImportRow = z.infer<typeof importRowSchema>

export interface ImportAnswer {
  readonly rows: ImportRow[]
  readonly created: number
  readonly unchanged: number
  readonly refused: number
}

/** After so many rows other calls get their turn. */
const ROWS_PER_TURN = 25

/**
 * A file of arrivals. It is read whole before anything is written; then each row is its own transaction, so that a bad row stops no
 * other and importing again changes nothing. Throws `BAD_INPUT` for a file that cannot be read, `StoreWriteError`.
 */
export async function importArrivals(register: Register, caller: Caller, content: FileContent): Promise<ImportAnswer> {
  const bytes = new Uint8Array(await content.arrayBuffer())
  const parsed = readArrivalsCsv(bytes, { zone: register.property.zone, today: register.today() })
  if (!parsed.ok) throw deskError('BAD_INPUT', { issues: [...parsed.error] })

  const rows: ImportRow[] = []
  for (const row of parsed.value.rows) {
    rows.push(importRow(register, caller, row))
    if (row.row % ROWS_PER_TURN === 0) await nextTurn()
  }
  register.changed(['status', 'board', 'queue', 'guest'], null)
  const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return { rows, created: count('created'), unchanged: count('unchanged'), refused: count('refused') }
}

function importRow(register: Register, caller: Caller, row: ArrivalRow): ImportRow {
  if (row.outcome === 'refused') return refusedRow(row.row, row.reservation, row.issues)
  const moved = movedArrival(register, row)
  if (moved !== undefined) return refusedRow(row.row, row.stay.reservation, [moved])

  if (isFutureWithoutReservation(register, row.stay)) {
    return refusedRow(row.row, row.stay.reservation, [{ path: 'arrival', ...FUTURE_NEEDS_RESERVATION }])
  }

  const { rows, ports } = register
  const request = { requestId: ports.newId(), stay: row.stay, guests: [row.guest] }
  const { noticeIds, createdCount } = register.write(() => checkInWithin(register, caller, request, 'import'))
  const line = rows.noticeLines.find(noticeIds[0] ?? '')
  if (line === undefined) throw new Error('A row that was written is there')
  const { notification } = line
  return {
    row: row.row,
    outcome: createdCount > 0 ? 'created' : 'unchanged',
    reservation: line.reservation,
    noticeId: notification.id,
    state: notification.state,
    missing: [...notification.missing],
    strictDue: notification.due?.strictDue ?? null,
    latestDue: notification.due?.latestDue ?? null,
    issues: [...row.issues, ...row.notes],
  }
}

/** The same booking and guest with another day of arrival would restart a clock that never restarts: a person has to look. */
function movedArrival(register: Register, row: ReadableRow): InputIssue | undefined {
  const arrivalDate = calendarDate(row.stay.arrivalAt.slice(0, 10))
  const known = dutiesOf(register, row.stay.reservation, row.guest)
  if (known.length === 0 || known.some(({ stay }) => stay.arrivalDate === arrivalDate)) return undefined
  return {
    path: 'arrival',
    code: 'arrival_moved',
    message:
      'This guest is registered under the same reservation with another day of arrival. The first arrival counts and was kept; ' +
      'if the guest really came again, check him in at the desk.',
  }
}

function refusedRow(row: number, reservation: string | null, issues: readonly InputIssue[]): ImportRow {
  return {
    row,
    outcome: 'refused',
    reservation,
    noticeId: null,
    state: null,
    missing: [],
    strictDue: null,
    latestDue: null,
    issues: [...issues],
  }
}
