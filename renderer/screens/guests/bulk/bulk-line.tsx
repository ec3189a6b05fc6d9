import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Waiting } from '../../../components/waiting.tsx'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import styles from './bulk-panel.module.css'
import { ExceptionsList } from './exceptions-list.tsx'
import type { BulkOutcome, BulkStep } from './use-bulk.ts'

/** Fewer are done before anybody could read a count. */
const COUNTED_FROM = 20

interface BulkLineProps {
  readonly step: BulkStep
  readonly onUndo: (outcome: BulkOutcome) => void
  readonly onClose: () => void
}

/** How far an act on many is, what became of it, and the way back. Nothing while there is nothing to say. */
export function BulkLine({ step, onUndo, onClose }: BulkLineProps) {
  const words = useWords()
  const { say } = words
  switch (step.kind) {
    case 'idle':
    case 'planned':
      return null
    case 'looking':
      return <Waiting>{say('guestList.bulk.looking')}</Waiting>
    case 'running':
      return step.of <= COUNTED_FROM ? null : <Progress {...step} />
    case 'failed':
      return (
        <Line>
          <ErrorPanel error={step.error}>
            <Button isSmall onClick={onClose}>
              {say('common.close')}
            </Button>
          </ErrorPanel>
        </Line>
      )
    case 'finished': {
      const { outcome } = step
      return (
        <Line>
          <p className={styles.said} role="status" data-guests="said">
            <Icon name="ok" />
            {doneInWords(outcome, words)}
          </p>
          <span className="grow" />
          {outcome.undoable !== null && (
            <Button isSmall icon="history" shortcut="U" onClick={() => onUndo(outcome)}>
              {say('guestList.bulk.undo')}
            </Button>
          )}
          <Button isSmall look="bare" icon="close" onClick={onClose}>
            {say('common.close')}
          </Button>
          {outcome.exceptions.length > 0 && (
            <div className={styles.rest}>
              <b>
                {say(outcome.isUndone ? 'guestList.bulk.left' : 'guestList.bulk.failed', { count: outcome.exceptions.length })}
              </b>
              <ExceptionsList exceptions={outcome.exceptions} />
            </div>
          )}
          {outcome.error !== null && (
            <div className={styles.rest}>
              <p>{say('guestList.bulk.unfinished')}</p>
              <ErrorPanel error={outcome.error} />
            </div>
          )}
        </Line>
      )
    }
  }
}

function Line({ children }: { readonly children: ReactNode }) {
  return <div className={styles.line}>{children}</div>
}

interface ProgressProps {
  readonly done: number
  readonly of: number
  readonly isUndo: boolean
}

function Progress({ done, of, isUndo }: ProgressProps) {
  const { say } = useWords()
  const text = isUndo ? say('guestList.bulk.undoing', { done }) : say('guestList.bulk.progress', { done, of })
  return (
    <Line>
      <progress className={styles.bar} value={done} max={of} aria-label={text} />
      <span data-guests="progress">{text}</span>
    </Line>
  )
}

/** What was done, in a sentence. */
export function doneInWords({ act, done: count, isUndone, number }: BulkOutcome, { say }: Pick<Words, 'say'>): string {
  if (isUndone) return say('guestList.bulk.undone', { count })
  if (act === 'paper') return say('guestList.bulk.done.paper', { number: number ?? '', count })
  return say(`guestList.bulk.done.${act}`, { count })
}
