import { nextDay, type Raw, type Tables, textOf, textOrNull, wallDay, workingDaysAfter } from './naive-tables.ts'

const OPEN = [
  'citizenship_unknown',
  'incomplete',
  'ready',
  'leased',
  'handover',
  'sending',
  'unknown',
  'deferred',
  'duplicate',
  'rejected',
]
const READ_HERE = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Common}|\p{Script=Inherited}/u

/** Art. 518, first offence, by kind of property. */
const MCI: Readonly<Record<string, number>> = {
  natural_person: 0,
  small_business: 10,
  non_profit: 10,
  medium_business: 15,
  large_business: 20,
}
const TENGE: Readonly<Record<string, number>> = { 2024: 3692, 2025: 3932, 2026: 4325 }

/** As it stands at `asOf`: a lease that ran out is none. */
export function stateOf(notice: Raw, asOf: string): string {
  const until = textOrNull(notice, 'lease_until')
  if (until === null || until > asOf) return textOf(notice, 'state')
  return (JSON.parse(textOf(notice, 'lease_by')) as { from: string }).from
}

export function isOpen(notice: Raw): boolean {
  return OPEN.includes(textOf(notice, 'state'))
}

/** One line of the report, from the columns. */
export function naiveRow(tables: Tables, notice: Raw, date: string, asOf: string) {
  const { property, calendar } = tables
  const guest = tables.guests.find(({ id }) => id === notice['guest_id'])
  const stay = tables.stays.find(({ id }) => id === notice['stay_id'])
  if (guest === undefined || stay === undefined) throw new Error('a notice has a guest and a stay')
  const kind = textOf(notice, 'kind')
  const strictDue = textOrNull(notice, 'strict_due')
  const latestDue = textOrNull(notice, 'latest_due')
  const actBy = textOrNull(notice, 'act_by')
  const lastDay = property['alarm_reading'] === 'strict' ? strictDue : latestDue
  const acceptedAt = textOrNull(notice, 'accepted_at')
  const isOwed = isOpen(notice) && lastDay !== null && actBy !== null
  // No law asks for a departure: it is never late.
  const isLate = isOwed && kind !== 'departure' && date > lastDay
  const lane = !isOwed ? null : isLate ? 'overdue' : actBy <= date ? 'today' : actBy === nextDay(date) ? 'tomorrow' : 'later'
  const refusal = (JSON.parse(textOrNull(notice, 'refusal') ?? '[]') as { field: string | null; message: string }[])[0]
  const filedOn = acceptedAt === null ? null : wallDay(acceptedAt, textOf(property, 'zone'))
  return {
    noticeId: textOf(notice, 'id'),
    stayId: textOf(stay, 'id'),
    kind,
    person: {
      name: nameOf(guest),
      citizenship: textOrNull(guest, 'citizenship'),
      room: textOrNull(stay, 'room'),
      reservation: textOrNull(stay, 'reservation'),
      reason: textOrNull(notice, 'reason'),
      refusal: refusal?.message ?? null,
    },
    arrivalAt: textOf(stay, 'arrival_at'),
    departureDate: textOrNull(stay, 'departure_date'),
    state: stateOf(notice, asOf),
    cause: textOrNull(notice, 'cause'),
    missing: JSON.parse(textOf(notice, 'missing')) as string[],
    strictDue,
    latestDue,
    actBy,
    isUncertain: notice['is_forecast'] === 1 || (textOrNull(notice, 'calendar_version') ?? '').split('+').includes('none'),
    lane,
    workingDaysLate: isLate ? workingDaysAfter(calendar, lastDay, date) : 0,
    exposure: isLate && kind === 'arrival' ? naiveExposure(tables, date) : null,
    refusedField: refusal?.field ?? null,
    reference: textOrNull(notice, 'reference'),
    acceptedAt,
    isAcceptedLate: kind === 'arrival' && filedOn !== null && lastDay !== null && filedOn > lastDay,
    hasReceipt: tables.receipts.some(
      (receipt) =>
        receipt['notification_id'] === notice['id'] &&
        (receipt['sealed_content'] !== null || receipt['paper_scan_id'] !== null),
    ),
  }
}
export type NaiveRow = ReturnType<typeof naiveRow>

export function nameOf(guest: Raw): string {
  const printed = textOrNull(guest, 'printed_name')
  if (printed !== null && printed !== '' && [...printed].every((letter) => READ_HERE.test(letter))) return printed
  const typed = [textOrNull(guest, 'surname'), textOrNull(guest, 'given_names')].filter((part) => part !== null && part !== '')
  return typed.length > 0 ? typed.join(' ') : (printed ?? '—')
}

function naiveExposure({ property, settings }: Tables, date: string) {
  const mci = MCI[textOf(property, 'kind')] ?? Number.NaN
  if (mci === 0) return { penalty: 'warning', mci, tenge: 0 }
  const own = settings.get('law.monthly_indexes') as Record<string, number> | undefined
  const index = own?.[date.slice(0, 4)] ?? TENGE[date.slice(0, 4)]
  return { penalty: 'fine', mci, tenge: index === undefined ? null : mci * index }
}

/** What an open notice waits for. */
export function naiveWorkList(tables: Tables, notice: Raw, isFiledByHand: boolean, asOf: string): string {
  const state = stateOf(notice, asOf)
  if (state === 'citizenship_unknown') return 'citizenshipUnknown'
  if (state === 'incomplete' || state === 'rejected') return state
  if (['sending', 'unknown', 'deferred'].includes(state)) return 'unconfirmed'
  if (state !== 'ready' || isFiledByHand) return 'needsPerson'
  for (const other of tables.notices) {
    const isBefore = other['guest_id'] === notice['guest_id'] && Number(other['sequence']) < Number(notice['sequence'])
    const isWithdrawing = notice['after_guest_id'] !== null && other['guest_id'] === notice['after_guest_id']
    if ((isBefore || isWithdrawing) && needsPerson(other, stateOf(other, asOf))) return 'needsPerson'
  }
  return 'goesByItself'
}

function needsPerson(notice: Raw, state: string): boolean {
  if (state === 'unknown') return notice['cause'] === 'program_error'
  return ['rejected', 'duplicate', 'handover', 'leased', 'incomplete', 'citizenship_unknown'].includes(state)
}
