import { memo, useEffect, useRef } from 'react'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import { weekdayLong, weekdayShort } from '#shared/i18n/dates.ts'
import { join } from '../../components/join.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { DayFace } from './day-face.ts'
import { dayTowards, type MonthFaces } from './year-faces.ts'
import styles from './year-sheet.module.css'

/** Any Monday to Sunday: heads of the columns. */
const WEEK = ['01', '02', '03', '04', '05', '06', '07'].map((day) => calendarDate(`2024-01-${day}`))

interface YearSheetProps {
  readonly label: string
  readonly months: readonly MonthFaces[]
  readonly selected: CalendarDate
  readonly onSelect: (date: CalendarDate) => void
  /** Enter on a day, or a click while a form waits for a day. */
  readonly onOpen: (date: CalendarDate) => void
  /** A click is a choice already: a form waits for a day. */
  readonly isPicking: boolean
}

/**
 * The year on one sheet, as production calendars are printed. One day has the keyboard; the arrows walk from it through the whole year.
 */
export function YearSheet({ label, months, selected, onSelect, onOpen, isPicking }: YearSheetProps) {
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    const focused = document.activeElement
    const isFree = focused === null || focused === document.body
    if (months.length === 0 || !(isFree || sheet.current?.contains(focused))) return
    const day = document.getElementById(dayId(selected))
    day?.focus({ preventScroll: true })
    day?.scrollIntoView({ block: 'nearest' })
  }, [selected, months])
  return (
    <section ref={sheet} className={join(styles.sheet, isPicking && styles.picking)} aria-label={label} data-sheet="">
      {months.map((month) => (
        <MonthGrid
          key={month.month}
          month={month}
          selected={Number(selected.slice(5, 7)) === month.month ? selected : null}
          onSelect={onSelect}
          onOpen={onOpen}
          isPicking={isPicking}
        />
      ))}
    </section>
  )
}

/** The keyboard is on the sheet, or nowhere in particular: then the arrows walk through the days. */
export function isOnSheet(): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || focused.closest('[data-sheet]') !== null
}

/** Puts the keyboard back on the day it came from. */
export function focusDay(date: CalendarDate): void {
  document.getElementById(dayId(date))?.focus()
}

function dayId(date: CalendarDate): string {
  return `day-${date}`
}

interface MonthGridProps extends Pick<YearSheetProps, 'onSelect' | 'onOpen' | 'isPicking'> {
  readonly month: MonthFaces
  /** Only when it lies in this month, so that a step of the keyboard draws one month or two. */
  readonly selected: CalendarDate | null
}

const MonthGrid = memo(function MonthGrid({ month, selected, onSelect, onOpen, isPicking }: MonthGridProps) {
  const { say, language } = useWords()
  const working = say('calendarScreen.monthWorking', { count: month.workingDays })
  return (
    <div className={styles.month}>
      <div className={styles.head} aria-hidden="true">
        <b>{month.name}</b>
        <span>{working}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of days that the arrows walk through is a grid */}
      <table role="grid" aria-label={say('calendarScreen.monthLabel', { month: month.name, working })}>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col" abbr={weekdayLong(day, language)}>
                {weekdayShort(day, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month have no other name and never change places
            <tr key={index}>
              {week.map((face, weekday) =>
                face === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is its weekday
                  <td key={weekday} className={styles.blank} />
                ) : (
                  <td
                    key={face.date}
                    className={join(!face.isWorking && styles.off)}
                    data-selected={face.date === selected || undefined}
                  >
                    <DayButton
                      face={face}
                      isSelected={face.date === selected}
                      onSelect={onSelect}
                      onOpen={onOpen}
                      isPicking={isPicking}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

interface DayButtonProps extends Pick<YearSheetProps, 'onSelect' | 'onOpen' | 'isPicking'> {
  readonly face: DayFace
  readonly isSelected: boolean
}

function DayButton({ face, isSelected, onSelect, onOpen, isPicking }: DayButtonProps) {
  return (
    <button
      type="button"
      id={dayId(face.date)}
      className={faceClass(face)}
      tabIndex={isSelected ? 0 : -1}
      aria-label={face.words}
      aria-current={face.isToday ? 'date' : undefined}
      title={face.words}
      onFocus={() => onSelect(face.date)}
      onClick={(event) => {
        onSelect(face.date)
        // A key presses a button without a click count.
        if (event.detail === 0 || isPicking) onOpen(face.date)
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return
        const target = dayTowards(face.date, event.key, event.ctrlKey)
        if (target === undefined) return
        event.preventDefault()
        onSelect(target)
      }}
    >
      {face.dayOfMonth}
      {/* Drawn by the style sheet: the name of the day says both in words. */}
      {face.deadlines > 0 && <sup aria-hidden="true" data-count={face.deadlines} />}
      {face.isWatched && <i aria-hidden="true" />}
    </button>
  )
}

/** How a day looks; the legend draws its samples with the same. */
export function faceClass(face: Pick<DayFace, 'kind' | 'isForecast' | 'isToday' | 'isChanged'>): string {
  return join(
    styles.day,
    styles[face.kind],
    face.isForecast && styles.forecast,
    face.isToday && styles.today,
    face.isChanged && styles.changed,
  )
}
