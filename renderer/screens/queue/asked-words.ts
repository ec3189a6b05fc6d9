import type { Notice } from '#shared/contract/schemas.ts'
import type { Words } from '../../i18n/use-words.ts'

/** What the service, asked about one notice, made of it. */
export function askedInWords({ state, displayName: name }: Pick<Notice, 'state' | 'displayName'>, { say }: Words): string {
  switch (state) {
    case 'accepted':
    case 'deferred':
    case 'rejected':
    case 'duplicate':
      return say(`decide.asked.${state}`, { name })
    case 'ready':
    case 'sending':
      return say('decide.asked.absent', { name })
    default:
      return say('decide.asked.still', { name })
  }
}
