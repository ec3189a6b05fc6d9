import type { Say } from '#renderer/i18n/use-words.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import type { TranslationOf } from '#shared/i18n/catalogue.ts'

/**
 * Checked by the compiler, never run: each line marked as an error must be one, or the type check of the tests fails.
 */
export function messagesThatCompile(say: Say, state: NotificationState): readonly string[] {
  return [
    say('today.title'),
    say(`states.${state}`),
    say('stateNotes.retry', { at: 'в 14:52' }),
    say('time.moment.workingDays', { count: 2 }),
    // @ts-expect-error there is no such message
    say('today.titel'),
    // @ts-expect-error the variable is forgotten
    say('stateNotes.retry'),
    // @ts-expect-error the variable is misspelt
    say('stateNotes.retry', { on: 'в 14:52' }),
  ]
}

const source = {
  title: 'Заезд',
  from: 'с {{day}}',
  nights_one: '{{count}} ночь',
  nights_few: '',
  nights_many: '',
  nights_other: '',
} as const
type Translation = TranslationOf<typeof source>

export const complete = {
  title: 'Check-in',
  from: 'from {{day}}',
  nights_one: 'one night',
  nights_other: '{{count}} nights',
} satisfies Translation

// @ts-expect-error a message is missing
export const withoutTitle = { from: 'from {{day}}', nights_one: '', nights_other: '' } satisfies Translation

// @ts-expect-error a variable is missing
export const withoutVariable = { title: '', from: 'from then', nights_one: '', nights_other: '' } satisfies Translation

// @ts-expect-error a message nobody asked for
export const withExtra = { title: '', from: '{{day}}', nights_one: '', nights_other: '', more: '' } satisfies Translation
