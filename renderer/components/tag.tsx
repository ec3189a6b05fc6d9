import type { ReactNode } from 'react'
import tones from '../styles/tones.module.css'
import { Icon, type IconName } from './icon.tsx'
import { join } from './join.ts'
import styles from './tag.module.css'
import type { Tone } from './tone.ts'

interface TagProps {
  readonly icon: IconName
  readonly tone?: Tone
  /** With ground: for the one title state of a screen and for alarms. */
  readonly isPill?: boolean
  readonly isTurning?: boolean
  /** Lets long words wrap instead of ending in an ellipsis. */
  readonly wraps?: boolean
  readonly children: ReactNode
}

/** Icon, word, colour, in that order of trust. */
export function Tag({ icon, tone, isPill = false, isTurning = false, wraps = false, children }: TagProps) {
  return (
    <span className={join(styles.tag, tone && tones[tone], isPill && styles.pill, wraps && styles.wraps)}>
      <Icon name={icon} isTurning={isTurning} />
      <span className={wraps ? undefined : 'cut'}>{children}</span>
    </span>
  )
}
