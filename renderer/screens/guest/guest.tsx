import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { Awaited } from '../../components/awaited.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { GuestView } from './guest-view.tsx'

/** One guest of one stay: deadline, facts, everything that happened to the notice (`/guest/:noticeId`). */
export function Guest() {
  const { say } = useWords()
  const { api } = useDesk()
  const { noticeId } = useParams<{ noticeId: string }>()
  const { data: detail, error, refetch } = useQuery(api.guest.get.queryOptions({ input: { noticeId } }))
  if (detail !== undefined) return <GuestView key={noticeId} detail={detail} />
  return (
    <ScreenFrame title={say('guest.title')}>
      <Awaited error={error} onRetry={() => void refetch()}>
        <ButtonLink isSmall href="#/guests">
          {say('guest.title')}
        </ButtonLink>
      </Awaited>
    </ScreenFrame>
  )
}
