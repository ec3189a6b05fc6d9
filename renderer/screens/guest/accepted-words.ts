import type { Notice } from '#shared/contract/schemas.ts'
import { localDay, localTime } from '#shared/i18n/dates.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { endOfLocalDay } from '#shared/regulation/local-time.ts'
import { duration } from '../../i18n/moments.ts'
import type { Words } from '../../i18n/use-words.ts'

const MINUTES_OF_DAY = 24 * 60

export interface AcceptedOutcome {
  readonly text: string
  readonly isLate: boolean
}

/** How long before the deadline it was accepted: `принято за 14 ч 47 мин до срока`. */
export function acceptedInWords(
  notice: Pick<Notice, 'acceptedAt' | 'strictDue' | 'latestDue'>,
  reading: AlarmReading,
  zone: string,
  words: Words,
): AcceptedOutcome | null {
  const due = reading === 'strict' ? notice.strictDue : notice.latestDue
  if (notice.acceptedAt === null || due === null) return null
  const minutes = Math.floor((Date.parse(endOfLocalDay(due, zone)) - Date.parse(notice.acceptedAt)) / 60_000)
  if (minutes < 0) return { text: words.say('guest.accepted.late'), isLate: true }
  return { text: words.say('guest.accepted.before', { duration: spanInWords(minutes, words) }), isLate: false }
}

function spanInWords(minutes: number, words: Words): string {
  if (minutes < MINUTES_OF_DAY) return duration(minutes, words)
  return words.say('guest.accepted.daysHours', {
    days: Math.floor(minutes / MINUTES_OF_DAY),
    hours: Math.floor((minutes % MINUTES_OF_DAY) / 60),
  })
}

/** Under the due day of the strip, when it was accepted on that day: `срок, принято 09:12`. */
export function dueNote(
  notice: Pick<Notice, 'acceptedAt' | 'strictDue'>,
  zone: string,
  { say }: Pick<Words, 'say'>,
): string | undefined {
  if (notice.acceptedAt === null || localDay(notice.acceptedAt, zone) !== notice.strictDue) return undefined
  return say('guest.dueAccepted', { time: localTime(notice.acceptedAt, zone) })
}
