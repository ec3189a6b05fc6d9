import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../../../client/desk-context.tsx'
import { useMayNot } from '../../../client/use-may.ts'
import { Button } from '../../../components/button.tsx'
import { ReasonForm } from '../../../components/reason-form.tsx'
import { useWords } from '../../../i18n/use-words.ts'

interface BreakLeaseProps {
  readonly noticeId: string
  readonly heldBy: string
  readonly onBroken: () => void
}

/** For a manager: takes the guest away from a colleague who went home with him on the screen. The reason goes into the journal. */
export function BreakLease({ noticeId, heldBy, onBroken }: BreakLeaseProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const [isOpen, setIsOpen] = useState(false)
  const breaking = useMutation(api.filing.breakLease.mutationOptions({ onSuccess: onBroken }))
  if (useMayNot('desk.administer') !== null) return null
  if (!isOpen)
    return (
      <Button isSmall look="bare" icon="hand" onClick={() => setIsOpen(true)}>
        {say('filing.lease.break')}
      </Button>
    )
  return (
    <ReasonForm
      effect={say('filing.lease.breakText', { name: heldBy })}
      act={say('filing.lease.breakAct')}
      isBusy={breaking.isPending}
      error={breaking.error}
      onAct={(reason) => breaking.mutate({ noticeId, reason })}
      onLeave={() => setIsOpen(false)}
    />
  )
}
