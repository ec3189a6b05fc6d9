import { useLocation } from 'wouter'
import { useStatus } from '../client/use-status.ts'
import { capsOf } from '../commands/command.ts'
import { Icon } from '../components/icon.tsx'
import { join } from '../components/join.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './rail.module.css'
import { SCREENS, type Screen } from './screens.tsx'

const GROUPS = ['work', 'reference'] as const

export function Rail() {
  const { say } = useWords()
  return (
    <nav className={styles.rail} aria-label={say('shell.sections')}>
      {GROUPS.map((group) => (
        <div key={group} className={styles.group}>
          {SCREENS.map(
            ({ path, rail }) => rail !== undefined && rail.group === group && <RailLink key={path} path={path} rail={rail} />,
          )}
        </div>
      ))}
    </nav>
  )
}

interface RailLinkProps {
  readonly path: string
  readonly rail: NonNullable<Screen['rail']>
}

function RailLink({ path, rail }: RailLinkProps) {
  const { say } = useWords()
  const status = useStatus()
  const [location] = useLocation()
  const isHere = location === path || (rail.alsoFor !== undefined && location.startsWith(rail.alsoFor))
  const count = rail.word === 'today' ? status.urgentCount : rail.word === 'queue' ? status.queueDepth : 0
  return (
    <a
      href={`#${path}`}
      className={styles.link}
      title={`${say(`shell.${rail.word}`)}  ${capsOf(rail)}`}
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon name={rail.icon} isLarge />
      <span>{say(`shell.${rail.word}`)}</span>
      {count > 0 && (
        <sup className={join(styles.count, rail.word === 'today' && styles.hot)}>
          <span className="sr">{rail.word === 'today' ? say('shell.urgent') : say('shell.waiting')} </span>
          {count}
        </sup>
      )}
    </a>
  )
}
