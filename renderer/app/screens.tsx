import type { ReactNode } from 'react'
import type { ru } from '#shared/i18n/ru/index.ts'
import type { Shortcut } from '../commands/command.ts'
import type { IconName } from '../components/icon.tsx'
import { Calendar } from '../screens/calendar/calendar.tsx'
import { CheckIn } from '../screens/check-in/check-in.tsx'
import { EndOfDay } from '../screens/end-of-day/end-of-day.tsx'
import { Guest } from '../screens/guest/guest.tsx'
import { Guests } from '../screens/guests/guests.tsx'
import { Help } from '../screens/help/help.tsx'
import { InHouse } from '../screens/in-house/in-house.tsx'
import { Queue } from '../screens/queue/queue.tsx'
import { Rules } from '../screens/rules/rules.tsx'
import { Settings } from '../screens/settings/settings.tsx'
import { Today } from '../screens/today/today.tsx'

/** One screen of the desk. Adding a screen is adding its record here. */
export interface Screen {
  /** Route pattern (wouter). */
  readonly path: string
  readonly element: ReactNode
  /** Its place on the rail; a screen reached only from others has none. */
  readonly rail?: {
    readonly word: 'today' | 'checkIn' | 'guests' | 'queue' | 'endOfDay' | 'calendar' | 'rules' | 'settings' | 'help'
    /** `work` stands at the top; `reference`, opened now and then, at the foot. */
    readonly group: 'work' | 'reference'
    readonly icon: IconName
    readonly shortcut: Shortcut
    readonly command: keyof typeof ru.commands
    readonly inFooter?: boolean
    /** Other routes that belong to the same place. */
    readonly alsoFor?: string
  }
}

export const SCREENS: readonly Screen[] = [
  {
    path: '/',
    element: <Today />,
    rail: { word: 'today', group: 'work', icon: 'board', shortcut: { code: 'KeyT', after: 'KeyG' }, command: 'toToday' },
  },
  {
    path: '/check-in',
    element: <CheckIn />,
    rail: { word: 'checkIn', group: 'work', icon: 'arrive', shortcut: { code: 'KeyN' }, command: 'toCheckIn', inFooter: true },
  },
  {
    path: '/guests',
    element: <Guests />,
    rail: {
      word: 'guests',
      group: 'work',
      icon: 'guests',
      shortcut: { code: 'KeyP', after: 'KeyG' },
      command: 'toGuests',
      alsoFor: '/guest/',
    },
  },
  { path: '/in-house', element: <InHouse /> },
  { path: '/guest/:noticeId', element: <Guest /> },
  {
    path: '/queue',
    element: <Queue />,
    rail: {
      word: 'queue',
      group: 'work',
      icon: 'queue',
      shortcut: { code: 'KeyQ', after: 'KeyG' },
      command: 'toQueue',
      alsoFor: '/queue/',
    },
  },
  { path: '/queue/:noticeId', element: <Queue /> },
  {
    path: '/end-of-day',
    element: <EndOfDay />,
    rail: {
      word: 'endOfDay',
      group: 'work',
      icon: 'moon',
      shortcut: { code: 'KeyE', after: 'KeyG' },
      command: 'toEndOfDay',
      alsoFor: '/end-of-day/',
    },
  },
  { path: '/end-of-day/:place', element: <EndOfDay /> },
  {
    path: '/calendar',
    element: <Calendar />,
    rail: {
      word: 'calendar',
      group: 'reference',
      icon: 'calendar',
      shortcut: { code: 'KeyC', after: 'KeyG' },
      command: 'toCalendar',
      alsoFor: '/calendar/',
    },
  },
  { path: '/calendar/:place', element: <Calendar /> },
  {
    path: '/rules',
    element: <Rules />,
    rail: {
      word: 'rules',
      group: 'reference',
      icon: 'book',
      shortcut: { code: 'KeyR', after: 'KeyG' },
      command: 'toRules',
      alsoFor: '/rules/',
    },
  },
  { path: '/rules/:section', element: <Rules /> },
  {
    path: '/settings',
    element: <Settings />,
    rail: {
      word: 'settings',
      group: 'reference',
      icon: 'settings',
      shortcut: { code: 'KeyS', after: 'KeyG' },
      command: 'toSettings',
      alsoFor: '/settings/',
    },
  },
  { path: '/settings/:section', element: <Settings /> },
  {
    path: '/help',
    element: <Help />,
    rail: { word: 'help', group: 'reference', icon: 'ask', shortcut: { code: 'F1' }, command: 'toHelp', alsoFor: '/help/' },
  },
  { path: '/help/:article', element: <Help /> },
]
