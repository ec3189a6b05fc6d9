import { type ReactNode, useLayoutEffect, useState } from 'react'
import { useIsSlow } from '../client/use-is-slow.ts'
import { useWords } from '../i18n/use-words.ts'
import { Icon } from './icon.tsx'
import styles from './waiting.module.css'

interface WaitingProps {
  /** What is under way, where that can be said more closely than "opening". */
  readonly children?: ReactNode
}

/** Lines that are being read now. */
let linesShown = 0

/**
 * Stands where the desk's answer will be: nothing for the first tenth of a second, which is nearly always enough, then one calm line. One
 * wait that goes on in another place – the window opens, then its screen – is one line, without a second silence between.
 */
export function Waiting({ children }: WaitingProps) {
  const { say } = useWords()
  const isSlow = useIsSlow(true)
  const [goesOn] = useState(() => linesShown > 0)
  const isShown = isSlow || goesOn
  useLayoutEffect(() => {
    if (!isShown) return undefined
    linesShown += 1
    return () => {
      linesShown -= 1
    }
  }, [isShown])
  // The line is there before its words are: a screen reader speaks only what changes in a line it knows.
  return (
    <p
      role="status"
      className={isShown ? styles.waiting : 'sr'}
      data-waiting={isShown || undefined}
      data-silent={!isShown || undefined}
    >
      {isShown && (
        <>
          <Icon name="turn" isTurning />
          {children ?? say('common.loading')}
        </>
      )}
    </p>
  )
}
