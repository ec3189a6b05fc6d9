import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useRecoveryCode } from '../../state/recovery-code.ts'
import { FirstStartFrame } from './first-start-frame.tsx'
import styles from './recovery-code.module.css'

interface RecoveryCodeProps {
  readonly code: string
}

/** The code that opens the data when the PC is gone. Shown once, so leaving asks for a word first. */
export function RecoveryCode({ code }: RecoveryCodeProps) {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const done = useRecoveryCode((state) => state.done)
  const [isKept, setIsKept] = useState(false)
  const [wasCopied, setWasCopied] = useState(false)

  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [])

  return (
    <FirstStartFrame>
      <section className={styles.sheet} aria-labelledby="recovery-title">
        <h1 id="recovery-title">{say('setup.recovery.title')}</h1>
        <p>{say('setup.recovery.text')}</p>
        <output className={styles.code}>{code}</output>
        <p className={styles.once}>
          <Icon name="alert" />
          <span>{say('setup.recovery.once')}</span>
        </p>
        <div className={styles.acts}>
          <Button icon="print" onClick={() => window.print()}>
            {say('common.print')}
          </Button>
          <Button
            icon={wasCopied ? 'check' : 'copy'}
            onClick={() => void navigator.clipboard.writeText(code).then(() => setWasCopied(true))}
          >
            {wasCopied ? say('common.copied') : say('common.copy')}
          </Button>
        </div>
        <label className={styles.kept}>
          <input type="checkbox" checked={isKept} onChange={(event) => setIsKept(event.currentTarget.checked)} />
          {say('setup.recovery.kept')}
        </label>
        <Button
          look="main"
          className={styles.done}
          disabled={!isKept}
          onClick={() => {
            done()
            navigate('/')
          }}
        >
          {say('setup.recovery.done')}
        </Button>
      </section>
    </FirstStartFrame>
  )
}
