import type { Status } from '#shared/contract/schemas.ts'
import { localTime, sinceTime, untilTime } from '#shared/i18n/dates.ts'
import { useStatus, useZone } from '../client/use-status.ts'
import type { IconName } from '../components/icon.tsx'
import type { Tone } from '../components/tone.ts'
import { useWords, type Words } from '../i18n/use-words.ts'
import { Vital } from './vital.tsx'

type Connection = Status['connection']

const LOOKS: Readonly<
  Record<Connection['state'], { readonly icon: IconName; readonly tone: Tone; readonly isAlarm: boolean }>
> = {
  online: { icon: 'line', tone: 'accepted', isAlarm: false },
  by_hand: { icon: 'hand', tone: 'handover', isAlarm: false },
  unknown: { icon: 'line', tone: 'quiet', isAlarm: false },
  paused: { icon: 'pause', tone: 'today', isAlarm: true },
  held: { icon: 'clock', tone: 'today', isAlarm: true },
  unreachable: { icon: 'lineCut', tone: 'overdue', isAlarm: true },
  sign_in_refused: { icon: 'lock', tone: 'overdue', isAlarm: true },
}

export function ConnectionVital() {
  const { connection } = useStatus()
  const zone = useZone()
  const words = useWords()
  const look = LOOKS[connection.state]
  return (
    <Vital label={words.say('shell.vitals.connection')} icon={look.icon} tone={look.tone} isAlarm={look.isAlarm}>
      {connectionInWords(connection, zone, words)}
    </Vital>
  )
}

function connectionInWords(connection: Connection, zone: string, { say, language }: Words): string {
  if (connection.state === 'unreachable' && connection.since !== null)
    return say('shell.connection.unreachableSince', { since: sinceTime(localTime(connection.since, zone), language) })
  if (connection.state === 'held' && connection.nextProbeAt !== null)
    return say('shell.connection.heldUntil', { until: untilTime(localTime(connection.nextProbeAt, zone), language) })
  return say(`shell.connection.${connection.state}`)
}
