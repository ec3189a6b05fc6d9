import { useEffect, useRef, useState } from 'react'
import type { DayClose } from '#shared/contract/report-schemas.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { useStatus, useZone } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { happenedAt } from '../../../i18n/moments.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { copyText } from '../../../notices/copy-text.ts'
import styles from './closed-panel.module.css'

interface ClosedPanelProps {
  readonly close: DayClose
  /** It was closed just now, from here. */
  readonly isFresh: boolean
}

/** A closed day: its number and hash, who closed it, when and how. */
export function ClosedPanel({ close, isFresh }: ClosedPanelProps) {
  const words = useWords()
  const { say, language } = words
  const { businessDate: today } = useStatus()
  const zone = useZone()
  const [isCopied, setIsCopied] = useState(false)
  const fresh = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button that closed the day is gone, and the focus with it: it goes to what came of it.
    if (isFresh && document.activeElement === document.body) fresh.current?.focus({ preventScroll: true })
  }, [isFresh])
  const day = dayMonth(close.date, language)
  return (
    <Panel title={say('endOfDay.closed.title', { day })} icon="lock">
      <p className={styles.fresh} role="status" tabIndex={-1} ref={fresh}>
        {isFresh && say('endOfDay.close.done', { day, number: close.number })}
      </p>
      <dl className={styles.facts}>
        <dt>{say('endOfDay.closed.number')}</dt>
        <dd className="strong">{close.number}</dd>
        <dt>{say('endOfDay.closed.at')}</dt>
        <dd>{happenedAt(close.closedAt, today, zone, words)}</dd>
        <dt>{say('endOfDay.closed.by')}</dt>
        <dd>{close.by}</dd>
        <dt>{say('endOfDay.closed.how')}</dt>
        <dd>{say(`endOfDay.closed.modes.${close.mode}`)}</dd>
        <dt>{say('endOfDay.closed.hash')}</dt>
        <dd>
          <span className="mono">{close.hash}</span>
          <Button
            isSmall
            look="bare"
            icon={isCopied ? 'check' : 'copy'}
            className={styles.copy}
            onClick={() => void copyText(close.hash).then(setIsCopied)}
          >
            {say(isCopied ? 'common.copied' : 'endOfDay.closed.copyHash')}
          </Button>
        </dd>
        <dt>{say('endOfDay.closed.key')}</dt>
        <dd className="mono">{close.keyFingerprint}</dd>
      </dl>
      <p className={styles.note}>{say('endOfDay.closed.immutable')}</p>
    </Panel>
  )
}
