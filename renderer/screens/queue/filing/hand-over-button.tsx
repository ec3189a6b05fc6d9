import { useMutation } from '@tanstack/react-query'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'

interface HandOverButtonProps {
  readonly noticeId: string
  readonly onDone: () => void
}

/** Puts the guest on the list of the colleague who holds the key. */
export function HandOverButton({ noticeId, onDone }: HandOverButtonProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const handing = useMutation(api.filing.handOver.mutationOptions())
  return (
    <>
      <Button
        isSmall
        look="bare"
        disabled={handing.isPending}
        onClick={() => handing.mutate({ noticeId }, { onSuccess: onDone })}
      >
        {say('queue.filing.handOver')}
      </Button>
      {handing.error !== null && <ErrorPanel error={handing.error} />}
    </>
  )
}
