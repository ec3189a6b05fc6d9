import type { Register } from '#electron/desk/register.ts'
import type { Guest } from '#electron/store/rows/guests.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { EvidenceEntry, EvidenceGuest, EvidenceNotice } from '#shared/contract/evidence-schemas.ts'
import { spellingsOf } from '#shared/documents/spellings.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { isSettled } from '#shared/domain/notification.ts'
import { instantOfLocal } from '#shared/regulation/local-time.ts'
import { noticeEvidence, type PackedReceipt } from './notice-evidence.ts'

export interface ToldGuest {
  readonly guest: EvidenceGuest
  readonly receipts: readonly PackedReceipt[]
  /** Places in the journal of all that is told. */
  readonly entries: readonly number[]
  /** Between which of them the duty was open; `last` null = it still is. */
  readonly open: { readonly first: number; readonly last: number | null }
}

/** Everything the register holds about one guest of one stay, as of now. */
export function guestEvidence(
  register: Register,
  guestId: string,
  nameOf: (sha256: string, mediaType: string) => string,
): ToldGuest | undefined {
  const { rows, store } = register
  const guest = rows.guests.find(guestId)
  const stay = guest === undefined ? undefined : rows.stays.find(guest.stayId)
  const told = rows.notifications.chainOf(guestId).map((record) => noticeEvidence(register, record, nameOf))
  const [first, ...followUps] = told.map(({ notice }) => notice)
  if (guest === undefined || stay === undefined || first === undefined) return undefined
  const isErased = !store.stayKeys.has(stay.id)
  const window = windowOf(register, stay, first)
  const entries = told.flatMap(({ notice }) => notice.journal.map(({ sequence }) => sequence))
  return {
    guest: {
      guestId,
      stayId: stay.id,
      sealKey: store.stayKeys.sealKey(stay.id)?.toString('hex') ?? null,
      person: isErased ? null : personOf(guest),
      arrivalAt: stay.arrivalAt,
      departureDate: guest.departedOn ?? stay.departureDate,
      room: isErased ? null : stay.room,
      reservation: isErased ? null : stay.reservation,
      known: knownBy(first.journal, stay),
      window,
      outages: rows.outages
        .overlapping(window.from, window.to)
        .map(({ startedAt, endedAt, cause }) => ({ startedAt, endedAt, cause })),
      notices: [first, ...followUps],
    },
    receipts: told.flatMap(({ receipts }) => receipts),
    entries,
    open: { first: Math.min(...entries), last: settledAt(first)?.sequence ?? null },
  }
}

function personOf({ facts }: Guest): EvidenceGuest['person'] {
  const { printed, sent } = spellingsOf(facts)
  const document = [facts.documentSeries, facts.documentNumber].filter((part) => part !== null).join(' ')
  return {
    name: [...new Set([printed, sent].filter((name) => name !== null))].join(' / '),
    birthDate: facts.birthDate,
    citizenship: facts.citizenship,
    document: document === '' ? null : document,
  }
}

/** The entry that was written in the transaction of the check-in. */
function knownBy([first]: readonly EvidenceEntry[], { source }: Stay): EvidenceGuest['known'] {
  return first === undefined ? null : { at: first.at, by: first.by, source }
}

function windowOf(register: Register, { arrivalAt }: Stay, first: EvidenceNotice): EvidenceGuest['window'] {
  const arrived = new Date(instantOfLocal(arrivalAt, register.property.zone)).toISOString()
  const known = first.journal[0]?.at ?? arrived
  const from = earlier(arrived, known)
  const to = first.acceptedAt ?? settledAt(first)?.at ?? register.now()
  return { from, to: to < from ? from : to }
}

function earlier(a: IsoInstant, b: IsoInstant): IsoInstant {
  return a < b ? a : b
}

/** What brings a notice to its end. */
const ENDINGS = /\.(accepted|set_not_required|set_filed_elsewhere|cancelled|withdrawn|checked_in|imported|corrected)$/

/** The entry by which a notice came to its end; `undefined` while it is open. */
function settledAt({ state, journal }: EvidenceNotice): EvidenceEntry | undefined {
  return isSettled(state) ? journal.findLast(({ action }) => ENDINGS.test(action)) : undefined
}
