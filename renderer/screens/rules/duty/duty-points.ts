import type { z } from 'zod'
import type { deadlineSchema, Rules } from '#shared/contract/law-schemas.ts'
import { daysBetween } from '#shared/domain/calendar-date.ts'
import { tenge } from '#shared/i18n/numbers.ts'
import type { IconName } from '../../../components/icon.tsx'
import type { Words } from '../../../i18n/use-words.ts'
import { costThisYear } from './cost.ts'

export interface DutyPoint {
  readonly icon: IconName
  readonly title: string
  readonly text: string
}

/**
 * Whom, by when, what the channel adds, what it may cost: what a night clerk reads in one go. `today` is the deadline of a guest who
 * arrives now; without it nothing is said about the channel.
 */
export function dutyPoints(
  rules: Pick<Rules, 'exposure' | 'businessDate'>,
  today: Pick<z.infer<typeof deadlineSchema>, 'arrival' | 'channelCutoff'> | undefined,
  words: Words,
): readonly DutyPoint[] {
  const { say } = words
  return [
    { icon: 'guests', title: say('rules.duty.who.title'), text: say('rules.duty.who.text') },
    { icon: 'clock', title: say('rules.duty.when.title'), text: say('rules.duty.when.text') },
    ...(today === undefined ? [] : [channelPoint(today, words)]),
    costPoint(rules, words),
  ]
}

function channelPoint(
  { arrival, channelCutoff }: Pick<z.infer<typeof deadlineSchema>, 'arrival' | 'channelCutoff'>,
  { say }: Words,
): DutyPoint {
  if (channelCutoff === null)
    return { icon: 'external', title: say('rules.duty.noPortalLimit.title'), text: say('rules.duty.noPortalLimit.text') }
  const count = daysBetween(arrival, channelCutoff)
  return { icon: 'external', title: say('rules.duty.portal.title'), text: say('rules.duty.portal.text', { count }) }
}

function costPoint(rules: Pick<Rules, 'exposure' | 'businessDate'>, { say }: Words): DutyPoint {
  const { year, mci, amount } = costThisYear(rules)
  if (mci === 0) return { icon: 'shield', title: say('rules.duty.warning.title'), text: say('rules.duty.warning.text') }
  const kind = inSentence(say(`propertyKinds.${rules.exposure.kind}`))
  return {
    icon: 'shield',
    title: say('rules.duty.fine.title', { mci }),
    text:
      amount === null
        ? say('rules.duty.fine.textUnknown', { year: String(year), kind })
        : say('rules.duty.fine.text', { amount: tenge(amount), kind }),
  }
}

/** `Малый бизнес или ИП` inside a sentence: `малый бизнес или ИП`. */
function inSentence(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
