import type { Notice } from '#shared/contract/schemas.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import { type StateOfNotice, stateInWords } from '../../components/state-tag.tsx'
import { lookOf, type StateLook } from '../../components/tone.ts'
import type { Words } from '../../i18n/use-words.ts'
import { isExpected, type Standing } from './standing.ts'

/** The state as the queue shows it: a ready notice says what it waits for instead of "ready". */
export function stateInQueue(
  notice: StateOfNotice & Pick<Notice, 'arrivalAt'>,
  standing: Standing,
  words: Words,
): StateLook & { readonly text: string } {
  const { say } = words
  const look = lookOf(notice.state)
  if (notice.state !== 'ready') return { ...look, text: stateInWords(notice, words, standing.zone) }
  if (isFiledByHand(standing.channel)) return { tone: 'ready', icon: 'hand', text: say('stateNotes.forPerson') }
  if (isExpected(notice, standing)) return { ...look, text: say('states.ready') }
  switch (standing.connection.state) {
    case 'paused':
      return { tone: 'deferred', icon: 'pause', text: say('stateNotes.paused') }
    case 'unreachable':
    case 'sign_in_refused':
      return { tone: 'deferred', icon: 'clock', text: say('stateNotes.awaitsLine') }
    case 'held':
      return { tone: 'deferred', icon: 'clock', text: say('shell.connection.held') }
    case 'online':
    case 'unknown':
    case 'by_hand':
      return notice.nextAttemptAt === null
        ? { ...look, text: say('states.ready') }
        : { tone: 'deferred', icon: 'clock', text: stateInWords(notice, words, standing.zone) }
  }
}
