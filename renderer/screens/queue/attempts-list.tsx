import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import type { Tone } from '../../components/tone.ts'
import { happenedAt } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import { rawInWords } from '../../notices/raw-exchange.ts'
import tones from '../../styles/tones.module.css'
import { type Call, outcomeInWords, secondsOf } from './attempts.ts'
import styles from './attempts-list.module.css'
import type { Standing } from './standing.ts'

interface AttemptsListProps {
  readonly calls: readonly Call[]
  /** A call is on its way right now. */
  readonly isUnderWay: boolean
  readonly standing: Standing
}

const TONES: Readonly<Record<string, Tone>> = {
  accepted: 'accepted',
  present: 'accepted',
  rejected: 'rejected',
  unknown: 'unknown',
  duplicate: 'unknown',
}

/** Every call to the service about one notice: when, how long it took, how it ended, and what was said on demand. */
export function AttemptsList({ calls, isUnderWay, standing }: AttemptsListProps) {
  const { say } = useWords()
  return (
    <section className={styles.attempts} aria-label={say('line.attempts.title')}>
      <h3>{say('line.attempts.title')}</h3>
      {calls.length === 0 ? (
        <p className="note dim">{say('line.attempts.none')}</p>
      ) : (
        <ol>
          {calls.map((call, index) => (
            <Attempt key={call.id} call={call} isUnderWay={isUnderWay && index === 0} standing={standing} />
          ))}
        </ol>
      )}
    </section>
  )
}

interface AttemptProps extends Pick<AttemptsListProps, 'isUnderWay' | 'standing'> {
  readonly call: Call
}

function Attempt({ call, isUnderWay, standing }: AttemptProps) {
  const words = useWords()
  const { say } = words
  const [isOpen, setIsOpen] = useState(false)
  const tone = call.outcome === null ? undefined : TONES[call.outcome]
  const seconds = secondsOf(call, words.language)
  return (
    <li className={styles.attempt}>
      <p className={styles.head}>
        <Icon name={call.kind === 'send' ? 'send' : 'ask'} />
        <b>{say(`line.attempts.${call.kind}`, { number: call.number })}</b>
        <time dateTime={call.startedAt}>{happenedAt(call.startedAt, standing.today, standing.zone, words)}</time>
      </p>
      <p className={join(styles.outcome, tone && tones[tone])}>
        {outcomeInWords(call, isUnderWay, words)}
        {seconds !== null && <span className="dim">, {say('line.attempts.took', { seconds })}</span>}
      </p>
      {call.raw !== null && (
        <>
          <Button
            isSmall
            look="bare"
            icon={isOpen ? 'down' : 'right'}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? say('line.attempts.hide') : say('line.attempts.show')}
          </Button>
          {isOpen && (
            <>
              <p className={styles.raw}>{rawInWords(call.raw)}</p>
              <p className="note dim">{say('line.attempts.redacted')}</p>
            </>
          )}
        </>
      )}
    </li>
  )
}
