import type { Notice } from '#shared/contract/schemas.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import { atTime, localTime } from '#shared/i18n/dates.ts'
import type { IconName } from '../../../components/icon.tsx'
import { happenedAt } from '../../../i18n/moments.ts'
import type { Words } from '../../../i18n/use-words.ts'
import { type Call, outcomeInWords } from '../attempts.ts'
import type { Standing } from '../standing.ts'

interface Known {
  readonly icon: IconName
  readonly text: string
}

/** What is known about a notice whose fate is not: that it left, what happened then, when it was asked about, when it will be. */
export function unknownStory(notice: Notice, calls: readonly Call[], standing: Standing, words: Words): readonly Known[] {
  const { say } = words
  const at = (instant: string) => happenedAt(instant, standing.today, standing.zone, words)
  const sent = calls.find(({ kind }) => kind === 'send')
  const asked = calls.find(({ kind }) => kind === 'look_up')
  const story: Known[] = []
  if (sent !== undefined) story.push({ icon: 'send', text: say('decide.unknown.sent', { at: at(sent.startedAt) }) })
  if (notice.cause !== null)
    story.push({ icon: 'lineCut', text: say('decide.unknown.happened', { cause: say(`causes.${notice.cause}.short`) }) })
  if (isFiledByHand(standing.channel)) return story
  story.push({
    icon: 'ask',
    text:
      asked === undefined
        ? say('decide.unknown.askedNever')
        : say('decide.unknown.asked', { at: at(asked.startedAt), outcome: outcomeInWords(asked, false, words) }),
  })
  return [...story, { icon: 'clock', text: nextQuestion(notice, standing, words) }]
}

function nextQuestion({ cause, nextAttemptAt }: Notice, { connection, zone }: Standing, { say, language }: Words): string {
  if (cause === 'program_error') return say('decide.unknown.nextByYou')
  const at = connection.state === 'online' ? nextAttemptAt : connection.nextProbeAt
  if (at !== null) return say('decide.unknown.next', { at: atTime(localTime(at, zone), language) })
  return connection.state === 'online' ? say('decide.unknown.nextNow') : say('decide.unknown.nextOnline')
}
