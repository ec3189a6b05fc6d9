import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Closing } from './closing/use-closing.ts'
import { pathOfPlace } from './report-place.ts'

interface DayKeysOptions {
  readonly date: CalendarDate
  /** Where the days end that have a report. */
  readonly first: CalendarDate
  readonly last: CalendarDate
  /** `null` = this day is not to be closed now. */
  readonly closing: Closing | null
}

/** There the key belongs to what is being filled in. */
function isInForm(): boolean {
  return document.activeElement?.closest('form') != null
}

/** Neighbouring days, and closing the one on screen. */
export function useDayKeys({ date, first, last, closing }: DayKeysOptions): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const step = closing?.step ?? null
  const hasClosing = closing !== null
  const mayNot = closing?.mayNot ?? null
  const { begin, leave } = closing ?? {}
  useCommands(
    useMemo<readonly Command[]>(() => {
      const go = (days: number) => () => navigate(pathOfPlace({ what: 'day', date: addDays(date, days) }))
      const neighbours: readonly Command[] = [
        {
          id: 'end-of-day.before',
          name: say('endOfDay.keys.neighbours'),
          shortcut: { code: 'BracketLeft' },
          caps: '[ ]',
          inFooter: true,
          isEnabled: () => date > first,
          run: go(-1),
        },
        {
          id: 'end-of-day.after',
          name: say('endOfDay.keys.neighbours'),
          shortcut: { code: 'BracketRight' },
          isEnabled: () => date < last,
          run: go(1),
          isUnlisted: true,
        },
      ]
      if (!hasClosing) return neighbours
      return [
        {
          // Pressed twice it does not confirm: who was asked answers with Enter, on the button that has the focus.
          id: 'end-of-day.close',
          name: say('endOfDay.keys.close'),
          shortcut: { code: 'Enter', ctrl: true },
          inFooter: mayNot === null,
          isUnlisted: mayNot !== null,
          isEnabled: () => mayNot === null && step === 'idle' && !isInForm(),
          whyNot: () => (mayNot === null ? null : say(`endOfDay.close.${mayNot === 'role' ? 'role' : 'readOnly'}`)),
          run: () => begin?.(),
        },
        {
          id: 'end-of-day.leave',
          name: say('common.cancel'),
          shortcut: { code: 'Escape' },
          isEnabled: () => step === 'asked',
          run: () => leave?.(),
          isUnlisted: true,
        },
        ...neighbours,
      ]
    }, [say, navigate, date, first, last, hasClosing, mayNot, step, begin, leave]),
  )
}
