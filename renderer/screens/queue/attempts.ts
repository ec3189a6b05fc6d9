import type { z } from 'zod'
import type { guestDetailSchema, timelineEntrySchema } from '#shared/contract/schemas.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import type { Words } from '../../i18n/use-words.ts'

type TimelineEntry = z.infer<typeof timelineEntrySchema>
export type GuestDetail = z.infer<typeof guestDetailSchema>
type Outcome = keyof typeof ru.line.attempts.outcomes

/** One call to the service about one notice. */
export interface Call {
  readonly id: string
  readonly kind: 'send' | 'look_up'
  readonly number: number
  readonly startedAt: IsoInstant
  /** `null` = under way, or the program ended meanwhile. */
  readonly endedAt: IsoInstant | null
  readonly outcome: string | null
  readonly cause: TimelineEntry['cause']
  /** What was said on the wire, personal data crossed out; `null` when nothing was. */
  readonly raw: string | null
}

/** The calls about one notice of a guest, newest first. */
export function callsOf(detail: GuestDetail, noticeId: string): readonly Call[] {
  const followUp = detail.followUps.find(({ notice }) => notice.id === noticeId)
  const timeline = followUp?.timeline ?? (detail.notice.id === noticeId ? detail.timeline : [])
  return timeline.flatMap((entry) => (entry.kind === 'attempt' || entry.kind === 'look_up' ? [callOf(entry)] : [])).toReversed()
}

function callOf({ id, at, kind, cause, details, raw }: TimelineEntry): Call {
  const { number, endedAt, outcome } = details
  return {
    id,
    kind: kind === 'attempt' ? 'send' : 'look_up',
    number: Number(number ?? 1),
    startedAt: at,
    endedAt: typeof endedAt === 'string' ? endedAt : null,
    outcome: typeof outcome === 'string' ? outcome : null,
    cause,
    raw,
  }
}

/** How a call ended: `ушло, ответа нет: связь оборвалась после отправки`. */
export function outcomeInWords(
  { outcome, cause }: Pick<Call, 'outcome' | 'cause'>,
  isUnderWay: boolean,
  { say }: Words,
): string {
  const why = cause === null ? say('common.unknown') : say(`causes.${cause}.short`)
  if (outcome === null) return isUnderWay ? say('line.attempts.running') : say('line.attempts.outcomes.interrupted')
  switch (outcome as Outcome) {
    case 'notSent':
      // The words for what broke speak of data that left; these did not.
      return say('line.attempts.outcomes.notSent', {
        cause: cause !== null && LEFT.includes(cause) ? say('queue.reasons.notLeft') : why,
      })
    case 'unknown':
      return say('line.attempts.outcomes.unknown', { cause: why })
    case 'no_answer':
      return say('line.attempts.outcomes.no_answer', { cause: why })
    case 'accepted':
    case 'deferred':
    case 'rejected':
    case 'duplicate':
    case 'needsHuman':
    case 'present':
    case 'absent':
    case 'interrupted':
      return say(`line.attempts.outcomes.${outcome as Exclude<Outcome, 'notSent' | 'unknown' | 'no_answer'>}`)
  }
}

const LEFT: readonly TimelineEntry['cause'][] = ['timeout', 'connection_cut', 'server_error', 'unreadable_answer']

/** Seconds from beginning to end, with one decimal below ten; `null` while it lasts or where the clock was set meanwhile. */
export function secondsOf({ startedAt, endedAt }: Pick<Call, 'startedAt' | 'endedAt'>, language: Language): string | null {
  if (endedAt === null) return null
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
  if (seconds < 0 || seconds > 3_600) return null
  if (seconds >= 10) return String(Math.round(seconds))
  const short = Math.max(seconds, 0.1).toFixed(1)
  return language === 'en' ? short : short.replace('.', ',')
}
