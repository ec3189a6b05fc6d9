import { useMemo } from 'react'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { useStatus } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { WorkingCopyAccess } from './working-copy.ts'
import { dayTowards } from './year-faces.ts'
import { focusDay, isOnSheet } from './year-sheet.tsx'

interface CalendarKeysOptions {
  readonly day: CalendarDate
  readonly copy: WorkingCopyAccess
  readonly canChange: boolean
  readonly onSelect: (day: CalendarDate) => void
  readonly onOpen: (day: CalendarDate) => void
  readonly onPreview: () => void
  readonly onImport: () => void
}

/** Arrows along the days, Page Up and Page Down along the years, a letter for each act. */
export function useCalendarKeys({ day, copy, canChange, onSelect, onOpen, onPreview, onImport }: CalendarKeysOptions): void {
  const { say } = useWords()
  const { businessDate: today } = useStatus()
  const { steps, form, removeLast, setForm } = copy
  const hasSteps = steps.length > 0
  const hasForm = form !== null
  useCommands(
    useMemo<readonly Command[]>(() => {
      const walk = (key: string) => () => {
        const target = dayTowards(day, key)
        if (target !== undefined) onSelect(target)
      }
      const arrow = (code: string): Command => ({
        id: `calendar.${code}`,
        name: say('calendarScreen.keys.walk'),
        shortcut: { code },
        isEnabled: isOnSheet,
        run: walk(code),
        isUnlisted: true,
      })
      const ofChanges: readonly Command[] = [
        {
          // On a day itself the key presses it; this is for when the keyboard is nowhere in particular.
          id: 'calendar.open',
          name: say('calendarScreen.keys.open'),
          shortcut: { code: 'Enter' },
          inFooter: true,
          isEnabled: isOnSheet,
          run: () => onOpen(day),
        },
        {
          id: 'calendar.import',
          name: say('calendarScreen.keys.import'),
          title: say('palette.titles.calendarFile'),
          shortcut: { code: 'KeyI' },
          inFooter: true,
          run: onImport,
        },
        {
          id: 'calendar.preview',
          name: say('calendarScreen.keys.preview'),
          shortcut: { code: 'KeyP' },
          isEnabled: () => hasSteps,
          run: onPreview,
        },
        {
          id: 'calendar.undo-step',
          name: say('calendarScreen.keys.undoStep'),
          shortcut: { code: 'KeyZ', ctrl: true },
          isEnabled: () => hasSteps && !hasForm,
          run: removeLast,
        },
        {
          id: 'calendar.close-form',
          name: say('common.cancel'),
          shortcut: { code: 'Escape' },
          isEnabled: () => hasForm || !isOnSheet(),
          run: () => {
            setForm(null)
            focusDay(day)
          },
          isUnlisted: true,
        },
      ]
      return [
        { ...arrow('ArrowLeft'), caps: '← ↑ ↓ →', inFooter: true, isUnlisted: false },
        arrow('ArrowRight'),
        arrow('ArrowUp'),
        arrow('ArrowDown'),
        {
          id: 'calendar.year-before',
          name: say('calendarScreen.keys.years'),
          shortcut: { code: 'PageUp' },
          caps: 'PgUp PgDn',
          inFooter: true,
          run: walk('PageUp'),
        },
        {
          id: 'calendar.year-after',
          name: say('calendarScreen.keys.years'),
          shortcut: { code: 'PageDown' },
          run: walk('PageDown'),
          isUnlisted: true,
        },
        {
          id: 'calendar.today',
          name: say('calendarScreen.keys.today'),
          title: say('palette.titles.calendarToday'),
          shortcut: { code: 'KeyT' },
          inFooter: true,
          run: () => onSelect(today),
        },
        ...(canChange ? ofChanges : []),
      ]
    }, [day, today, canChange, hasSteps, hasForm, removeLast, setForm, onSelect, onOpen, onPreview, onImport, say]),
  )
}
