import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ProofForm } from '../../../notices/proof-form.tsx'
import type { Call } from '../attempts.ts'
import type { Standing } from '../standing.ts'
import styles from './deciding.module.css'
import { unknownStory } from './unknown-words.ts'

interface UnknownStoryProps {
  readonly notice: Notice
  /** Newest first; empty while they are being read. */
  readonly calls: readonly Call[]
  readonly standing: Standing
  readonly isOpened: boolean
  readonly isBusy: boolean
  /** Asks the service now. */
  readonly onAsk: () => void
  readonly onDecided: (said: string) => void
}

/** "We don't know yet": what happened, what was asked, what comes next; and what a person does where nobody can be asked. */
export function UnknownStory({ notice, calls, standing, isOpened, isBusy, onAsk, onDecided }: UnknownStoryProps) {
  const words = useWords()
  const { say } = words
  const isByHand = isFiledByHand(standing.channel)
  return (
    <section className={styles.decision} aria-label={say('decide.unknown.title')}>
      <h3>{say('decide.unknown.title')}</h3>
      <ul className={styles.known}>
        {unknownStory(notice, calls, standing, words).map(({ icon, text }) => (
          <li key={icon}>
            <Icon name={icon} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <p className="note">{say('decide.unknown.promise')}</p>
      {!isByHand && (
        <Button isWide look="soft" icon="ask" shortcut="A" disabled={isBusy} onClick={onAsk}>
          {say('decide.unknown.ask')}
        </Button>
      )}
      {(isByHand || notice.cause === 'program_error') && (
        <LookForYourself notice={notice} isOpened={isOpened} onDecided={onDecided} />
      )}
    </section>
  )
}

function LookForYourself({ notice, isOpened, onDecided }: Pick<UnknownStoryProps, 'notice' | 'isOpened' | 'onDecided'>) {
  const { say } = useWords()
  const { api } = useDesk()
  const [isSure, setIsSure] = useState(false)
  const reference = useRef<HTMLInputElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  const name = notice.displayName
  const denying = useMutation(
    api.queue.notThere.mutationOptions({ onSuccess: () => onDecided(say('decide.unknown.savedNotThere', { name })) }),
  )

  useEffect(() => {
    if (isOpened) reference.current?.focus()
  }, [isOpened])
  useEffect(() => {
    if (isSure) confirm.current?.focus()
  }, [isSure])

  function deny(): void {
    denying.mutate({ noticeId: notice.id, version: notice.version })
  }

  return (
    <>
      <h3>{say('decide.unknown.person')}</h3>
      <ol className={styles.steps}>
        {(['open', 'find', 'say'] as const).map((step) => (
          <li key={step}>{say(`decide.unknown.steps.${step}`)}</li>
        ))}
      </ol>
      <ProofForm
        noticeId={notice.id}
        referenceInput={reference}
        onAccepted={() => onDecided(say('decide.unknown.savedProof', { name }))}
      />
      {denying.error !== null && <ErrorPanel error={denying.error} />}
      {isSure ? (
        <div className={styles.confirm}>
          <p>{say('decide.unknown.notThereMeans')}</p>
          <div className={styles.choices}>
            <Button ref={confirm} isWide look="main" icon="check" disabled={denying.isPending} onClick={deny}>
              {say('decide.unknown.confirmNotThere')}
            </Button>
            <Button isWide onClick={() => setIsSure(false)}>
              {say('decide.duplicate.back')}
            </Button>
          </div>
        </div>
      ) : (
        <Button isWide icon="close" onClick={() => setIsSure(true)}>
          {say('decide.unknown.notThere')}
        </Button>
      )}
    </>
  )
}
