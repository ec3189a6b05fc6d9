import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Status } from '#shared/contract/schemas.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { useStatus } from '../../client/use-status.ts'
import { useWords } from '../../i18n/use-words.ts'

export interface LineActs {
  /** A person files at this property: there is no line to act on. */
  readonly isByHand: boolean
  readonly isPaused: boolean
  readonly isBusy: boolean
  /** What the last check found, in words; `null` before one. */
  readonly checked: string | null
  pause(): void
  resume(): void
  check(): void
  readonly error: unknown
  forgetError(): void
}

/** Pause, resume and check of the line to the service. */
export function useLineActs(): LineActs {
  const { api } = useDesk()
  const { say } = useWords()
  const queryClient = useQueryClient()
  const { connection, property } = useStatus()
  const onSuccess = (status: Status) => queryClient.setQueryData(api.desk.status.queryKey(), status)
  const pausing = useMutation(api.queue.pause.mutationOptions({ onSuccess }))
  const resuming = useMutation(api.queue.resume.mutationOptions({ onSuccess }))
  const checking = useMutation(api.queue.checkConnection.mutationOptions({ onSuccess }))

  function forgetError(): void {
    for (const mutation of [pausing, resuming, checking]) mutation.reset()
  }

  return {
    isByHand: property?.channel !== 'migration-api',
    isPaused: connection.state === 'paused',
    isBusy: pausing.isPending || resuming.isPending || checking.isPending,
    checked: checking.data === undefined ? null : found(checking.data.connection),
    pause: () => pausing.mutate(undefined),
    resume: () => resuming.mutate(undefined),
    check() {
      forgetError()
      checking.mutate(undefined)
    },
    error: pausing.error ?? resuming.error ?? checking.error,
    forgetError,
  }

  function found({ state, cause }: Status['connection']): string {
    if (state === 'online') return say('queue.checked')
    return say('queue.checkedNot', {
      cause: cause === null ? say(`shell.connection.${state}`) : say(`causes.${cause}.short`),
    })
  }
}
