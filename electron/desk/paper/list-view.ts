import type { PaperEntry, PaperListRecord } from '#electron/store/rows/paper-lists.ts'
import type { PaperList, PaperListSummary } from '#shared/contract/paper-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { parsePaperNumber } from '#shared/domain/paper-list.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { viewOf } from '../viewpoint.ts'
import { numberOf } from './on-paper.ts'

/** Lists on which somebody waits for the stamp, newest first; with `all` the latest others as well. */
export function listPaperLists(
  register: Register,
  caller: Caller,
  { all, limit }: { all: boolean; limit: number },
): PaperListSummary[] {
  const { paperLists } = register.rows
  const open = paperLists.open()
  const isOpen = new Set(open.map(({ id }) => id))
  const others = all ? paperLists.newest(limit).filter(({ id }) => !isOpen.has(id)) : []
  return [...open, ...others].map((list) => summaryOf(register, list, entriesOf(register, caller, list)))
}

/** One list with everybody on it. Throws `NOT_FOUND`. */
export function paperListView(register: Register, caller: Caller, listId: string): PaperList {
  const list = register.rows.paperLists.find(listId)
  if (list === undefined) throw deskError('NOT_FOUND', { what: 'paper_list' })
  const entries = entriesOf(register, caller, list)
  return { ...summaryOf(register, list, entries), entries }
}

/** The list with this number, as typed. Throws `NOT_FOUND`. */
export function findPaperList(register: Register, caller: Caller, typed: string): PaperList {
  const number = parsePaperNumber(typed)
  const list = number === undefined ? undefined : register.rows.paperLists.withNumber(number.year, number.number)
  if (list === undefined) throw deskError('NOT_FOUND', { what: 'paper_list' })
  return paperListView(register, caller, list.id)
}

function entriesOf(register: Register, caller: Caller, list: PaperListRecord): PaperList['entries'] {
  return register.rows.paperLists.entriesOf(list.id).map((entry) => {
    const notice = viewOf(register, caller, entry.notificationId)
    const { position, revision, outcome, settledAt, settledBy } = entry
    return {
      position,
      notice,
      revision,
      outcome,
      settledAt,
      settledBy,
      reason: reasonOf(register, entry, notice),
      ...proofOf(register, entry),
    }
  })
}

/** `null` where none was given, and of a guest who was erased. */
function reasonOf({ store }: Register, { listId, position, sealedReason }: PaperEntry, { stayId }: Notice): string | null {
  if (sealedReason === null) return null
  return store.stayKeys.open(stayId, `paper-reason:${listId}:${position}`, sealedReason)?.toString('utf8') ?? null
}

function proofOf({ rows }: Register, { listId, notificationId }: PaperEntry): Pick<PaperList['entries'][number], 'proof'> {
  const receipt = rows.receipts.ofNotification(notificationId).findLast(({ paperListId }) => paperListId === listId)
  if (receipt === undefined || receipt.stampedOn === null) return { proof: null }
  const { id, reference, stampedOn, file } = receipt
  return { proof: { stampedOn, reference: reference ?? '', receiptId: file === null ? null : id } }
}

function summaryOf(register: Register, list: PaperListRecord, entries: PaperList['entries']): PaperListSummary {
  const { id, madeOn, madeAt, actorName, language } = list
  const waiting = entries.filter(({ outcome }) => outcome === null)
  const count = (...outcomes: readonly PaperEntry['outcome'][]) =>
    entries.filter(({ outcome }) => outcomes.includes(outcome)).length
  const printed = register.store.audit.entriesOf(id).filter(({ action }) => action === 'paper_list.printed')
  const last = printed.at(-1)
  return {
    id,
    number: numberOf(list),
    madeOn,
    madeAt,
    madeBy: actorName,
    language,
    printed: last === undefined ? null : { at: last.at, by: last.actorName, times: printed.length },
    notices: entries.length,
    waiting: waiting.length,
    taken: count('taken'),
    notTaken: count('refused', 'not_handed_in'),
    droppedOff: count('taken_off', 'corrected', 'otherwise'),
    actBy: waiting.reduce<CalendarDate | null>((first, { notice }) => earlier(first, notice.actBy), null),
  }
}

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
