import { type ClockBasis, ClockMark } from './clock-mark.tsx'
import { Icon, type IconName } from './icon.tsx'
import { join } from './join.ts'
import styles from './lane-head.module.css'

export type LaneName = 'overdue' | 'today' | 'tomorrow' | 'later'

const ICONS: Readonly<Record<LaneName, IconName>> = {
  overdue: 'alert',
  today: 'clock',
  tomorrow: 'calendar',
  later: 'calendar',
}

interface LaneHeadProps {
  readonly lane: LaneName
  readonly title: string
  readonly count: number
  /** The date in words. */
  readonly note: string
  /** What the dates of this lane stand on. */
  readonly basis: ClockBasis
  /** Share of the day gone, 0–1: the hairline. */
  readonly gone?: number
  readonly id: string
}

/** One cell of the board: figure, icon and word, date. Dark in both themes; a zero goes quiet. */
export function LaneHead({ lane, title, count, note, basis, gone = 0, id }: LaneHeadProps) {
  return (
    <div className={join(styles.cell, styles[lane], count === 0 && styles.quiet)}>
      <span className={styles.figure} aria-hidden="true">
        {count}
      </span>
      <div className={styles.words}>
        <div className={styles.head}>
          <h2 className={styles.label} id={id}>
            <Icon name={ICONS[lane]} />
            <span>{title}</span>
            <span className="sr">: {count}</span>
          </h2>
          <ClockMark basis={basis} className={styles.basis} />
        </div>
        <p className={styles.note}>{note}</p>
      </div>
      <i className={styles.line}>
        <b style={{ width: `${Math.round(gone * 100)}%` }} />
      </i>
    </div>
  )
}

interface BoardBandProps {
  readonly children: React.ReactNode
}

/** The band that carries the lane heads. */
export function BoardBand({ children }: BoardBandProps) {
  return <div className={styles.band}>{children}</div>
}
