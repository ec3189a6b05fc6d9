import type { z } from 'zod'
import type { calendarSummarySchema } from '#shared/contract/law-schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './year-switch.module.css'

type CalendarSummary = z.infer<typeof calendarSummarySchema>
/** A year of the switch, in force or only in the working copy. */
export type SwitchYear = Pick<CalendarSummary, 'year' | 'status'> & { readonly isChanged: boolean }

/** More do not fit beside the title; Page Up and Page Down reach every other. */
const MOST_SHOWN = 5

interface YearSwitchProps {
  readonly years: readonly SwitchYear[]
  readonly shown: number
  readonly onShow: (year: number) => void
}

export function YearSwitch({ years, shown, onShow }: YearSwitchProps) {
  const { say } = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of buttons, and a fieldset belongs to a form
    <div className={styles.switch} role="group" aria-label={say('calendarScreen.year')}>
      {years.map(({ year, status, isChanged }) => (
        <button key={year} type="button" className={styles.year} aria-pressed={year === shown} onClick={() => onShow(year)}>
          {year}
          {status !== 'official' && (
            <span className={styles.mark} data-status={status}>
              {say(status === 'forecast' ? 'calendarScreen.forecast' : 'calendarScreen.noData')}
            </span>
          )}
          {isChanged && (
            <span className={styles.changed}>
              <span className="sr">{say('calendarScreen.marks.changed')}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  )
}

/**
 * The years to choose from, ascending: those known, the one shown, and one more after the last, where the next calendar begins. At most
 * five, around the one shown.
 */
export function switchYears(
  known: readonly CalendarSummary[],
  shown: number,
  changed: readonly { readonly year: number; readonly status: 'official' | 'forecast' }[],
): readonly SwitchYear[] {
  const last = Math.max(shown, ...known.map(({ year }) => year))
  const all = [...new Set([...known.map(({ year }) => year), ...changed.map(({ year }) => year), shown, last + 1])].toSorted(
    (a, b) => a - b,
  )
  const at = all.indexOf(shown)
  const first = Math.max(0, Math.min(at - 2, all.length - MOST_SHOWN))
  return all.slice(first, first + MOST_SHOWN).map((year) => {
    const change = changed.find((candidate) => candidate.year === year)
    const status = change?.status ?? known.find((candidate) => candidate.year === year)?.status ?? 'none'
    return { year, status, isChanged: change !== undefined }
  })
}
