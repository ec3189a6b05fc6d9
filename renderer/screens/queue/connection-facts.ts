import type { Line } from '#shared/contract/line-schemas.ts'
import type { Status } from '#shared/contract/schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { daysBetween } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { SLOW_ROUND_TRIP_MS } from '#shared/domain/round-trip.ts'
import { atTime, dayMonth, localDay, localTime, onDay, sinceTime, untilDay, untilTime } from '#shared/i18n/dates.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import type { IconName } from '../../components/icon.tsx'
import type { Tone } from '../../components/tone.ts'
import { duration, happenedAt } from '../../i18n/moments.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { Standing } from './standing.ts'

/** One fact about the channel; `alarm` = something a person has to do about it. */
export interface ConnectionFact {
  readonly name: keyof typeof ru.line.facts
  readonly text: string
  readonly alarm: { readonly icon: IconName; readonly tone: Tone } | null
}

/** A certificate is warned about so many days ahead: an office takes weeks to give a new one. */
const WARNED_AHEAD_DAYS = 30
/** A clock this far from the service's puts a deadline at midnight in doubt; the desk warns at the same distance. */
const TOLERATED_CLOCK_MINUTES = 5

/** What the channel is and how it stands, as the panel above the queue says it. `null` = not read yet. */
export function connectionFacts(
  { environment }: Pick<Status, 'environment'>,
  standing: Standing,
  line: Line | null,
  words: Words,
): readonly ConnectionFact[] {
  const { say } = words
  const facts: ConnectionFact[] = [
    {
      name: 'environment',
      text: environment === null ? say('common.unknown') : say(`line.environment.${environment}`),
      alarm: null,
    },
    serviceFact(standing, line, words),
  ]
  if (line !== null)
    facts.push({ name: 'answer', text: answerInWords(line, standing, words), alarm: null }, clockFact(line, words))
  const credential = credentialFact(standing, words)
  return credential === null ? facts : [...facts, credential]
}

function serviceFact(standing: Standing, line: Line | null, words: Words): ConnectionFact {
  const { say, language } = words
  const { connection, zone } = standing
  const { state, since, nextProbeAt } = connection
  const cause = connection.cause === null ? say('common.unknown') : say(`causes.${connection.cause}.short`)
  const start = since === null ? '' : sinceInWords(since, standing, words)
  const next = nextProbeAt === null ? null : say('line.service.next', { at: atTime(localTime(nextProbeAt, zone), language) })
  const fact = (text: string, alarm: ConnectionFact['alarm'] = null): ConnectionFact => ({ name: 'service', text, alarm })
  switch (state) {
    case 'online': {
      const slow = slowSeconds(line)
      if (slow !== null) return fact(say('line.service.slow', { seconds: slow }), { icon: 'clock', tone: 'today' })
      return fact(say('line.service.online', { since: start }).trim())
    }
    case 'unreachable': {
      const text = `${say('line.service.unreachable', { since: start, cause })}; ${next ?? say('line.service.nextNow')}`
      return fact(text, { icon: 'lineCut', tone: 'overdue' })
    }
    case 'held': {
      const until = nextProbeAt === null ? '' : untilTime(localTime(nextProbeAt, zone), language)
      return fact(say('line.service.held', { until, cause }), { icon: 'clock', tone: 'today' })
    }
    case 'paused':
      return fact(say('line.service.paused'), { icon: 'pause', tone: 'today' })
    case 'sign_in_refused':
      return fact(say('line.service.signIn'), { icon: 'lock', tone: 'overdue' })
    case 'unknown':
    case 'by_hand':
      return fact(say('line.service.unknown'))
    default:
      return assertNever(state)
  }
}

/** Of the last hour, where that is slow as the bar means it; `null` otherwise. */
function slowSeconds(line: Line | null): number | null {
  if (line === null || line.recentMedianMs === null) return null
  return line.recentMedianMs >= SLOW_ROUND_TRIP_MS ? Math.round(line.recentMedianMs / 1000) : null
}

function answerInWords({ lastAnswerAt }: Line, { today, zone }: Standing, words: Words): string {
  return lastAnswerAt === null ? words.say('line.noAnswerYet') : happenedAt(lastAnswerAt, today, zone, words)
}

function clockFact({ aheadOfServiceMs }: Line, words: Words): ConnectionFact {
  const { say } = words
  if (aheadOfServiceMs === null) return { name: 'clock', text: say('line.clock.unknown'), alarm: null }
  const minutes = Math.floor(Math.abs(aheadOfServiceMs) / 60_000)
  if (minutes === 0) return { name: 'clock', text: say('line.clock.same'), alarm: null }
  const off = say(aheadOfServiceMs > 0 ? 'line.clock.ahead' : 'line.clock.behind', { duration: duration(minutes, words) })
  if (minutes < TOLERATED_CLOCK_MINUTES) return { name: 'clock', text: off, alarm: null }
  return { name: 'clock', text: `${off}; ${say('line.clock.wrong')}`, alarm: { icon: 'alert', tone: 'overdue' } }
}

function credentialFact({ connection, today, zone }: Standing, { say, language }: Words): ConnectionFact | null {
  const { credentialExpiresAt } = connection
  if (credentialExpiresAt === undefined) return null
  const last = localDay(credentialExpiresAt, zone)
  const days = daysBetween(today, last)
  const on = onDay(last, language)
  if (days < 0)
    return { name: 'credential', text: say('line.credential.over', { day: on }), alarm: { icon: 'alert', tone: 'overdue' } }
  if (days > WARNED_AHEAD_DAYS)
    return { name: 'credential', text: say('line.credential.until', { until: untilDay(last, language) }), alarm: null }
  return {
    name: 'credential',
    text: say('line.credential.soon', { day: on, count: days }),
    alarm: { icon: 'alert', tone: 'today' },
  }
}

/** `с 14:43`; of another day `4 мая, с 14:43`. */
function sinceInWords(since: IsoInstant, { today, zone }: Standing, { language }: Words): string {
  const [day, start] = [localDay(since, zone), sinceTime(localTime(since, zone), language)]
  return day === today ? start : `${dayMonth(day, language)}, ${start}`
}
