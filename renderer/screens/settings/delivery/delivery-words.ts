import type { DeliveryContent, DeliveryEntry, DeliveryState } from '#shared/contract/delivery-schemas.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import type { Words } from '#shared/i18n/words.ts'
import type { IconName } from '../../../components/icon.tsx'
import type { Tone } from '../../../components/tone.ts'

const LOOKS: Readonly<Record<DeliveryState, { readonly icon: IconName; readonly tone: Tone }>> = {
  waiting: { icon: 'clock', tone: 'deferred' },
  sending: { icon: 'turn', tone: 'sending' },
  done: { icon: 'ok', tone: 'accepted' },
  failed: { icon: 'alert', tone: 'rejected' },
  withdrawn: { icon: 'ok', tone: 'quiet' },
}

interface StateTag {
  readonly icon: IconName
  readonly tone: Tone
  readonly text: string
  /** Why, and what to do; `null` = nothing to say. */
  readonly why: string | null
}

type Standing = Pick<DeliveryEntry, 'state' | 'cause' | 'mayHaveArrived' | 'attempts'>

/** How a delivery stands, in words. */
export function stateTag({ state, cause, mayHaveArrived, attempts }: Standing, { say }: Pick<Words, 'say'>): StateTag {
  const tries = attempts > 1 ? ` · ${say('delivery.attempts', { count: attempts })}` : ''
  const why = [
    ...(cause === null ? [] : [say(`delivery.causes.${cause}`)]),
    ...(mayHaveArrived ? [say('delivery.mayHaveArrived')] : []),
  ]
  return { ...LOOKS[state], text: `${say(`delivery.states.${state}`)}${tries}`, why: why.length === 0 ? null : why.join(' ') }
}

/** What was delivered. Counts and dates only. */
export function contentInWords(content: DeliveryContent, { say, language }: Pick<Words, 'say' | 'language'>): string {
  switch (content.kind) {
    case 'day_report':
      return `${say('delivery.kinds.day_report', { day: dayMonth(content.date, language) })} · ${content.format.toUpperCase()}`
    case 'summary': {
      const [from, to] = [dayMonth(content.from, language), dayMonth(content.to, language)]
      return `${say('delivery.kinds.summary', { from, to })} · ${content.format.toUpperCase()}`
    }
    case 'warning': {
      const { overdue, today, tomorrow } = content
      const counts = [
        ...(overdue > 0 ? [say('delivery.message.warning.shortOverdue', { number: overdue })] : []),
        ...(today > 0 ? [say('delivery.message.warning.shortToday', { number: today })] : []),
        ...(tomorrow > 0 ? [say('delivery.message.warning.shortTomorrow', { number: tomorrow })] : []),
      ]
      return say('delivery.kinds.warning', { counts: counts.join(', ') })
    }
    case 'solved':
      return say('delivery.kinds.solved')
    case 'test':
      return say('delivery.kinds.test')
  }
}
