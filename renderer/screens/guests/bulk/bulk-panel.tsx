import { useEffect, useRef } from 'react'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { ReasonForm } from '../../../components/reason-form.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { BULK_LOOKS } from './bulk-acts.ts'
import styles from './bulk-panel.module.css'
import { ExceptionsList } from './exceptions-list.tsx'
import type { BulkPlan } from './use-bulk.ts'

interface BulkPanelProps {
  readonly plan: BulkPlan
  readonly onRun: (plan: BulkPlan, reason: string) => void
  readonly onLeave: () => void
}

/** Before an act on many: for how many it would be done, why not for the others, and – where it needs one – the reason. */
export function BulkPanel({ plan, onRun, onLeave }: BulkPanelProps) {
  const { say } = useWords()
  const { act, applies, chosen, exceptions } = plan
  const look = BULK_LOOKS[act]
  const name = say(`guestList.bulk.confirm.${act}`, { count: applies.length })
  return (
    <section className={styles.panel} aria-labelledby="bulk-title" data-guests="plan">
      <h2 id="bulk-title" className={styles.title}>
        <Icon name={look.icon} />
        {say(`guestList.bulk.titles.${act}`)}
      </h2>
      <div className={styles.columns}>
        <div className={styles.doing}>
          <p className={styles.applies} role="status" data-guests="applies">
            {applies.length === 0
              ? say('guestList.bulk.none')
              : say('guestList.bulk.applies', { count: applies.length, of: chosen })}
          </p>
          {applies.length > 0 && look.asksReason && (
            <ReasonForm
              effect={say(`guestList.bulk.effects.${act}`)}
              act={name}
              isBusy={false}
              error={null}
              onAct={(reason) => onRun(plan, reason)}
              onLeave={onLeave}
            />
          )}
          {applies.length > 0 && !look.asksReason && <p className={styles.effect}>{say(`guestList.bulk.effects.${act}`)}</p>}
          {(applies.length === 0 || !look.asksReason) && (
            <Acts name={applies.length > 0 ? name : null} onRun={() => onRun(plan, '')} onLeave={onLeave} />
          )}
        </div>
        {exceptions.length > 0 && (
          <div className={styles.others}>
            <h3>{say('guestList.bulk.others')}</h3>
            <ExceptionsList exceptions={exceptions} />
          </div>
        )}
      </div>
    </section>
  )
}

interface ActsProps {
  /** `null` = there is nothing to do but leave. */
  readonly name: string | null
  readonly onRun: () => void
  readonly onLeave: () => void
}

/** The cursor stands on the act: Enter does it, Esc leaves. */
function Acts({ name, onRun, onLeave }: ActsProps) {
  const { say } = useWords()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div className={styles.acts}>
      {name !== null && (
        <Button ref={first} look="main" onClick={onRun}>
          {name}
        </Button>
      )}
      <Button ref={name === null ? first : undefined} look="bare" shortcut="Esc" onClick={onLeave}>
        {say('common.cancel')}
      </Button>
    </div>
  )
}
