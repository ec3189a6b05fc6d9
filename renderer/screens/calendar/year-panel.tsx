import { useMutation } from '@tanstack/react-query'
import type { CalendarView } from '#shared/contract/law-schemas.ts'
import { type CalendarYear, calendarVersionLabel } from '#shared/regulation/calendar/calendar-year.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { saveFile } from '../../client/save-file.ts'
import type { MayNot } from '../../client/use-may.ts'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Panel } from '../../components/panel.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ConfirmForm } from './forms/confirm-form.tsx'
import { noteInWords, sourceInWords, statusInWords } from './source-words.ts'
import type { WorkingCopyAccess } from './working-copy.ts'
import styles from './year-panel.module.css'

interface YearPanelProps {
  readonly view: CalendarView
  /** As the working copy has it. */
  readonly content: CalendarYear | null
  readonly workingDays: number
  readonly copy: WorkingCopyAccess
  readonly mayNot: MayNot | null
  readonly noteOfConfirmation: string
  readonly onStart: () => void
  readonly onTakeAvailable: (available: CalendarYear) => void
}

/** How the year stands: official or forecast, from where, how sure, and what is to be done about it. */
export function YearPanel({
  view,
  content,
  workingDays,
  copy,
  mayNot,
  noteOfConfirmation,
  onStart,
  onTakeAvailable,
}: YearPanelProps) {
  const words = useWords()
  const { say } = words
  const { year, available } = view
  const status = content?.status ?? 'none'
  const origin = view.versions.find(({ isInForce }) => isInForce)?.origin
  const form = copy.form?.kind === 'confirm' && copy.form.year === year ? copy.form : null
  const note = content === null ? null : noteInWords(content, words)
  const source = content === null ? null : sourceInWords(content, words)
  return (
    <Panel
      title={say('calendarScreen.panel.year', { year })}
      isDense
      aside={
        <Tag icon={STATUS_ICONS[status]} tone={status === 'official' ? 'accepted' : 'incomplete'} isPill>
          {statusInWords(status, words)}
        </Tag>
      }
    >
      <div className={styles.body}>
        {status === 'forecast' && <p className={styles.means}>{say('calendarScreen.panel.forecastMeans')}</p>}
        {status === 'none' && <p className={styles.means}>{say('calendarScreen.panel.noDataMeans', { year })}</p>}
        {available !== null && (
          <p className={styles.means}>
            {say('calendarScreen.panel.available')}
            {mayNot === null && (
              <Button isSmall look="soft" onClick={() => onTakeAvailable(available)}>
                {say('calendarScreen.panel.takeAvailable')}
              </Button>
            )}
          </p>
        )}
        <dl className={styles.facts}>
          <div>
            <dt>{say('calendarScreen.panel.workingDays')}</dt>
            <dd>{workingDays}</dd>
          </div>
          <div>
            <dt>{say('calendarScreen.panel.openDeadlines')}</dt>
            <dd>{view.openDeadlines}</dd>
          </div>
          {view.content !== null && (
            <div>
              <dt>{say('calendarScreen.panel.version')}</dt>
              <dd>
                {calendarVersionLabel(view.content)}
                {origin !== undefined && <span className="dim"> {say(`calendarScreen.panel.origins.${origin}`)}</span>}
              </dd>
            </div>
          )}
          {content !== null && (
            <div>
              <dt>{say('calendarScreen.panel.confidence')}</dt>
              <dd>{say(`calendarScreen.panel.confidences.${content.confidence}`)}</dd>
            </div>
          )}
        </dl>
        {note !== null && (
          <p className="note sub" lang={note.lang}>
            {note.text}
          </p>
        )}
        {source !== null && (
          <p className={styles.source}>
            <span>{say('calendarScreen.panel.source')}: </span>
            <span lang={source.lang}>{source.text}</span>
          </p>
        )}
      </div>
      {form !== null && mayNot === null && <ConfirmForm form={form} note={noteOfConfirmation} copy={copy} />}
      <div className={styles.acts}>
        {mayNot === null && status === 'none' && (
          <>
            <Button look="soft" icon="plus" onClick={onStart}>
              {say('calendarScreen.panel.start')}
            </Button>
            <p className="note sub">{say('calendarScreen.panel.startNote')}</p>
          </>
        )}
        {mayNot === null && status === 'forecast' && form === null && (
          <Button
            isSmall
            icon="check"
            className={styles.long}
            onClick={() => copy.setForm({ kind: 'confirm', year, source: '', confidence: 'high' })}
          >
            <span>{say('calendarScreen.acts.confirm')}</span>
          </Button>
        )}
        {view.content !== null && <Export year={year} />}
      </div>
    </Panel>
  )
}

const STATUS_ICONS = { official: 'ok', forecast: 'clock', none: 'gap' } as const

/** The year in force as a file: for another desk, or for any calendar program. */
function Export({ year }: { readonly year: number }) {
  const { say } = useWords()
  const { client } = useDesk()
  const exporting = useMutation({
    async mutationFn(format: 'json' | 'ics') {
      const { fileName, mediaType, content } = await client.calendar.exportFile({ years: [year], format })
      saveFile(new Blob([await content.arrayBuffer()], { type: mediaType }), fileName)
      return fileName
    },
  })
  return (
    <div className={styles.export}>
      <Button isSmall look="bare" icon="document" onClick={() => exporting.mutate('json')}>
        {say('calendarScreen.panel.exportJson')}
      </Button>
      <Button isSmall look="bare" icon="calendar" onClick={() => exporting.mutate('ics')}>
        {say('calendarScreen.panel.exportIcs')}
      </Button>
      {exporting.data !== undefined && (
        <p className="note sub" role="status">
          {say('calendarScreen.panel.exported', { name: exporting.data })}
        </p>
      )}
      {exporting.error !== null && <ErrorPanel error={exporting.error} />}
    </div>
  )
}
