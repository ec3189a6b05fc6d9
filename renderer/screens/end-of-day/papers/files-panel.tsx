import { useEffect, useRef } from 'react'
import type { ReportRequest } from '#shared/contract/report-schemas.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { REPORT_FORMATS } from '#shared/reports/document.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { RadioCards } from '../../../components/radio-cards.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useSheetLanguage } from '../use-sheet-language.ts'
import styles from './files-panel.module.css'
import { useReportFile } from './use-report-file.ts'

interface FilesPanelProps {
  readonly request: ReportRequest
  readonly onClose: () => void
}

/** The sheet as a file, in any of the forms; and the language of sheet, print and files, which is one. */
export function FilesPanel({ request, onClose }: FilesPanelProps) {
  const { say } = useWords()
  const { language, choose } = useSheetLanguage()
  const { mutate, data, error, isPending, variables } = useReportFile()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <Panel
      title={say('endOfDay.files.title')}
      isDense
      aside={
        <Button isSmall look="bare" onClick={onClose}>
          {say('common.close')}
        </Button>
      }
    >
      <div className={styles.body}>
        <RadioCards
          legend={say('endOfDay.files.language')}
          name="sheet-language"
          value={language}
          choices={LANGUAGES.map((value) => ({ value, title: say(`common.languageCodes.${value}`) }))}
          onChange={choose}
        />
        <ul className={styles.formats}>
          {REPORT_FORMATS.map((format, place) => (
            <li key={format}>
              <Button
                isSmall
                icon="document"
                ref={place === 0 ? first : undefined}
                className={styles.format}
                disabled={isPending}
                onClick={() => mutate({ request, format, language })}
              >
                {say(`endOfDay.files.names.${format}`)}
              </Button>
              <span className={styles.note}>{say(`endOfDay.files.notes.${format}`)}</span>
            </li>
          ))}
        </ul>
        {error !== null && <ErrorPanel error={error} />}
        <p className={styles.said} role="status">
          {isPending &&
            variables !== undefined &&
            say('endOfDay.files.making', { format: say(`endOfDay.files.names.${variables.format}`) })}
          {data !== undefined &&
            !isPending &&
            say(data.isCopy ? 'endOfDay.files.savedCopy' : 'endOfDay.files.saved', { name: data.fileName })}
        </p>
      </div>
    </Panel>
  )
}
