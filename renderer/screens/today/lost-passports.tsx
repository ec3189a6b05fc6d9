import { useQuery } from '@tanstack/react-query'
import { fromDayMonth } from '#shared/i18n/dates.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { Panel } from '../../components/panel.tsx'
import { UnreadPanel } from '../../components/unread-panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { guestPath } from '../../notices/primary-action.ts'
import styles from './lost-passports.module.css'

/** Guests whose passport is lost: how many, since when, what comes next; each a link. Nobody = nothing is shown. */
export function LostPassports() {
  const { say, language } = useWords()
  const { api } = useDesk()
  const { data: open, error, refetch } = useQuery(api.lostPassport.openCases.queryOptions())
  if (open === undefined && error !== null)
    return <UnreadPanel title={say('lostPassport.today.title')} icon="alert" error={error} onRetry={() => void refetch()} />
  if (open === undefined || open.length === 0) return null
  return (
    <Panel title={say('lostPassport.today.title')} icon="alert" tone="today" isDense aside={<b>{open.length}</b>}>
      <ul>
        {open.map(({ caseId, noticeId, displayName, room, noticedOn, nextStep }) => (
          <li key={caseId} className={styles.row}>
            <a href={`#${guestPath(noticeId)}`}>{displayName}</a> <span className="note dim">{room}</span>
            <p>
              {fromDayMonth(noticedOn, language)}
              {', '}
              {nextStep === null
                ? say('lostPassport.today.close')
                : say('lostPassport.today.next', { step: say(`lostPassport.steps.${nextStep}.name`).toLowerCase() })}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
