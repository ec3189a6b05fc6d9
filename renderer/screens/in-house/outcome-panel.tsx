import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { inHouseForeseenSchema } from '#shared/contract/in-house-contract.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import type { IconName } from '../../components/icon.tsx'
import { Panel } from '../../components/panel.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Tone } from '../../components/tone.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './in-house.module.css'
import type { Obstacle, Party, Resident } from './in-house-parties.ts'
import type { Taking } from './use-taking.ts'

type Foreseen = z.infer<typeof inHouseForeseenSchema>

const LINES: readonly { readonly name: Exclude<keyof Foreseen, 'guests'>; readonly icon: IconName; readonly tone: Tone }[] = [
  { name: 'overdue', icon: 'alert', tone: 'overdue' },
  { name: 'today', icon: 'clock', tone: 'today' },
  { name: 'tomorrow', icon: 'clock', tone: 'ready' },
  { name: 'later', icon: 'clock', tone: 'quiet' },
  { name: 'filedElsewhere', icon: 'ok', tone: 'accepted' },
  { name: 'notRequired', icon: 'ok', tone: 'quiet' },
  { name: 'settled', icon: 'ok', tone: 'quiet' },
  { name: 'incomplete', icon: 'gap', tone: 'incomplete' },
  { name: 'citizenshipUnknown', icon: 'globe', tone: 'unknown' },
  { name: 'known', icon: 'user', tone: 'quiet' },
]

interface OutcomePanelProps {
  readonly residents: readonly Resident[]
  readonly parties: readonly Party[]
  readonly obstacle: Obstacle | null
  readonly taking: Taking
}

/** What taking the list would leave, as the desk counts it; what is in the way; in the end what came of it. */
export function OutcomePanel({ residents, parties, obstacle, taking }: OutcomePanelProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const total = residents.length
  const done = residents.filter(({ noticeId }) => noticeId !== null).length
  const isAsked = parties.length > 0 && obstacle === null && !taking.isBusy && done === 0
  const { data: foreseen, error } = useQuery(
    api.inHouse.foresee.queryOptions({
      input: { parties: parties.map((party) => party.input) },
      enabled: isAsked,
      placeholderData: keepPreviousData,
    }),
  )
  if (done === total)
    return (
      <Panel title={say('inHouse.done', { count: total })} icon="ok" tone="accepted">
        <p className={styles.lead}>{say('inHouse.doneText')}</p>
      </Panel>
    )
  return (
    <Panel title={say('inHouse.outcome.title')} icon="board">
      {isAsked && foreseen !== undefined && <Foresight foreseen={foreseen} />}
      {obstacle !== null && (
        <p className={styles.lead} role="status">
          {obstacle.kind === 'days'
            ? say('inHouse.hindered', { count: obstacle.guests })
            : say(obstacle.kind === 'until' ? 'inHouse.rule.untilMissing' : 'inHouse.rule.reasonMissing')}
        </p>
      )}
      {error !== null && taking.error === null && <ErrorPanel error={error} />}
      {taking.error !== null && <ErrorPanel error={taking.error} />}
      {done > 0 && !taking.isBusy && <p className={styles.lead}>{say('inHouse.stopped', { done, total })}</p>}
    </Panel>
  )
}

function Foresight({ foreseen }: { readonly foreseen: Foreseen }) {
  const { say } = useWords()
  return (
    <>
      <dl className={styles.foresight}>
        {LINES.filter(({ name }) => foreseen[name] > 0).map(({ name, icon, tone }) => (
          <div key={name} data-outcome={name}>
            <dt>
              <Tag icon={icon} tone={tone}>
                {say(`inHouse.outcome.${name}`)}
              </Tag>
            </dt>
            <dd>{foreseen[name]}</dd>
          </div>
        ))}
      </dl>
      {foreseen.overdue > 0 && <p className={styles.lead}>{say('inHouse.outcome.overdueText')}</p>}
    </>
  )
}
