import type { Line } from '#shared/contract/line-schemas.ts'
import type { Status } from '#shared/contract/schemas.ts'
import type { ChannelId } from '#shared/domain/channel.ts'
import { weekdayDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../../client/use-status.ts'
import { Icon } from '../../components/icon.tsx'
import { join } from '../../components/join.ts'
import { Panel } from '../../components/panel.tsx'
import { Tag } from '../../components/tag.tsx'
import { duration } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import tones from '../../styles/tones.module.css'
import { connectionFacts } from './connection-facts.ts'
import styles from './connection-panel.module.css'
import { OutageBar } from './outage-bar.tsx'
import { type OutageSpan, type Segment, segmentsOf } from './outage-bar-segments.ts'
import { minutesSince, type Standing } from './standing.ts'

interface ConnectionPanelProps {
  readonly standing: Standing
  readonly outages: readonly OutageSpan[]
  /** `null` = not read yet. */
  readonly line: Line | null
}

/** How the line has been today, and how it is now. */
export function ConnectionPanel({ standing, outages, line }: ConnectionPanelProps) {
  const words = useWords()
  const { say, language } = words
  const { connection, now, today, zone } = standing
  const segments = segmentsOf({ outages, slow: line?.slow ?? [], connection, now, today, zone })
  const has = (wanted: Segment['kind']) => segments.some(({ kind }) => kind === wanted)
  const facts = connectionFacts(useStatus(), standing, line, words)
  return (
    <section className={styles.panel} aria-label={say('queue.line.title', { day: weekdayDay(today, language) })}>
      <div className={styles.head}>
        <h2>{say('queue.line.title', { day: weekdayDay(today, language) })}</h2>
        <LineTag connection={connection} now={now} words={words} />
        <span className="grow" />
        <ul className={styles.key} aria-hidden="true">
          <li>
            <i className={styles.works} />
            {say('queue.line.works')}
          </li>
          {has('slow') && (
            <li>
              <i className={styles.slow} />
              {say('line.slow')}
            </li>
          )}
          {has('held') && (
            <li>
              <i className={styles.held} />
              {say('queue.line.held')}
            </li>
          )}
          <li>
            <i className={styles.fails} />
            {say('queue.line.fails')}
          </li>
        </ul>
      </div>
      <OutageBar segments={segments} />
      <dl className={styles.facts} aria-label={say('line.facts.title')}>
        {facts.map(({ name, text, alarm }) => (
          <div key={name}>
            <dt>{say(`line.facts.${name}`)}</dt>
            <dd className={join(alarm !== null && join(styles.alarm, tones[alarm.tone]))}>
              {alarm !== null && <Icon name={alarm.icon} />}
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface LineTagProps {
  readonly connection: Status['connection']
  readonly now: string
  readonly words: ReturnType<typeof useWords>
}

function LineTag({ connection, now, words }: LineTagProps) {
  const { say } = words
  const { state, since } = connection
  switch (state) {
    case 'online':
      return (
        <Tag icon="line" tone="accepted" isPill>
          {say('shell.connection.online')}
        </Tag>
      )
    case 'unreachable':
      return (
        <Tag icon="lineCut" tone="overdue" isPill>
          {since === null
            ? say('shell.connection.unreachable')
            : say('queue.line.silentFor', { duration: duration(minutesSince(since, now), words) })}
        </Tag>
      )
    case 'sign_in_refused':
      return (
        <Tag icon="lock" tone="overdue" isPill>
          {say('shell.connection.sign_in_refused')}
        </Tag>
      )
    case 'held':
    case 'paused':
      return (
        <Tag icon={state === 'held' ? 'clock' : 'pause'} tone="today" isPill>
          {say(`shell.connection.${state}`)}
        </Tag>
      )
    case 'unknown':
    case 'by_hand':
      return (
        <Tag icon="line" tone="quiet" isPill>
          {say(`shell.connection.${state}`)}
        </Tag>
      )
  }
}

interface ByHandPanelProps {
  readonly dueToday: number
  readonly channel: ChannelId
}

const PORTAL_STEPS = ['queue.byHand.steps.take', 'queue.byHand.steps.copy', 'queue.byHand.steps.prove'] as const
const PAPER_STEPS = ['paper.queue.steps.choose', 'paper.queue.steps.print', 'paper.queue.steps.stamp'] as const

/** A property that files by hand has no line; it has a way of working. */
export function ByHandPanel({ dueToday, channel }: ByHandPanelProps) {
  const { say } = useWords()
  const isPaper = channel === 'paper'
  return (
    <Panel
      title={say(isPaper ? 'paper.queue.title' : 'queue.byHand.title')}
      icon="hand"
      tone="handover"
      aside={
        <>
          {!isPaper && <span className={styles.limit}>{say('queue.byHand.portalLimit')}</span>}
          {dueToday > 0 && (
            <Tag icon="clock" tone="today" isPill>
              {say('queue.byHand.dueToday', { count: dueToday })}
            </Tag>
          )}
        </>
      }
      isDense
    >
      <p className={styles.text}>{say(isPaper ? 'paper.queue.text' : 'queue.byHand.text')}</p>
      <ol className={styles.steps}>
        {(isPaper ? PAPER_STEPS : PORTAL_STEPS).map((step, index) => (
          <li key={step}>
            <b>{index + 1}</b>
            {say(step)}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
