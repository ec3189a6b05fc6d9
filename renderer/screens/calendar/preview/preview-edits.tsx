import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { LawPreview } from '#shared/contract/law-schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { failureKey } from '../../../client/desk-failure.ts'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useCalendarPlace } from '../calendar-place.ts'
import { type CalendarOnScreen, plainYear } from '../use-calendar.ts'
import type { WorkingCopyAccess } from '../working-copy.ts'
import { PreviewFrame } from './preview-frame.tsx'

interface PreviewEditsProps {
  readonly calendar: CalendarOnScreen
  readonly copy: WorkingCopyAccess
}

/** What the working copy would do, and applying it. */
export function PreviewEdits({ calendar, copy }: PreviewEditsProps) {
  const { say } = useWords()
  const { api, client } = useDesk()
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const showApplied = useCalendarPlace((place) => place.showApplied)
  const { draft } = calendar
  const { steps, reason, setReason, clear } = copy
  const years = useMemo(() => draft.changedYears.map(plainYear), [draft])
  const isFromFile = steps.some((step) => step.kind === 'start' && step.from === 'file')
  const hasTrouble = draft.troubles.size > 0
  const isNothing = years.length === 0 || hasTrouble
  const applying = useMutation({
    mutationFn: ({ basis }: LawPreview) =>
      client.calendar.apply({ years, basis, origin: isFromFile ? 'import' : 'edit', reason: reason.trim() || null }),
    onSuccess(change, preview) {
      showApplied({ change, preview })
      clear()
      navigate('/calendar/applied')
    },
    async onError(error) {
      if (failureKey(error) === 'STALE') await queryClient.invalidateQueries({ queryKey: api.calendar.key() })
    },
  })
  // Guests come and go while a copy lies about: an earlier answer is never taken for today's. What is being applied is not asked again.
  const answer = useQuery(
    api.calendar.preview.queryOptions({
      input: { years },
      enabled: !isNothing && !applying.isPending && !applying.isSuccess,
      staleTime: 0,
      refetchOnMount: 'always',
    }),
  )
  const { mutate } = applying
  const apply = useCallback((preview: LawPreview) => mutate(preview), [mutate])
  return (
    <PreviewFrame
      title={say('calendarScreen.preview.title')}
      preview={answer.data}
      isCounting={answer.isFetching}
      previewError={answer.error}
      retry={() => void answer.refetch()}
      nothing={isNothing ? say(hasTrouble ? 'calendarScreen.preview.unfit' : 'calendarScreen.preview.noChange') : null}
      applyWord={say('calendarScreen.preview.apply')}
      applyNote={say('calendarScreen.preview.applyNote')}
      isApplying={applying.isPending}
      applyError={applying.error}
      forgetError={applying.reset}
      onApply={apply}
    >
      <Field label={say('calendarScreen.preview.reason')} hint={say('calendarScreen.preview.reasonHint')}>
        {(input) => <TextInput {...input} name="reason" maxLength={500} value={reason} onChange={setReason} />}
      </Field>
    </PreviewFrame>
  )
}
