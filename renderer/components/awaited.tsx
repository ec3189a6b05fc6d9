import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { Button } from './button.tsx'
import { ErrorPanel } from './error-panel.tsx'
import { Waiting } from './waiting.tsx'

interface AwaitedProps {
  /** Why the answer did not come; `null` while it is awaited. */
  readonly error: unknown
  /** Asks again. */
  readonly onRetry: () => void
  /** What is under way; see {@link Waiting}. */
  readonly waitingFor?: string
  /** Another way on after a failure: back to the list. */
  readonly children?: ReactNode
}

/** What a screen shows of an answer that is not there: that it waits, or why it failed and the way to ask again. */
export function Awaited({ error, onRetry, waitingFor, children }: AwaitedProps) {
  const { say } = useWords()
  if (error === null) return <Waiting>{waitingFor}</Waiting>
  return (
    <ErrorPanel error={error}>
      <Button isSmall onClick={onRetry}>
        {say('common.retry')}
      </Button>
      {children}
    </ErrorPanel>
  )
}
