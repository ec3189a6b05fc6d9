import type { LawPreview } from '#shared/contract/law-schemas.ts'
import { fullDay } from '#shared/i18n/dates.ts'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { type CalendarDay, standingInWords, type YearContent } from '../day-face.ts'
import styles from './day-changes.module.css'

interface DayChangesProps {
  readonly title: string
  readonly preview: Pick<LawPreview, 'days' | 'years'>
}

/** The versions that change and every day that counts differently afterwards. */
export function DayChanges({ title, preview }: DayChangesProps) {
  const words = useWords()
  const { say, language } = words
  const movesBefore = restMoves(preview.days.map(({ date, before }) => ({ date, reason: before.reason })))
  const movesAfter = restMoves(preview.days.map(({ date, after }) => ({ date, reason: after.reason })))
  const versionOf = (version: string) => (version === 'none' ? say('calendarScreen.preview.none') : version)
  return (
    <Panel title={title} isDense aside={<span className="note sub">{preview.days.length}</span>} className={styles.panel}>
      <ul className={styles.versions}>
        {preview.years
          .filter(({ from, to }) => from !== to)
          .map(({ year, from, to }) => (
            <li key={year}>{say('calendarScreen.preview.versions', { year, from: versionOf(from), to: versionOf(to) })}</li>
          ))}
      </ul>
      {preview.days.length === 0 ? (
        <p className={styles.none}>{say('calendarScreen.preview.noDays')}</p>
      ) : (
        <ul className={styles.days}>
          {preview.days.map(({ date, before, after }) => (
            <li key={date}>
              <p className={styles.day}>
                <b>{fullDay(date, language)}</b>
                {before.isWorking !== after.isWorking && (
                  <Tag icon={after.isWorking ? 'plus' : 'close'} tone="quiet">
                    {say(after.isWorking ? 'calendarScreen.preview.becomesWorking' : 'calendarScreen.preview.becomesOff')}
                  </Tag>
                )}
              </p>
              <p className="sub">
                <s>{standingInWords({ date, reason: before.reason }, movesBefore, words)}</s>
              </p>
              <p>{standingInWords({ date, reason: after.reason }, movesAfter, words)}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** Where rest was moved to, from the days it was moved to: they change together. */
function restMoves(days: readonly Pick<CalendarDay, 'date' | 'reason'>[]): YearContent {
  const ministerialTransfers = days.flatMap(({ date, reason }) =>
    reason.kind === 'transferred_off' ? [{ from: reason.instead, to: date }] : [],
  )
  return { holidays: {}, substitutes: {}, ministerialTransfers }
}
