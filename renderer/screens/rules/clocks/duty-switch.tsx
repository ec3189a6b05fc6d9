import { useMutation } from '@tanstack/react-query'
import type { Rules } from '#shared/contract/law-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { ReasonForm } from '../../../components/reason-form.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useRulesAnswer } from '../use-rules-answer.ts'

interface DutySwitchProps {
  readonly duty: Rules['duties'][number]
  readonly onDone: () => void
}

/** Watching a clock or not, with what that means and a reason. */
export function DutySwitch({ duty, onDone }: DutySwitchProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const show = useRulesAnswer()
  const switching = useMutation(
    api.rules.setDuty.mutationOptions({
      onSuccess(rules) {
        show(rules)
        onDone()
      },
    }),
  )
  const turn = duty.isFollowed ? 'off' : 'on'
  return (
    <ReasonForm
      effect={say(`rules.clocks.switch.${turn}Effect`)}
      act={say(`rules.clocks.switch.${turn}`, { duty: say(`duties.kinds.${duty.kind}.name`) })}
      isBusy={switching.isPending}
      error={switching.error}
      onAct={(reason) => switching.mutate({ kind: duty.kind, isFollowed: !duty.isFollowed, reason })}
      onLeave={onDone}
    />
  )
}
