import tones from '../styles/tones.module.css'
import styles from './clock-bar.module.css'
import { join } from './join.ts'
import type { Tone } from './tone.ts'

interface ClockBarProps {
  readonly used: number
  readonly allowed: number
  /** Day of a reminder, as a notch in the bar; `null` = none. */
  readonly notch?: number | null
  readonly tone?: Tone | undefined
}

/** How much of an allowance is gone, for the eye alone: the numbers always stand beside it in words. */
export function ClockBar({ used, allowed, notch = null, tone }: ClockBarProps) {
  return (
    <div className={join(styles.bar, tone && tones[tone])} aria-hidden="true">
      <i style={{ width: share(used, allowed) }} />
      {notch !== null && <u style={{ left: share(notch, allowed) }} />}
    </div>
  )
}

function share(part: number, whole: number): string {
  return `${Math.round((100 * Math.min(Math.max(part, 0), whole)) / whole)}%`
}
