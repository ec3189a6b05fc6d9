import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { LawPreview } from '#shared/contract/law-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { failureKey } from '../../../client/desk-failure.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useCalendarPlace } from '../calendar-place.ts'
import { PreviewFrame } from './preview-frame.tsx'

/** What taking back a change would do, and taking it back. */
export function PreviewUndo({ changeId }: { readonly changeId: string }) {
  const { say } = useWords()
  const { api, client } = useDesk()
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const showApplied = useCalendarPlace((place) => place.showApplied)
  const undoing = useMutation({
    mutationFn: ({ basis }: LawPreview) => client.calendar.undo({ changeId, basis }),
    onSuccess(change, preview) {
      showApplied({ change, preview })
      navigate('/calendar/applied')
    },
    async onError(error) {
      if (failureKey(error) === 'STALE') await queryClient.invalidateQueries({ queryKey: api.calendar.key() })
    },
  })
  const answer = useQuery(
    api.calendar.previewUndo.queryOptions({
      input: { changeId },
      // Once it is being undone there is nothing left to preview.
      enabled: !undoing.isPending && !undoing.isSuccess,
      staleTime: 0,
      refetchOnMount: 'always',
    }),
  )
  const { mutate } = undoing
  const undo = useCallback((preview: LawPreview) => mutate(preview), [mutate])
  return (
    <PreviewFrame
      title={say('calendarScreen.preview.undoTitle')}
      preview={answer.data}
      isCounting={answer.isFetching}
      previewError={answer.error}
      retry={() => void answer.refetch()}
      nothing={null}
      applyWord={say('calendarScreen.preview.undo')}
      applyNote={say('calendarScreen.preview.undoNote')}
      isApplying={undoing.isPending}
      applyError={undoing.error}
      forgetError={undoing.reset}
      onApply={undo}
    />
  )
}
