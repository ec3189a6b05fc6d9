import type { Foreseen } from '#shared/contract/guest-act-schemas.ts'
import type { DutyView } from '#shared/contract/law-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import { type ChannelId, isFiledByHand } from '#shared/domain/channel.ts'
import { dayMonth, weekdayDay } from '#shared/i18n/dates.ts'
import type { IconName } from '../../../components/icon.tsx'
import type { Tone } from '../../../components/tone.ts'
import type { Words } from '../../../i18n/use-words.ts'

/** One thing an act leaves behind, in words. */
export interface ForeseenLine {
  readonly key: string
  readonly icon: IconName
  readonly tone: Tone
  readonly text: string
  /** By when; `null` where nothing is owed by it. */
  readonly due: string | null
  /** How sure the date is, and whom it is about where that is not plain. */
  readonly notes: readonly string[]
}

/** What becomes of the notices, the same thing said once for everybody it happens to. */
export function foreseenLines(
  foreseen: Pick<Foreseen, 'notices'>,
  { guestId, channel, words }: { readonly guestId: string; readonly channel: ChannelId; readonly words: Words },
): readonly ForeseenLine[] {
  const groups = new Map<string, Foreseen['notices'][number][]>()
  for (const change of foreseen.notices) {
    const key = `${change.effect} ${change.notice.kind} ${isByHand(change.notice, channel)}`
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups].flatMap(([key, changes]) => {
    const [first] = changes
    return first === undefined ? [] : [lineOf(key, first, changes, guestId, channel, words)]
  })
}

function lineOf(
  key: string,
  { effect, notice }: Foreseen['notices'][number],
  all: Foreseen['notices'],
  guestId: string,
  channel: ChannelId,
  { say, language }: Words,
): ForeseenLine {
  const byHand = isByHand(notice, channel)
  const wording = effect === 'made' && byHand ? 'byHand' : effect
  const isWithdrawn = effect === 'withdrawn'
  const isAboutHim = all.length === 1 && notice.guestId === guestId
  return {
    key,
    icon: isWithdrawn ? 'close' : byHand ? 'pen' : 'send',
    tone: isWithdrawn ? 'quiet' : byHand ? 'handover' : 'ready',
    text: say(`guestActs.foreseen.${wording}.${notice.kind}`),
    due:
      isWithdrawn || notice.actBy === null ? null : say('guestActs.foreseen.due', { day: weekdayDay(notice.actBy, language) }),
    notes: [
      ...(isWithdrawn || notice.kind === 'arrival' || notice.actBy === null
        ? []
        : [say(notice.kind === 'departure' ? 'guestActs.foreseen.dueAdvisory' : 'guestActs.foreseen.dueOpen')]),
      ...(isAboutHim ? [] : [all.map(({ notice: { displayName } }) => displayName).join(', ')]),
    ],
  }
}

/** A person files it: the property's channel is a person, or has no word for it. */
function isByHand({ state }: Pick<Notice, 'state'>, channel: ChannelId): boolean {
  return isFiledByHand(channel) || state === 'handover'
}

/** One line of "now / then". */
export interface ChangedClock {
  readonly key: string
  readonly name: string
  readonly before: string
  readonly after: string
}

interface StayAt {
  readonly departure: CalendarDate | null
  readonly duties: readonly DutyView[]
}

/** What an act moves besides the notices: the departure with its nights, and every clock that says something else than before. */
export function changedClocks(arrival: CalendarDate, before: StayAt, after: StayAt, words: Words): readonly ChangedClock[] {
  const { say } = words
  const departures = {
    key: 'departure',
    name: say('fields.departureDate'),
    before: departureInWords(arrival, before.departure, words),
    after: departureInWords(arrival, after.departure, words),
  }
  const kinds = [...new Set([...before.duties, ...after.duties].filter(({ isFollowed }) => isFollowed).map(({ kind }) => kind))]
  const clocks = kinds.map((kind) => ({
    key: kind,
    name: say(`duties.kinds.${kind}.name`),
    before: clockInWords(
      before.duties.find((duty) => duty.kind === kind),
      words,
    ),
    after: clockInWords(
      after.duties.find((duty) => duty.kind === kind),
      words,
    ),
  }))
  return [departures, ...clocks].filter((row) => row.before !== row.after)
}

function departureInWords(arrival: CalendarDate, departure: CalendarDate | null, { say, language }: Words): string {
  if (departure === null) return say('common.unknown')
  return `${weekdayDay(departure, language)}, ${say('time.nights', { count: daysBetween(arrival, departure) })}`
}

function clockInWords(duty: DutyView | undefined, { say, language }: Words): string {
  if (duty === undefined) return say('guestActs.foreseen.none')
  if (duty.state === 'waiting') return say('guestActs.foreseen.notCounted')
  if (duty.notes.includes('leaves_before_due')) return say('guestActs.foreseen.notReached')
  const until = say('guest.clocks.until', { day: dayMonth(duty.strictDue, language) })
  return duty.explanation.kind === 'window'
    ? `${until}, ${say('guest.clocks.usedOf', { used: String(duty.explanation.usedDays), allowed: String(duty.explanation.maxDays) })}`
    : until
}
