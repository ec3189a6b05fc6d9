import { type FormEvent, useState } from 'react'
import { type DeliverySettings, LADDER_MOMENTS, type LadderStep } from '#shared/contract/delivery-schemas.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field } from '../../../components/field.tsx'
import { Panel } from '../../../components/panel.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ChoiceField } from '../filing/choice-field.tsx'
import styles from './delivery.module.css'
import { useDeliveryChanges } from './use-delivery.ts'

interface SchedulePanelProps {
  readonly settings: Pick<DeliverySettings, 'ladder' | 'summaryAt'>
  readonly canChange: boolean
}

const MOST_STEPS = 8
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The hours at which the owner is warned, on the hotel's clock, and when summaries go. */
export function SchedulePanel({ settings: { ladder, summaryAt }, canChange }: SchedulePanelProps) {
  const { say } = useWords()
  const { schedule: saving } = useDeliveryChanges()
  const [when, setWhen] = useState<LadderStep['when']>('last_day')
  const [at, setAt] = useState('12:00')
  const [summary, setSummary] = useState(summaryAt)
  const isThere = ladder.some((step) => step.when === when && step.at === at)
  const save = (next: { readonly ladder: readonly LadderStep[]; readonly summaryAt: string }) =>
    saving.mutate({ ladder: [...next.ladder].toSorted(byMomentAndTime), summaryAt: next.summaryAt })

  function add(event: FormEvent): void {
    event.preventDefault()
    if (TIME.test(at) && !isThere && !saving.isPending) save({ ladder: [...ladder, { when, at }], summaryAt })
  }

  return (
    <Panel title={say('delivery.schedule.title')} icon="clock">
      <p className={styles.lead}>{say('delivery.schedule.lead')}</p>
      {ladder.length === 0 ? (
        <p className={styles.none}>{say('delivery.schedule.none')}</p>
      ) : (
        <ul className={styles.steps}>
          {ladder.map((step) => (
            <li key={`${step.when} ${step.at}`}>
              <b>{step.at}</b>
              <span className="grow">{say(`delivery.schedule.moments.${step.when}`)}</span>
              {canChange && (
                <Button
                  isSmall
                  look="bare"
                  icon="close"
                  disabled={saving.isPending}
                  aria-label={say('delivery.schedule.removeOf', {
                    when: say(`delivery.schedule.moments.${step.when}`),
                    at: step.at,
                  })}
                  onClick={() => save({ ladder: ladder.filter((other) => other !== step), summaryAt })}
                >
                  {null}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {canChange && ladder.length < MOST_STEPS && (
        <form className={styles.addStep} onSubmit={add}>
          <ChoiceField
            label={say('delivery.schedule.when')}
            choices={LADDER_MOMENTS}
            value={when}
            words={(moment) => say(`delivery.schedule.moments.${moment}`)}
            onChange={setWhen}
          />
          <Field label={say('delivery.schedule.at')} reason={isThere ? say('input.already_used') : undefined}>
            {(input) => <TextInput {...input} type="time" value={at} onChange={setAt} />}
          </Field>
          <Button type="submit" isSmall disabled={!TIME.test(at) || isThere || saving.isPending}>
            {say('delivery.schedule.add')}
          </Button>
        </form>
      )}
      <form
        className={styles.summaryAt}
        onSubmit={(event) => {
          event.preventDefault()
          if (TIME.test(summary)) save({ ladder, summaryAt: summary })
        }}
      >
        <Field label={say('delivery.schedule.summaryAt')}>
          {(input) => <TextInput {...input} type="time" disabled={!canChange} value={summary} onChange={setSummary} />}
        </Field>
        {canChange && summary !== summaryAt && (
          <Button type="submit" isSmall disabled={!TIME.test(summary) || saving.isPending}>
            {say('common.save')}
          </Button>
        )}
      </form>
      {saving.error !== null && <ErrorPanel error={saving.error} />}
    </Panel>
  )
}

function byMomentAndTime(a: LadderStep, b: LadderStep): number {
  return LADDER_MOMENTS.indexOf(a.when) - LADDER_MOMENTS.indexOf(b.when) || a.at.localeCompare(b.at)
}
