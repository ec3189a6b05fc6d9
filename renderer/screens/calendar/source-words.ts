import { assertNever } from '#shared/domain/assert-never.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear, WatchedDay } from '#shared/regulation/calendar/calendar-year.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'
import type { Words } from '../../i18n/use-words.ts'

/** A text of a calendar: in the language of the screen where it is known in it, otherwise as its author wrote it. */
export interface AuthoredText {
  readonly text: string
  /** Language of the text when it is not that of the screen. */
  readonly lang: string | undefined
}

/** How far the source of a year carries and what is known about it. The years of the program are worded here; any other speaks for itself. */
export function noteInWords(content: CalendarYear, words: Words): AuthoredText {
  const { say } = words
  const own = { text: content.confidenceNote, lang: undefined }
  const builtIn = BUILT_IN_YEARS.find(({ confidenceNote }) => confidenceNote === content.confidenceNote)
  if (builtIn === undefined) return isStarted(content) ? { text: say('calendarScreen.notes.started'), lang: undefined } : own
  switch (builtIn.year) {
    case 2024:
      return { text: say('calendarScreen.notes.y2024'), lang: undefined }
    case 2025:
      return { text: say('calendarScreen.notes.y2025'), lang: undefined }
    case 2026:
      return { text: say('calendarScreen.notes.y2026'), lang: undefined }
    case 2027:
      return { text: say('calendarScreen.notes.y2027'), lang: undefined }
    default:
      return { text: content.confidenceNote, lang: 'en' }
  }
}

/** Act or publication the days come from: a name, and names are not translated. */
export function sourceInWords(content: CalendarYear, { say }: Words): AuthoredText {
  const isComputed = content.source === startYear(content.year).source
  if (isComputed) return { text: say('calendarScreen.notes.startedSource'), lang: undefined }
  const isBuiltIn = BUILT_IN_YEARS.some(({ source }) => source === content.source)
  return { text: content.source, lang: isBuiltIn ? 'en' : undefined }
}

/** What other publications say of a watched day, and what is counted here. */
export function watchedInWords(watched: WatchedDay, { language }: Words): Pick<WatchedDay, 'was' | 'now'> {
  const builtIn = BUILT_IN_YEARS.some(({ watch }) =>
    watch.some(({ date, was, now }) => date === watched.date && was === watched.was && now === watched.now),
  )
  const worded: Readonly<Record<string, Pick<WatchedDay, 'was' | 'now'>>> = CATALOGUES[language].calendarScreen.watch.days
  return (builtIn ? worded[watched.date] : undefined) ?? watched
}

function isStarted(content: CalendarYear): boolean {
  return content.confidenceNote === startYear(content.year).confidenceNote
}

export type YearStatus = CalendarYear['status'] | 'none'

/** `официальный`, `прогноз`, `нет данных`. */
export function statusInWords(status: YearStatus, { say }: Words): string {
  switch (status) {
    case 'official':
      return say('calendarScreen.panel.official')
    case 'forecast':
      return say('calendarScreen.forecast')
    case 'none':
      return say('calendarScreen.noData')
    default:
      return assertNever(status)
  }
}
