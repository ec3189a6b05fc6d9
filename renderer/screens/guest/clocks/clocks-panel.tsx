import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { FormField, GuestDetail } from '../guest-form.ts'
import { ClockEntry } from './clock-entry.tsx'
import styles from './clocks-panel.module.css'
import { RegimeLines } from './regime-lines.tsx'
import { fieldOfNeed, stayClocks, type Wait } from './stay-clocks.ts'

interface ClocksPanelProps {
  readonly detail: Pick<GuestDetail, 'duties' | 'regime'>
  /** Opens the form at a field; `null` when nothing can be filled in any more. */
  readonly onFill: ((field: FormField) => void) | null
}

/** The clocks of the stay besides the notice: what runs, what it waits for, what is known of the regime. They advise. */
export function ClocksPanel({ detail, onFill }: ClocksPanelProps) {
  const { say } = useWords()
  const { businessDate } = useStatus()
  const { running, waits, switchedOff } = stayClocks(detail.duties)
  if (running.length + waits.length + switchedOff.length === 0 && detail.regime === null) return null
  return (
    <Panel title={say('duties.title')} isDense className={styles.panel}>
      {detail.regime !== null && <RegimeLines regime={detail.regime} />}
      {running.length > 0 && (
        <ul>
          {running.map((clock) => (
            <ClockEntry key={clock.kind} clock={clock} regime={detail.regime} today={businessDate} />
          ))}
        </ul>
      )}
      {waits.map((wait) => (
        <WaitLines key={wait.need} wait={wait} onFill={onFill} />
      ))}
      <p className={styles.foot}>
        {switchedOff.length > 0 && (
          <span>
            {say('guest.clocks.switchedOff', {
              clocks: switchedOff.map(({ kind }) => say(`duties.kinds.${kind}.name`)).join(', '),
            })}{' '}
          </span>
        )}
        {say('duties.advice')} <a href="#/rules/clocks">{say('guest.clocks.rules')}</a>
      </p>
    </Panel>
  )
}

interface WaitProps {
  readonly wait: Wait
  readonly onFill: ClocksPanelProps['onFill']
}

/** What cannot be counted yet, and the one fact that would start it. */
function WaitLines({ wait, onFill }: WaitProps) {
  const { say } = useWords()
  return (
    <div className={styles.wait}>
      <p>
        <b>{wait.clocks.map(({ kind }) => say(`duties.kinds.${kind}.name`)).join(', ')}</b>{' '}
        {say('duties.waitingFor', { needs: say(`duties.needs.${wait.need}.name`) })}
      </p>
      {onFill !== null && (
        <Button isSmall icon="pen" className={styles.fill} onClick={() => onFill(fieldOfNeed(wait.need))}>
          {say(`duties.needs.${wait.need}.todo`)}
        </Button>
      )}
    </div>
  )
}
