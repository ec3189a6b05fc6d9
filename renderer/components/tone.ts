import { assertNever } from '#shared/domain/assert-never.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import type { IconName } from './icon.tsx'

/** Colour of a state, as the tokens name it. Never shown without an icon and a word. */
export const TONES = [
  'overdue',
  'today',
  'ready',
  'sending',
  'deferred',
  'unknown',
  'rejected',
  'handover',
  'accepted',
  'incomplete',
  'quiet',
] as const
export type Tone = (typeof TONES)[number]

export interface StateLook {
  readonly tone: Tone
  readonly icon: IconName
}

/** How each state of a notice looks, everywhere. */
export function lookOf(state: NotificationState): StateLook {
  switch (state) {
    case 'citizenship_unknown':
      return { tone: 'unknown', icon: 'globe' }
    case 'incomplete':
      return { tone: 'incomplete', icon: 'gap' }
    case 'ready':
      return { tone: 'ready', icon: 'send' }
    case 'leased':
      return { tone: 'handover', icon: 'user' }
    case 'handover':
      return { tone: 'handover', icon: 'pen' }
    case 'sending':
      return { tone: 'sending', icon: 'turn' }
    case 'unknown':
      return { tone: 'unknown', icon: 'ask' }
    case 'deferred':
      return { tone: 'deferred', icon: 'clock' }
    case 'duplicate':
      return { tone: 'unknown', icon: 'copy' }
    case 'rejected':
      return { tone: 'rejected', icon: 'stop' }
    case 'accepted':
    case 'filed_elsewhere':
      return { tone: 'accepted', icon: 'ok' }
    case 'not_required':
    case 'cancelled':
      return { tone: 'quiet', icon: 'ok' }
    default:
      return assertNever(state)
  }
}
