import { type FormEvent, useState } from 'react'
import { type DeliverySettings, LADDER_MOMENTS, type LadderStep } from '#shared/contract/delivery-schemas.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field } from '../../../components/field.tsx'
import { Panel } from '../../../components/panel.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { readTime } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ChoiceField } from '../filing/choice-field.tsx'
import styles from './delivery.module.css'
import { useDeliveryChanges } from './use-delivery.ts'

interface SchedulePanelProps {
  readonly settings: Pick<DeliverySettings, 'ladder' | 'summaryAt'>
  readonly canChange: boolean
}

const MOST_STEPS = 8

/** The hours at which the owner is warned, on the hotel's clock, and when summaries go. */
export function SchedulePanel({ settings: { ladder, summaryAt }, canChange }: SchedulePanelProps) {
  const { say } = useWords()
  const { schedule: saving } = useDeliveryChanges()
  const save = (next: { readonly ladder: readonly LadderStep[]; readonly summaryAt: string }) =>
    saving.mutate({ ladder: next.ladder.toSorted(byMomentAndTime), summaryAt: next.summaryAt })

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
        <StepForm ladder={ladder} isBusy={saving.isPending} onAdd={(step) => save({ ladder: [...ladder, step], summaryAt })} />
      )}
      <SummaryForm
        summaryAt={summaryAt}
        canChange={canChange}
        isBusy={saving.isPending}
        onSave={(at) => save({ ladder, summaryAt: at })}
      />
      {saving.error !== null && <ErrorPanel error={saving.error} />}
    </Panel>
  )
}

interface StepFormProps {
  readonly ladder: readonly LadderStep[]
  readonly isBusy: boolean
  readonly onAdd: (step: LadderStep) => void
}

function StepForm({ ladder, isBusy, onAdd }: StepFormProps) {
  const { say } = useWords()
  const [when, setWhen] = useState<LadderStep['when']>('last_day')
  const [typed, setTyped] = useState('12:00')
  const time = readTime(typed)
  const isThere = time.state === 'read' && ladder.some((step) => step.when === when && step.at === time.value)

  function add(event: FormEvent): void {
    event.preventDefault()
    if (time.state === 'read' && !isThere && !isBusy) onAdd({ when, at: time.value })
  }

  return (
    <form className={styles.addStep} onSubmit={add}>
      <ChoiceField
        label={say('delivery.schedule.when')}
        choices={LADDER_MOMENTS}
        value={when}
        words={(moment) => say(`delivery.schedule.moments.${moment}`)}
        onChange={setWhen}
      />
      <Field label={say('delivery.schedule.at')} reason={isThere ? say('input.already_used') : undefined}>
        {(input) => <TextInput {...input} className={styles.time} maxLength={5} value={typed} onChange={setTyped} />}
      </Field>
      <Button type="submit" isSmall disabled={time.state !== 'read' || isThere || isBusy}>
        {say('delivery.schedule.add')}
      </Button>
    </form>
  )
}

interface SummaryFormProps {
  readonly summaryAt: string
  readonly canChange: boolean
  readonly isBusy: boolean
  readonly onSave: (at: string) => void
}

function SummaryForm({ summaryAt, canChange, isBusy, onSave }: SummaryFormProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState(summaryAt)
  const time = readTime(typed)

  function save(event: FormEvent): void {
    event.preventDefault()
    if (time.state === 'read' && !isBusy) onSave(time.value)
  }

  return (
    <form className={styles.summaryAt} onSubmit={save}>
      <Field
        label={say('delivery.schedule.summaryAt')}
        reason={time.state === 'read' ? undefined : say('endOfDay.hour.unreadable')}
      >
        {(input) => (
          <TextInput {...input} className={styles.time} maxLength={5} disabled={!canChange} value={typed} onChange={setTyped} />
        )}
      </Field>
      {canChange && typed !== summaryAt && (
        <Button type="submit" isSmall disabled={time.state !== 'read' || isBusy}>
          {say('common.save')}
        </Button>
      )}
    </form>
  )
}

function byMomentAndTime(a: LadderStep, b: LadderStep): number {
  return LADDER_MOMENTS.indexOf(a.when) - LADDER_MOMENTS.indexOf(b.when) || a.at.localeCompare(b.at)
}
