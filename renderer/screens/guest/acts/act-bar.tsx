import { Button } from '../../../components/button.tsx'
import type { IconName } from '../../../components/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import styles from './act-bar.module.css'
import type { StayAct } from './stay-acts.ts'

interface ActBarProps {
  readonly notice: GuestDetail['notice']
  readonly acts: readonly StayAct[]
  /** Which form stands open. */
  readonly open: StayAct | null
  readonly onAct: (act: StayAct) => void
}

/** Keys of the acts; physical, so they work on every layout. */
export const ACT_KEYS: Readonly<Record<StayAct, string>> = { correct: 'E', extend: 'X', depart: 'D', move: 'M', cancel: 'W' }

const ICONS: Readonly<Record<StayAct, IconName>> = {
  correct: 'pen',
  extend: 'calendar',
  depart: 'depart',
  move: 'bed',
  cancel: 'close',
}

/** What can be done with this guest now, each with its key. */
export function ActBar({ notice, acts, open, onAct }: ActBarProps) {
  const { say } = useWords()
  if (acts.length === 0) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label={say('guestActs.label')}>
      {acts.map((act) => (
        <Button
          key={act}
          icon={ICONS[act]}
          shortcut={ACT_KEYS[act]}
          data-act={act}
          aria-expanded={open === act}
          onClick={() => onAct(act)}
        >
          {actName(act, notice.state, say)}
        </Button>
      ))}
    </div>
  )
}

/** "Never came" before the service has accepted the arrival, "withdraw" after. */
export function actName(act: StayAct, state: GuestDetail['notice']['state'], say: ReturnType<typeof useWords>['say']): string {
  return say(`guestActs.names.${act === 'cancel' && state === 'accepted' ? 'withdraw' : act}`)
}
