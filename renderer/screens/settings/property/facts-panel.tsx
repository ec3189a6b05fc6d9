import { useQuery } from '@tanstack/react-query'
import type { Status } from '#shared/contract/schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { useStatus } from '../../../client/use-status.ts'
import { Awaited } from '../../../components/awaited.tsx'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { connectionFacts } from '../../queue/connection-facts.ts'
import { useLineActs } from '../../queue/use-line-acts.ts'
import { useStanding } from '../../queue/use-standing.ts'
import styles from './property.module.css'

/** The channel and how it stands, the hour of the day's close, and the versions in force. */
export function FactsPanel({ property }: { readonly property: NonNullable<Status['property']> }) {
  const words = useWords()
  const { say } = words
  const { api } = useDesk()
  const status = useStatus()
  const standing = useStanding()
  const line = useLineActs()
  const { data: read } = useQuery(api.queue.line.queryOptions({ enabled: !line.isByHand }))
  const { data: days, error, refetch } = useQuery(api.report.days.queryOptions())
  const channel = line.isByHand
    ? [{ name: 'environment' as const, text: say(`shell.environment.${property.environment}`) }]
    : connectionFacts(status, standing, read ?? null, words)
  const { version, forecast } = status.calendar
  const isTestService = status.environment === 'production' && status.connection.serviceEnvironment === 'test'
  return (
    <Panel title={say('propertySettings.facts.title')} isDense>
      {isTestService && (
        <p className={styles.alarm} role="alert">
          <Tag icon="alert" tone="overdue" wraps>
            {say('propertySettings.facts.testService')}
          </Tag>
        </p>
      )}
      <dl className={styles.facts}>
        <Fact name={say('propertySettings.facts.channel')}>{say(`channels.${property.channel}.name`)}</Fact>
        {channel.map(({ name, text }) => (
          <Fact key={name} name={say(`line.facts.${name}`)}>
            {text}
          </Fact>
        ))}
        <Fact name={say('propertySettings.facts.zone')}>{property.zone}</Fact>
        {days !== undefined && error === null && (
          <Fact name={say('propertySettings.facts.closes')}>
            {days.closesAt === null
              ? say('propertySettings.facts.byHand')
              : say('propertySettings.facts.closesAt', { time: days.closesAt })}
          </Fact>
        )}
        <Fact name={say('propertySettings.facts.calendar')}>
          {forecast ? `${version} · ${say('propertySettings.facts.forecast')}` : version}
        </Fact>
        <Fact name={say('propertySettings.facts.version')}>{status.appVersion}</Fact>
      </dl>
      {(days === undefined || error !== null) && <Awaited error={error} onRetry={() => void refetch()} />}
      <div className={styles.acts}>
        {!line.isByHand && (
          <Button isSmall icon="line" disabled={line.isBusy} onClick={line.check}>
            {say('propertySettings.facts.check')}
          </Button>
        )}
        <ButtonLink isSmall look="bare" href="#/end-of-day">
          {say('propertySettings.facts.change')}
        </ButtonLink>
        <span role="status">{line.checked}</span>
      </div>
      {line.error !== null && <ErrorPanel error={line.error} />}
    </Panel>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
