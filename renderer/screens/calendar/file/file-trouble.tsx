import type { InputIssue } from '#shared/contract/errors.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { ActionFailure } from '../../../notices/action-failure.tsx'
import styles from './file-trouble.module.css'
import type { CalendarFile } from './use-calendar-file.ts'

/** Why a file was not taken: every place in it that is wrong, and what to do there. */
export function FileTrouble({ file }: { readonly file: CalendarFile }) {
  const words = useWords()
  const { say } = words
  if (file.error === null) return null
  if (file.issues.length === 0) return <ActionFailure error={file.error} onClose={file.forget} />
  return (
    <section className={styles.trouble} role="alert">
      <header>
        <span className={styles.icon}>
          <Icon name="alert" />
        </span>
        <div className="grow">
          <h2>{say('calendarScreen.file.notRead', { name: file.name })}</h2>
          <p>{say('calendarScreen.file.nothingChanged')}</p>
        </div>
        <Button isSmall onClick={file.forget}>
          {say('common.close')}
        </Button>
      </header>
      <table className={styles.issues}>
        <tbody>
          {file.issues.map((issue) => (
            <tr key={`${issue.path} ${issue.code}`}>
              <th scope="row">
                <span className="sr">{say('calendarScreen.file.place')}: </span>
                {issue.path === '' || issue.path === 'content' ? (
                  say('calendarScreen.file.whole')
                ) : (
                  <code className="mono">{issue.path}</code>
                )}
              </th>
              <td>{issueInWords(issue, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** By its code in the language of the screen; a code nobody has worded speaks English rather than not at all. */
export function issueInWords({ code, message }: Pick<InputIssue, 'code' | 'message'>, { language }: Words): string {
  const { issues } = CATALOGUES[language].calendarScreen
  const worded: Readonly<Record<string, string>> = issues
  return Object.hasOwn(worded, code) ? (worded[code] ?? message) : message
}
