import { useEffect, useState } from 'react'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { useStatus } from '../../client/use-status.ts'
import { Awaited } from '../../components/awaited.tsx'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { CheckInForm } from './check-in-form.tsx'
import { type DraftKeeper, draftKeeperOf } from './draft-keeper.ts'

/** The check-in: document, stay, confirm, on one page. Opens with what this workplace left unfinished. */
export function CheckIn() {
  const { client } = useDesk()
  const { say } = useWords()
  const { property } = useStatus()
  const propertyId = property?.id ?? ''
  const [keeper, setKeeper] = useState<DraftKeeper>()
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState({ isBeside: false })
  useEffect(() => {
    let isGone = false
    draftKeeperOf(propertyId, client, attempt.isBeside).then(
      (opened) => isGone || setKeeper(opened),
      (failure: unknown) => isGone || setError(failure),
    )
    return () => {
      isGone = true
      setKeeper(undefined)
      setError(null)
    }
  }, [propertyId, client, attempt])
  if (keeper === undefined) {
    return (
      <ScreenFrame title={say('checkIn.title')}>
        <Awaited error={error} onRetry={() => setAttempt({ isBeside: false })}>
          <Button isSmall look="bare" onClick={() => setAttempt({ isBeside: true })}>
            {say('checkIn.draft.beside')}
          </Button>
        </Awaited>
        {error !== null && <p>{say('checkIn.draft.unread')}</p>}
      </ScreenFrame>
    )
  }
  return <CheckInForm keeper={keeper} />
}
