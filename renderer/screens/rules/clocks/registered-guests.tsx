import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Rules } from '#shared/contract/law-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { ReasonForm } from '../../../components/reason-form.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useRulesAnswer } from '../use-rules-answer.ts'
import styles from './registered-guests.module.css'

interface RegisteredGuestsProps {
  readonly rules: Pick<Rules, 'notifyAlsoRegistered' | 'exposure'>
  readonly canChange: boolean
}

/** Whether guests who are registered by day 30 are notified about as well: the open question of 2026, and what the other answer risks. */
export function RegisteredGuests({ rules, canChange }: RegisteredGuestsProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const show = useRulesAnswer()
  const [isOpen, setIsOpen] = useState(false)
  const switching = useMutation(
    api.rules.setNotifyAlsoRegistered.mutationOptions({
      onSuccess(rules) {
        show(rules)
        setIsOpen(false)
      },
    }),
  )
  const isOn = rules.notifyAlsoRegistered
  const mci = rules.exposure.mciByKind[rules.exposure.kind]
  const offText = mci === 0 ? say('rules.clocks.registered.offTextWarning') : say('rules.clocks.registered.offText', { mci })
  const act = say(isOn ? 'rules.clocks.registered.turnOff' : 'rules.clocks.registered.turnOn')
  return (
    <Panel title={say('rules.clocks.registered.title')} icon="guests" isDense>
      <div className={styles.body}>
        <Tag icon={isOn ? 'ok' : 'alert'} tone={isOn ? 'accepted' : 'today'} wraps>
          {say(isOn ? 'rules.clocks.registered.on' : 'rules.clocks.registered.off')}
        </Tag>
        <p className={styles.text}>{isOn ? say('rules.clocks.registered.onText') : offText}</p>
        {canChange && !isOpen && (
          <div>
            <Button isSmall onClick={() => setIsOpen(true)}>
              {act}
            </Button>
          </div>
        )}
        {isOpen && (
          <ReasonForm
            effect={
              <Tag icon={isOn ? 'alert' : 'ok'} {...(isOn ? { tone: 'today' as const } : {})} wraps>
                {isOn ? offText : say('rules.clocks.registered.onText')}
              </Tag>
            }
            act={act}
            isBusy={switching.isPending}
            error={switching.error}
            onAct={(reason) => switching.mutate({ isOn: !isOn, reason })}
            onLeave={() => setIsOpen(false)}
          />
        )}
      </div>
    </Panel>
  )
}
