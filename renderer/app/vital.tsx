import type { ReactNode } from 'react'
import { Icon, type IconName } from '../components/icon.tsx'
import { join } from '../components/join.ts'
import type { Tone } from '../components/tone.ts'
import tones from '../styles/tones.module.css'
import styles from './vital.module.css'

interface VitalProps {
  readonly label: string
  readonly icon?: IconName
  readonly tone?: Tone | undefined
  /** Ground colour: something is broken. */
  readonly isAlarm?: boolean
  readonly children: ReactNode
}

/** One sign of life in the header: a label and what it stands at. */
export function Vital({ label, icon, tone, isAlarm, children }: VitalProps) {
  return (
    <div className={join(styles.vital, tone && tones[tone], isAlarm && styles.alarm)}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        {icon !== undefined && <Icon name={icon} />}
        {children}
      </span>
    </div>
  )
}
