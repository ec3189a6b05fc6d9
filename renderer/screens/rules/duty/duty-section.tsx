import { useQuery } from '@tanstack/react-query'
import type { Rules } from '#shared/contract/law-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ActsPanel } from './acts-panel.tsx'
import { CoveredGuests } from './covered-guests.tsx'
import { dutyPoints } from './duty-points.ts'
import styles from './duty-section.module.css'
import { FinePanel } from './fine-panel.tsx'
import { ReadingsToday } from './readings-today.tsx'

/** The duty in four short points, both readings for a guest of today, who is covered, what it may cost, and the acts. */
export function DutySection({ rules }: { readonly rules: Rules }) {
  const words = useWords()
  const { say } = words
  const { api } = useDesk()
  const { data: deadline, error } = useQuery(api.deadline.explain.queryOptions({ input: { arrival: rules.businessDate } }))
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Panel title={say('duties.kinds.arrival_notice.name')}>
          <ul className={styles.points}>
            {dutyPoints(rules, deadline, words).map(({ icon, title, text }) => (
              <li key={icon} className={styles.point}>
                <span className={styles.mark}>
                  <Icon name={icon} isLarge />
                </span>
                <div>
                  <p className={styles.lead}>{title}</p>
                  <p className="sub">{text}</p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
        {error !== null && <ErrorPanel error={error} />}
        {deadline !== undefined && <ReadingsToday deadline={deadline} />}
      </div>
      <div className={styles.column}>
        <CoveredGuests />
        <FinePanel rules={rules} />
        <ActsPanel acts={rules.duties.find(({ kind }) => kind === 'arrival_notice')?.acts ?? []} />
      </div>
    </div>
  )
}
