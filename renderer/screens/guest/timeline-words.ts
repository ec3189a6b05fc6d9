import type { z } from 'zod'
import type { timelineEntrySchema } from '#shared/contract/schemas.ts'
import { parseCalendarDate } from '#shared/domain/calendar-date.ts'
import { REQUIRED_FIELDS } from '#shared/domain/guest.ts'
import type { NoticeKind } from '#shared/domain/notification.ts'
import { dayMonth, longDay } from '#shared/i18n/dates.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import type { IconName } from '../../components/icon.tsx'
import type { Tone } from '../../components/tone.ts'
import type { Words } from '../../i18n/use-words.ts'
import { fieldName } from '../../notices/field-name.ts'
import type { GuestDetail } from './guest-form.ts'

export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** An entry with the notice it is about, where there are several. */
export interface ToldEntry {
  readonly entry: TimelineEntry
  readonly about: NoticeKind | null
}

/** Everything that happened to all the notices about a guest, newest first. */
export function wholeTimeline({ timeline, followUps }: Pick<GuestDetail, 'timeline' | 'followUps'>): readonly ToldEntry[] {
  const rest: ToldEntry[][] = [
    timelineLines(timeline).map((entry) => ({ entry, about: null })),
    ...followUps.map((followUp) => timelineLines(followUp.timeline).map((entry) => ({ entry, about: followUp.notice.kind }))),
  ]
  const told: ToldEntry[] = []
  for (;;) {
    // Within one notice the order of the journal stays, which no clock can shuffle: only the heads are compared.
    const newest = rest.filter(([head]) => head !== undefined).reduce<ToldEntry[] | null>(newerHead, null)
    const next = newest?.shift()
    if (next === undefined) return told
    told.push(next)
  }
}

/** What was made later stands above what made it in the same moment. */
function newerHead(a: ToldEntry[] | null, b: ToldEntry[]): ToldEntry[] {
  const [headA, headB] = [a?.[0]?.entry.at ?? '', b[0]?.entry.at ?? '']
  return a === null || headB >= headA ? b : a
}

/** One thing that happened, in words. */
export interface TimelineLine {
  readonly icon: IconName
  readonly tone: Tone
  readonly title: string
  readonly notes: readonly string[]
}

type Kind = keyof typeof ru.timeline

const LOOKS: Readonly<Record<Kind, readonly [IconName, Tone]>> = {
  checked_in: ['arrive', 'quiet'],
  imported: ['arrive', 'quiet'],
  corrected: ['pen', 'quiet'],
  citizen_seen: ['shield', 'quiet'],
  attempt: ['send', 'ready'],
  look_up: ['ask', 'ready'],
  not_sent: ['lineCut', 'deferred'],
  outcome_unknown: ['ask', 'unknown'],
  deferred: ['clock', 'deferred'],
  accepted: ['ok', 'accepted'],
  rejected: ['stop', 'rejected'],
  duplicate_reported: ['copy', 'unknown'],
  needs_human: ['user', 'handover'],
  found_absent: ['turn', 'deferred'],
  reconciled: ['check', 'accepted'],
  woken: ['alert', 'unknown'],
  lease_taken: ['user', 'handover'],
  lease_released: ['user', 'quiet'],
  lease_ran_out: ['clock', 'quiet'],
  lease_broken: ['hand', 'today'],
  followed_property: ['home', 'quiet'],
  followed_stay: ['bed', 'quiet'],
  receipt_opened: ['document', 'quiet'],
  document_photo_kept: ['document', 'quiet'],
  document_photo_seen: ['document', 'quiet'],
  evidence_made: ['document', 'quiet'],
  handed_over: ['pen', 'handover'],
  taken_back: ['turn', 'ready'],
  proof_recorded: ['document', 'accepted'],
  set_not_required: ['ok', 'quiet'],
  not_required_entered: ['ok', 'quiet'],
  set_filed_elsewhere: ['ok', 'accepted'],
  cancelled: ['close', 'quiet'],
  reopened: ['turn', 'ready'],
  deadline_moved: ['calendar', 'today'],
  followed: ['arrive', 'ready'],
  extended: ['bed', 'quiet'],
  departed: ['depart', 'quiet'],
  departure_undone: ['turn', 'quiet'],
  room_moved: ['bed', 'quiet'],
  booking_corrected: ['pen', 'quiet'],
  withdrawn: ['close', 'quiet'],
  cancellation_made: ['close', 'quiet'],
  came_after_all: ['arrive', 'ready'],
  filed_anew: ['turn', 'ready'],
  restored: ['ask', 'unknown'],
  doubted: ['ask', 'unknown'],
  duplicate_disowned: ['user', 'handover'],
  put_on_list: ['print', 'handover'],
  taken_off_list: ['turn', 'quiet'],
  dropped_off_list: ['turn', 'today'],
  refused_at_counter: ['stop', 'rejected'],
  not_handed_in: ['turn', 'today'],
  card_printed: ['print', 'quiet'],
  consent_recorded: ['pen', 'quiet'],
  consent_taken_back: ['turn', 'quiet'],
  lost_passport_opened: ['alert', 'today'],
  lost_passport_step: ['check', 'quiet'],
  lost_passport_step_undone: ['turn', 'quiet'],
  lost_passport_closed: ['ok', 'quiet'],
  lost_passport_reopened: ['turn', 'today'],
  lost_passport_printed: ['print', 'quiet'],
  other: ['history', 'quiet'],
}

/** Kinds that follow from an attempt and say it better than the attempt does. */
const SAID_BY_OUTCOME: readonly Kind[] = ['not_sent']

/** What happened, newest first, each thing once: an attempt that never left is told by why it did not. */
export function timelineLines(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const attempts = entries.filter(({ kind }) => kind === 'attempt')
  return entries.filter((entry) => attempts.length === 0 || !SAID_BY_OUTCOME.includes(kindOf(entry))).toReversed()
}

/** One entry in words; a kind nobody foresaw is still an entry in the journal. */
export function entryInWords(entry: TimelineEntry, words: Words): TimelineLine {
  const kind = didNotLeave(entry) ? 'not_sent' : kindOf(entry)
  const [icon, tone] = LOOKS[kind]
  return { icon, tone, title: titleOf(entry, kind, words), notes: notesOf(entry, kind, words) }
}

function kindOf({ kind }: TimelineEntry): Kind {
  return kind in CATALOGUES.ru.timeline ? (kind as Kind) : 'other'
}

/** An attempt whose bytes never left this PC. */
function didNotLeave({ kind, details }: TimelineEntry): boolean {
  return kind === 'attempt' && details['outcome'] === 'notSent'
}

function titleOf(entry: TimelineEntry, kind: Kind, words: Words): string {
  const { say } = words
  const number = Number(entry.details['number'] ?? 1)
  const cause = entry.cause === null ? say('common.unknown') : say(`causes.${entry.cause}.short`)
  switch (kind) {
    case 'attempt':
    case 'look_up':
      return say(`timeline.${kind}`, { number })
    case 'not_sent':
      return didNotLeave(entry)
        ? say('queue.reasons.attempt', { reason: say('timeline.not_sent', { cause }), count: number })
        : say('timeline.not_sent', { cause })
    case 'outcome_unknown':
      return say('timeline.outcome_unknown', { cause })
    case 'deadline_moved':
      return doneBy(entry, moveInWords(entry.details, words) ?? say('timeline.deadline_moved'), words)
    default:
      return doneBy(entry, say(`timeline.${kind}`), words)
  }
}

function doneBy({ by }: TimelineEntry, what: string, { say }: Words): string {
  return by === null || by === PROGRAM ? what : say('guest.notice.by', { what, name: by })
}

/** The dates of a deadline that a journal entry names, the one people look at first. */
const MOVED_DATES = ['alarmDate', 'actBy', 'latestDue'] as const

/** From when to when a deadline moved and what moved it; `null` when the entry does not say. */
function moveInWords(details: TimelineEntry['details'], { say, language }: Words): string | null {
  const moved = MOVED_DATES.find((date) => details[`${date}Before`] !== details[date])
  if (moved === undefined) return null
  const [from, to] = [`${moved}Before`, moved].map((date) => parseCalendarDate(String(details[date])))
  if (from === undefined || to === undefined) return null
  const days = { from: dayMonth(from, language), to: dayMonth(to, language) }
  const version = details['calendar']
  return typeof version !== 'string' || version === details['calendarBefore']
    ? say('guest.notice.movedByReading', days)
    : say('guest.notice.movedByCalendar', { ...days, version })
}

/** Under this name the desk itself acts; nobody needs to be told that. */
const PROGRAM = 'Qabyl'

function notesOf({ details, cause }: TimelineEntry, kind: Kind, words: Words): readonly string[] {
  const { say } = words
  const notes: string[] = [...changeNotes(details, words), ...paperNotes(details, words)]
  if (kind === 'corrected') {
    const revision = Number(details['revision'] ?? 0)
    if (revision > 1) notes.push(say('guest.notice.revisionKept', { revision }))
    const missing = String(details['missing'] ?? '').split(' ')
    const fields = REQUIRED_FIELDS.filter((field) => missing.includes(field)).map((field) => say(`missing.${field}`))
    if (fields.length > 0) notes.push(say('guest.notice.stillMissing', { fields: fields.join(', ') }))
  }
  if (kind === 'not_sent' || kind === 'outcome_unknown' || kind === 'rejected' || kind === 'woken') {
    if (cause !== null) notes.push(say(`causes.${cause}.meaning`))
  }
  const reason = details['reason']
  if (typeof reason === 'string' && reason !== '')
    notes.push(say('guest.notice.reason', { reason: reasonInWords(reason, words) }))
  return notes
}

/** The covering list it went with, and the day of the stamp, which may be another than that of the entry. */
function paperNotes({ list, stampedOn }: TimelineEntry['details'], { say, language }: Words): readonly string[] {
  const day = parseCalendarDate(String(stampedOn ?? ''))
  return [
    ...(typeof list === 'string' ? [say('paper.lists.number', { number: list })] : []),
    ...(day === undefined ? [] : [say('paper.proof.stamped', { day: longDay(day, language) })]),
  ]
}

/** What was changed: the days, the room and the booking from what to what, other fields by name alone. */
function changeNotes(details: TimelineEntry['details'], words: Words): readonly string[] {
  const { say, language } = words
  const notes: string[] = []
  const told = new Set<string>()
  const pairs = [
    ['departureDate', 'departureBefore', 'departureChanged'],
    ['room', 'roomBefore', 'roomChanged'],
    ['reservation', 'reservationBefore', 'bookingChanged'],
  ] as const
  for (const [field, before, wording] of pairs) {
    if (!(before in details) || !(field in details)) continue
    const [from, to] = [details[before], details[field]].map((value) => valueInWords(value, words))
    notes.push(say(`guest.notice.${wording}`, { from: from ?? '', to: to ?? '' }))
    told.add(field)
  }
  const departedOn = parseCalendarDate(String(details['departedOn'] ?? ''))
  if (departedOn !== undefined) notes.push(say('guest.notice.departedOn', { day: dayMonth(departedOn, language) }))
  const names = String(details['changed'] ?? '').split(' ')
  const fields = names.filter((name) => name !== '' && !told.has(name)).map((name) => fieldName(name, words))
  if (fields.length > 0) notes.push(say('guest.notice.changed', { fields: fields.join(', ') }))
  return notes
}

function valueInWords(value: TimelineEntry['details'][string] | undefined, { say, language }: Words): string {
  if (value === null || value === undefined || value === '') return say('common.none')
  const day = parseCalendarDate(String(value))
  return day === undefined ? String(value) : dayMonth(day, language)
}

/** What the desk writes where the law itself asks for no notice. */
export const CITIZEN_REASON = 'citizen_of_kazakhstan'
/** What it writes where the property takes the registration by day 30 to stand instead. */
export const REGISTERED_REASON = 'registered_instead'

/** Why a notice was closed: a person's own words, or the rule it was closed by. */
export function reasonInWords(reason: string, { say }: Pick<Words, 'say'>): string {
  switch (reason) {
    case CITIZEN_REASON:
      return say('guest.notice.citizenReason')
    case REGISTERED_REASON:
      return say('guest.notice.registeredReason')
    default:
      return reason
  }
}
