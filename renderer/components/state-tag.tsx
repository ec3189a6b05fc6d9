import type { Notice } from '#shared/contract/schemas.ts'
import { atTime, localTime } from '#shared/i18n/dates.ts'
import { useZone } from '../client/use-status.ts'
import { useWords, type Words } from '../i18n/use-words.ts'
import { Tag } from './tag.tsx'
import { lookOf } from './tone.ts'

export type StateOfNotice = Pick<Notice, 'state' | 'nextAttemptAt' | 'lease'>

/** The state of a notice in words, with the circumstance that matters: who is filing it, when it is tried again. */
export function stateInWords(notice: StateOfNotice, { say, language }: Words, zone: string): string {
  if (notice.state === 'leased' && notice.lease !== null)
    return notice.lease.isMine ? say('stateNotes.leasedByMe') : say('stateNotes.leasedBy', { name: notice.lease.by })
  if (isWaitingForRetry(notice) && notice.nextAttemptAt !== null)
    return say('stateNotes.retry', { at: atTime(localTime(notice.nextAttemptAt, zone), language) })
  return say(`states.${notice.state}`)
}

/** Ready, but in back-off: it shows the clock and the time instead of "ready". */
export function isWaitingForRetry(notice: StateOfNotice): boolean {
  return notice.state === 'ready' && notice.nextAttemptAt !== null
}

interface StateTagProps {
  readonly notice: StateOfNotice
  readonly isPill?: boolean
}

export function StateTag({ notice, isPill = false }: StateTagProps) {
  const words = useWords()
  const zone = useZone()
  const look = isWaitingForRetry(notice) ? ({ tone: 'deferred', icon: 'clock' } as const) : lookOf(notice.state)
  return (
    <Tag icon={look.icon} tone={look.tone} isPill={isPill} isTurning={notice.state === 'sending'}>
      {stateInWords(notice, words, zone)}
    </Tag>
  )
}
