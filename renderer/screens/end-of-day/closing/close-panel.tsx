import { useEffect, useRef } from 'react'
import type { DayReport } from '#shared/contract/report-schemas.ts'
import { closeNumber } from '#shared/domain/close-number.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { join } from '../../../components/join.ts'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { CheckList } from './check-list.tsx'
import { checksOf } from './checks.ts'
import styles from './close-panel.module.css'
import type { Closing } from './use-closing.ts'

interface ClosePanelProps {
  readonly report: DayReport
  readonly closing: Closing
}

/** What stands before closing, and the act itself: what it will mean, and the number it will get. */
export function ClosePanel({ report, closing }: ClosePanelProps) {
  const { say, language } = useWords()
  const { businessDate: today, connection } = useStatus()
  const { date, totals } = report
  return (
    <Panel title={say('endOfDay.close.title', { day: dayMonth(date, language) })}>
      <CheckList checks={checksOf(report, { today, connection: connection.state })} />
      <div className={styles.act}>
        {closing.error !== null && <ErrorPanel error={closing.error} />}
        {closing.mayNot === null ? (
          <CloseAct closing={closing} overdue={totals.overdue} />
        ) : (
          <p className={styles.note}>{say(`endOfDay.close.${closing.mayNot === 'role' ? 'role' : 'readOnly'}`)}</p>
        )}
      </div>
      {closing.mayNot === null && (
        <p className={join(styles.note, styles.means)}>
          {say('endOfDay.close.means', { number: closeNumber(date) })}
          {date === today && ` ${say('endOfDay.close.early')}`}
        </p>
      )}
    </Panel>
  )
}

function CloseAct({ closing, overdue }: { readonly closing: Closing; readonly overdue: number }) {
  const { say } = useWords()
  const { step, begin, confirm, leave } = closing
  const confirmButton = useRef<HTMLButtonElement>(null)
  const actButton = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  useEffect(() => {
    if (step === 'asked') confirmButton.current?.focus()
    // Whoever thought better of it is where he was.
    if (step === 'idle' && wasAsked.current) actButton.current?.focus()
    wasAsked.current = step === 'asked'
  }, [step])

  if (step === 'asked') {
    return (
      <div className={styles.ask} role="alertdialog" aria-labelledby="close-ask">
        <p id="close-ask">{say('endOfDay.close.ask', { count: overdue })}</p>
        <div className={styles.buttons}>
          <Button look="main" icon="lock" ref={confirmButton} onClick={confirm}>
            {say('endOfDay.close.confirm')}
          </Button>
          <Button look="bare" shortcut="Esc" onClick={leave}>
            {say('common.cancel')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <Button
      look="main"
      icon="lock"
      shortcut="Ctrl Enter"
      className={styles.close}
      ref={actButton}
      disabled={step === 'busy'}
      onClick={begin}
    >
      {say(step === 'busy' ? 'endOfDay.close.acting' : 'endOfDay.close.act')}
    </Button>
  )
}
