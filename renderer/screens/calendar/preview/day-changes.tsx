import type { LawPreview } from '#shared/contract/law-schemas.ts'
import { fullDay } from '#shared/i18n/dates.ts'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { standingInWords } from '../day-face.ts'
import type { DraftYears } from '../draft-years.ts'
import styles from './day-changes.module.css'

interface DayChangesProps {
  readonly preview: LawPreview
  /** Says where a day was moved to; without it only what the day itself says. */
  readonly draft: DraftYears | null
}

/** The versions that change and every day that counts differently afterwards. */
export function DayChanges({ preview, draft }: DayChangesProps) {
  const words = useWords()
  const { say, language } = words
  const versionOf = (version: string) => (version === 'none' ? say('calendarScreen.preview.none') : version)
  return (
    <Panel
      title={say('calendarScreen.preview.days')}
      isDense
      aside={<span className="note sub">{preview.days.length}</span>}
      className={styles.panel}
    >
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
          {preview.days.map(({ date, before, after }) => {
            const year = Number(date.slice(0, 4))
            const content = draft?.contents.get(year) ?? null
            const earlier = draft?.before.years.find((known) => known.year === year) ?? null
            return (
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
                  <s>{standingInWords({ date, reason: before.reason }, earlier, words)}</s>
                </p>
                <p>{standingInWords({ date, reason: after.reason }, content, words)}</p>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
