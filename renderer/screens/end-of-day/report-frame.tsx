import { type ReactNode, useCallback, useDeferredValue, useState } from 'react'
import type { BusinessDays, ReportRequest } from '#shared/contract/report-schemas.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import type { ReportDocument } from '#shared/reports/document.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useStatus } from '../../client/use-status.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ReportSheet } from '../../report-sheet/report-sheet.tsx'
import { PastPanel } from './closing/past-panel.tsx'
import { FilesPanel } from './papers/files-panel.tsx'
import styles from './report-frame.module.css'
import { pathOfPlace, spanOf } from './report-place.ts'
import { useReportKeys } from './use-report-keys.ts'
import { useSheetLanguage } from './use-sheet-language.ts'

interface ReportFrameProps {
  /** `undefined` where the person may not read what days add up to, or they are not known yet. */
  readonly days: BusinessDays | undefined
  /** What the sheet is: asked of the desk again for a file. */
  readonly request: ReportRequest
  readonly summary: string
  /** `undefined` until the desk has answered. */
  readonly document: ReportDocument | undefined
  readonly isCopy?: boolean
  readonly error: unknown
  readonly onRetry: () => void
  /** Instead of a sheet, where there is none. */
  readonly absence?: ReactNode
  /** Top of the side, over files and closed days. */
  readonly side: ReactNode
}

/** A sheet in its room, and beside it what can be done with it. */
export function ReportFrame(props: ReportFrameProps) {
  const { days, request, summary, document, isCopy = false, error, onRetry, absence, side } = props
  const { say } = useWords()
  const { businessDate: today } = useStatus()
  const { language } = useSheetLanguage()
  const [hasFiles, setHasFiles] = useState(false)
  const isPending = document === undefined && error === null && absence === undefined
  const canPrint = document !== undefined && absence === undefined
  const toggleFiles = useCallback(() => setHasFiles((shown) => !shown), [])
  useReportKeys({ canPrint, onFiles: toggleFiles })
  return (
    <ScreenFrame
      title={say('endOfDay.title')}
      summary={summary}
      fact={say('endOfDay.fact')}
      acts={
        <div className={styles.acts}>
          {request.what !== 'day' && (
            <ButtonLink icon="moon" href="#/end-of-day">
              {say('endOfDay.acts.toDay')}
            </ButtonLink>
          )}
          {request.what !== 'handover' && (
            <ButtonLink icon="history" href={`#${pathOfPlace({ what: 'handover' })}`}>
              {say('endOfDay.acts.handover')}
            </ButtonLink>
          )}
          {request.what !== 'period' && (
            <ButtonLink icon="calendar" href={`#${pathOfPlace({ what: 'period', ...spanOf('thisWeek', today) })}`}>
              {say('endOfDay.acts.period')}
            </ButtonLink>
          )}
          <Button icon="document" disabled={!canPrint} aria-expanded={hasFiles} onClick={toggleFiles}>
            {say('endOfDay.acts.files')}
          </Button>
          <Button icon="print" shortcut="Ctrl P" disabled={!canPrint} onClick={() => window.print()}>
            {say(isCopy ? 'endOfDay.acts.printCopy' : 'endOfDay.acts.print')}
          </Button>
        </div>
      }
    >
      <div className={styles.screen}>
        {/* A sheet longer than its room is read with the arrow keys as well. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <section key={pathOfPlace(request)} className={styles.room} tabIndex={0} aria-label={say('endOfDay.sheet')}>
          {error !== null && (
            <ErrorPanel error={error}>
              <Button isSmall onClick={onRetry}>
                {say('common.retry')}
              </Button>
            </ErrorPanel>
          )}
          {absence}
          {canPrint && <LiveSheet document={document} copyMark={isCopy ? wordsIn(language).say('report.copy') : null} />}
          {isPending && (
            <div className={styles.blank}>
              <Waiting>{say('endOfDay.loading')}</Waiting>
            </div>
          )}
        </section>
        <aside className={styles.side}>
          {hasFiles && canPrint && <FilesPanel request={request} onClose={() => setHasFiles(false)} />}
          {side}
          {days !== undefined && <PastPanel days={days} date={request.what === 'day' ? request.date : null} />}
        </aside>
      </div>
    </ScreenFrame>
  )
}

interface LiveSheetProps {
  readonly document: ReportDocument
  readonly copyMark: string | null
}

/** While notices go out the report changes many times a second: a sheet of hundreds of rows must not hold up the keyboard. */
function LiveSheet({ document, copyMark }: LiveSheetProps) {
  const drawn = useDeferredValue(document)
  return <ReportSheet document={drawn} copyMark={copyMark} label={drawn.title} />
}
