import { useState } from 'react'
import type { LossCase } from '#shared/contract/lost-passport-contract.ts'
import type { LossStep } from '#shared/domain/lost-passport.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { join } from '../../../components/join.ts'
import { useKeptNames } from '../../../drafts/use-kept-form.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import styles from './lost-passport.module.css'
import { StepForm } from './step-form.tsx'
import { lossFormName } from './use-loss-form.ts'

interface StepListProps {
  readonly loss: LossCase
  readonly detail: GuestDetail
  readonly mayChange: boolean
}

/** The way in its order: what is behind with its day and number, what comes next with where to go, what is still ahead. */
export function StepList({ loss, detail, mayChange }: StepListProps) {
  const { citizenship } = detail.facts
  const { say, language } = useWords()
  const { property } = useStatus()
  const [chosen, setEditing] = useState<LossStep | null | undefined>(undefined)
  const kept = useKeptNames(detail.notice.id)
  const half = loss.steps.find(({ step }) => kept.includes(lossFormName(step)))?.step ?? null
  const editing = chosen === undefined ? half : chosen
  const places = {
    address: property?.address ?? '',
    department: property?.department ?? '',
    country: citizenship === null ? say('common.unknown') : countryName(citizenship, language),
  }
  return (
    <ol className={styles.steps}>
      {loss.steps.map((step, index) => {
        const { doneOn, number, note, by } = step
        const name = say(`lostPassport.steps.${step.step}.name`)
        const isNext = step.step === loss.nextStep
        return (
          <li
            key={step.step}
            className={join(styles.step, doneOn !== null && styles.done, isNext && styles.next)}
            data-step={step.step}
            aria-current={isNext ? 'step' : undefined}
          >
            <span className={styles.number} aria-hidden="true">
              {doneOn === null ? index + 1 : <Icon name="check" />}
            </span>
            <div className="grow">
              <div className={styles.head}>
                <div className="grow">
                  <h3>{name}</h3>
                  {doneOn !== null && (
                    <p className={styles.fact}>
                      {[dayMonth(doneOn, language), number === null ? null : say('lostPassport.numberOf', { number }), by]
                        .filter((part) => part !== null)
                        .join(', ')}
                      {note !== null && <span className={styles.note}>{note}</span>}
                    </p>
                  )}
                  {doneOn === null && !isNext && <p className={styles.fact}>{say('lostPassport.notDone')}</p>}
                </div>
                {mayChange && editing !== step.step && (
                  <Button
                    isSmall
                    look={isNext ? 'soft' : 'bare'}
                    icon={isNext ? 'check' : undefined}
                    aria-label={`${say(doneOn === null ? 'lostPassport.saveStep' : 'lostPassport.correctStep')}: ${name}`}
                    onClick={() => setEditing(step.step)}
                  >
                    {say(doneOn === null ? 'lostPassport.saveStep' : 'lostPassport.correctStep')}
                  </Button>
                )}
              </div>
              {isNext && (
                <>
                  <p className={styles.todo}>{say(`lostPassport.steps.${step.step}.todo`)}</p>
                  <p className={styles.where}>
                    <Icon name="home" />
                    {say(`lostPassport.steps.${step.step}.where`, places)}
                  </p>
                </>
              )}
              {editing === step.step && (
                <StepForm
                  loss={loss}
                  detail={detail}
                  step={step}
                  takesFocus={chosen !== undefined}
                  onClose={() => setEditing(null)}
                />
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
