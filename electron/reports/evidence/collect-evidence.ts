import type { Caller } from '#electron/desk/caller.ts'
import { badInput, deskError } from '#electron/desk/desk-error.ts'
import { plainYear } from '#electron/desk/law/calendar-views.ts'
import type { Register } from '#electron/desk/register.ts'
import type { BusinessDay } from '#electron/store/rows/business-days.ts'
import type { Evidence, EvidenceGuest, EvidenceRequest, JournalSpan } from '#shared/contract/evidence-schemas.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/i18n/language.ts'
import { type CalendarYear, calendarVersionLabel } from '#shared/regulation/calendar/calendar-year.ts'
import { calendarsOf } from './calendars-used.ts'
import { guestEvidence, type ToldGuest } from './guest-evidence.ts'
import { journalSpans } from './journal-spans.ts'
import type { PackedReceipt } from './notice-evidence.ts'

export interface CollectedEvidence {
  readonly evidence: Evidence
  readonly receipts: readonly PackedReceipt[]
  /** The closes that the journal is held against, and all since, so that any later paper close vouches for it. Oldest first. */
  readonly closes: readonly BusinessDay[]
}

/** A year and a day: the longest time one file may tell of. */
const MAX_DAYS = 366
/** What can be read in one go, and laid out in a minute: a large hotel's month. */
const MAX_GUESTS = 2000
/** More closes than a register holds in its life. */
const ALL_CLOSES = 100_000

/** What there is to show about one guest or a period, read in one go. Throws `NOT_FOUND` (`notice`), `BAD_INPUT` (`request.to`). */
export function collectEvidence(
  register: Register,
  caller: Pick<Caller, 'actor'>,
  request: EvidenceRequest,
  language: Language,
): CollectedEvidence {
  const { guestIds, leftOut } = guestsOf(register, request)
  const nameOf = receiptNames()
  const told = guestIds.flatMap((id) => guestEvidence(register, id, nameOf) ?? [])
  const guests = told.map(({ guest }) => guest)
  const { closes, spans } = proofOf(register, told)
  const evidence: Evidence = {
    format: 'qabyl.evidence.1',
    asked: request,
    madeAt: register.now(),
    madeBy: caller.actor.name,
    program: register.appVersion,
    language,
    property: propertyOf(register),
    guests,
    leftOut,
    calendars: calendarsUsed(register, guests).map(plainYear),
    journal: { spans, entries: spans.reduce((sum, { first, last }) => sum + last - first + 1, 0) },
  }
  return { evidence, receipts: told.flatMap(({ receipts }) => receipts), closes }
}

function guestsOf({ rows }: Register, request: EvidenceRequest): { guestIds: readonly string[]; leftOut: number } {
  if (request.what === 'guest') {
    const notice = rows.notifications.find(request.noticeId)
    if (notice === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
    return { guestIds: [notice.guestId], leftOut: 0 }
  }
  const { from, to } = request
  if (to < from) throw badInput('request.to', 'before_from', 'The period ends before it begins.')
  if (to > addDays(from, MAX_DAYS - 1)) throw badInput('request.to', 'too_long', `A pack holds ${MAX_DAYS} days at most.`)
  const arrivals = rows.arrivals.between(from, to)
  // Citizens: an inspector of the duty is not given data about people whom it does not concern.
  const owed = arrivals.filter(({ due }) => due !== null)
  if (owed.length > MAX_GUESTS) {
    throw badInput('request.to', 'too_long', `${owed.length} guests are too many for one pack: choose a shorter period.`)
  }
  return { guestIds: owed.map(({ guestId }) => guestId), leftOut: arrivals.length - owed.length }
}

/** Numbered, with the beginning of the hash: a name that says nothing about the guest. A stamped list is one file for everybody on it. */
function receiptNames(): (sha256: string, mediaType: string) => string {
  const extensions: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }
  const names = new Map<string, string>()
  return (sha256, mediaType) => {
    const number = String(names.size + 1).padStart(4, '0')
    const name = names.get(sha256) ?? `receipts/${number}-${sha256.slice(0, 12)}.${extensions[mediaType] ?? 'bin'}`
    names.set(sha256, name)
    return name
  }
}

function proofOf(
  { rows }: Register,
  told: readonly ToldGuest[],
): { readonly closes: readonly BusinessDay[]; readonly spans: JournalSpan[] } {
  const all = rows.businessDays.newest(ALL_CLOSES).toReversed()
  const last = rows.journal.lastSequence()
  const spans = journalSpans(all, last, {
    entries: told.flatMap(({ entries }) => entries),
    whole: told.map(({ open }) => ({ first: open.first, last: open.last ?? last })),
  })
  const [firstSpan] = spans
  if (firstSpan === undefined) return { closes: all.slice(-1), spans }
  const begin = firstSpan.afterClose ?? all[0]?.number
  const index = all.findIndex(({ number }) => number === begin)
  return { closes: index < 0 ? [] : all.slice(index), spans }
}

function propertyOf({ property }: Register): Evidence['property'] {
  const { id, name, bin, address, city, department, zone, channel, environment, alarmReading } = property
  return { id, name, bin, address, city, department, zone, channel, environment, alarmReading }
}

function calendarsUsed(register: Register, guests: readonly EvidenceGuest[]): readonly CalendarYear[] {
  const labels = new Set(guests.flatMap(({ notices }) => notices.flatMap(({ due }) => due?.calendarVersion ?? [])))
  const years = [...labels].flatMap((label) => calendarsOf(register, label))
  return [...new Map(years.map((year) => [calendarVersionLabel(year), year])).values()].toSorted(
    (a, b) => a.year - b.year || a.version - b.version,
  )
}
