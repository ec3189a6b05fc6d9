import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { copyText } from '../../../notices/copy-text.ts'
import { ProofForm } from '../../../notices/proof-form.tsx'
import styles from './deciding.module.css'

interface DuplicateDecisionProps {
  readonly notice: Notice
  /** The clerk came to decide: the keyboard begins here. */
  readonly isOpened: boolean
  /** Written down; said in one sentence. */
  readonly onDecided: (said: string) => void
}

type Choice = 'ours' | 'theirs'

/** The service says it has one already. Ours or not: two acts, each with what follows from it, and a second press that means it. */
export function DuplicateDecision({ notice, isOpened, onDecided }: DuplicateDecisionProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const [choice, setChoice] = useState<Choice | null>(null)
  const [wasCopied, setWasCopied] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  // The row leaves the queue with the answer, and this panel with it: what is said must not hang on it.
  const deciding = useMutation(
    api.filing.confirmDuplicate.mutationOptions({ onSuccess: (_notice, { isOurs }) => onDecided(savedInWords(isOurs)) }),
  )
  const { existingReference: reference } = notice
  const needsProof = choice === 'ours' && reference === null

  useEffect(() => {
    if (isOpened) first.current?.focus()
  }, [isOpened])
  useEffect(() => {
    if (choice !== null) confirm.current?.focus()
  }, [choice])
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'queue.ours',
          name: say('decide.keys.choose'),
          shortcut: { code: 'Digit1' },
          caps: '1 2',
          inFooter: true,
          run: () => setChoice('ours'),
        },
        {
          id: 'queue.theirs',
          name: say('decide.duplicate.theirs'),
          shortcut: { code: 'Digit2' },
          run: () => setChoice('theirs'),
        },
        {
          id: 'queue.undecided',
          name: say('decide.duplicate.back'),
          shortcut: { code: 'Escape' },
          isEnabled: () => choice !== null,
          run: () => setChoice(null),
        },
      ],
      [choice, say],
    ),
  )

  function decide(): void {
    if (choice === null || deciding.isPending) return
    deciding.mutate({ noticeId: notice.id, version: notice.version, isOurs: choice === 'ours' })
  }

  function savedInWords(isOurs: boolean): string {
    const name = notice.displayName
    return isOurs
      ? say('decide.duplicate.savedOurs', { name, reference: reference ?? '' })
      : say('decide.duplicate.savedTheirs', { name })
  }

  return (
    <section className={styles.decision} aria-label={say('decide.duplicate.title')}>
      <h3>{say('decide.duplicate.title')}</h3>
      <p className={styles.number}>
        <span className="note dim">{say('decide.duplicate.number')}</span>
        {reference === null ? (
          <b>{say('decide.duplicate.noNumber')}</b>
        ) : (
          <>
            <b className="mono">{reference}</b>
            <Button
              isSmall
              look="bare"
              icon={wasCopied ? 'check' : 'copy'}
              onClick={() => void copyText(reference).then(setWasCopied)}
            >
              {wasCopied ? say('common.copied') : say('guest.notice.copyNumber')}
            </Button>
          </>
        )}
      </p>
      <p>{say('decide.duplicate.means')}</p>
      {deciding.error !== null && <ErrorPanel error={deciding.error} />}
      {choice === null ? (
        <div className={styles.choices}>
          <Button ref={first} isWide look="soft" icon="ok" shortcut="1" onClick={() => setChoice('ours')}>
            {say('decide.duplicate.ours')}
          </Button>
          <Button isWide icon="close" shortcut="2" onClick={() => setChoice('theirs')}>
            {say('decide.duplicate.theirs')}
          </Button>
        </div>
      ) : (
        <div className={styles.confirm}>
          <p>
            {needsProof
              ? say('decide.duplicate.oursNoNumber')
              : choice === 'ours'
                ? say('decide.duplicate.oursMeans', { reference: reference ?? '' })
                : say('decide.duplicate.theirsMeans')}
          </p>
          {needsProof && (
            <ProofForm
              noticeId={notice.id}
              onAccepted={({ reference: given }) =>
                onDecided(say('decide.duplicate.savedOurs', { name: notice.displayName, reference: given ?? '' }))
              }
            />
          )}
          <div className={styles.choices}>
            {!needsProof && (
              <Button
                ref={confirm}
                isWide
                look="main"
                icon="check"
                shortcut="Enter"
                disabled={deciding.isPending}
                onClick={decide}
              >
                {choice === 'ours' ? say('decide.duplicate.confirmOurs') : say('decide.duplicate.confirmTheirs')}
              </Button>
            )}
            <Button isWide shortcut="Esc" onClick={() => setChoice(null)}>
              {say('decide.duplicate.back')}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}
