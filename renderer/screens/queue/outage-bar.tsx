import { join } from '../../components/join.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import styles from './connection-panel.module.css'
import { clockOf, MINUTES_OF_DAY, type Segment } from './outage-bar-segments.ts'

interface OutageBarProps {
  readonly segments: readonly Segment[]
}

const HOURS = ['00:00', '03:00', '06:00', '09:00', '12:00', '15:00', '18:00', '21:00', '23:59']

/** The day as a bar: solid = up, thin = slow or asked to wait, hatched = no answer, outlined = still to come. */
export function OutageBar({ segments }: OutageBarProps) {
  const words = useWords()
  const ahead = segments.find(({ kind }) => kind === 'ahead')
  const now = ahead?.from ?? MINUTES_OF_DAY
  return (
    <div>
      <div className={styles.bar} role="img" aria-label={barInWords(segments, words)}>
        {segments.map(({ kind, from, to }) => (
          <i key={from} className={join(styles.segment, styles[kind])} style={{ flexGrow: to - from }} />
        ))}
        <u className={styles.now} style={{ left: `${(now / MINUTES_OF_DAY) * 100}%` }} />
      </div>
      <div className={styles.hours} aria-hidden="true">
        {HOURS.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </div>
  )
}

/** The same for a screen reader. */
export function barInWords(segments: readonly Segment[], { say }: Pick<Words, 'say'>): string {
  const now = segments.find(({ kind }) => kind === 'ahead')?.from
  const spansOf = (wanted: Segment['kind']) =>
    segments
      .filter(({ kind }) => kind === wanted)
      .map(({ from, to }) =>
        say('queue.line.span', { from: clockOf(from), to: to === now ? say('queue.line.now') : clockOf(to) }),
      )
      .join(', ')
  const [outages, slow] = [spansOf('fails'), spansOf('slow')]
  const said = outages === '' ? say('queue.line.barAllUp') : say('queue.line.barOutages', { outages })
  return slow === '' ? said : `${said}. ${say('line.barSlow', { spans: slow })}`
}
