import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../client/desk-context.tsx'
import { useStatus } from '../client/use-status.ts'
import { type PrimaryAction, primaryAction } from './primary-action.ts'

export interface NoticeActions {
  actionOf(notice: Notice): PrimaryAction
  /** Does the one next step of a notice: sends, asks the service, or goes to where a person does it. */
  act(notice: Notice): void
  /** Puts several on their way at once. */
  sendAll(notices: readonly Notice[]): void
  /** Asks the service about one whose fate is open, whatever its one next step is. */
  ask(notice: Notice): void
  /** What the service, asked last, made of the notice; `null` before. */
  readonly asked: Notice | null
  readonly isBusy: boolean
  /** The last failure, until the next step; `null` when all went well. */
  readonly error: unknown
  forgetError(): void
}

export function useNoticeActions(): NoticeActions {
  const { api } = useDesk()
  const [, navigate] = useLocation()
  const channel = useStatus().property?.channel ?? 'assisted-portal'
  const sending = useMutation(api.queue.sendNow.mutationOptions())
  const reconciling = useMutation(api.queue.reconcile.mutationOptions())

  const { mutate: send, reset: resetSending } = sending
  const { mutate: reconcile, reset: resetReconciling } = reconciling

  // The same functions as long as nothing they use changes: a table of thousands must not be drawn anew for them.
  const acts = useMemo(() => {
    function forgetError(): void {
      resetSending()
      resetReconciling()
    }
    return {
      actionOf: (notice: Notice) => primaryAction(notice, channel),
      act(notice: Notice) {
        const { step } = primaryAction(notice, channel)
        forgetError()
        if ('go' in step) navigate(step.go)
        else if (step.do === 'send') send({ noticeIds: [notice.id] })
        else reconcile({ noticeId: notice.id })
      },
      ask(notice: Notice) {
        forgetError()
        reconcile({ noticeId: notice.id })
      },
      sendAll(notices: readonly Notice[]) {
        forgetError()
        send({ noticeIds: notices.map((notice) => notice.id) })
      },
      forgetError,
    }
  }, [channel, navigate, send, reconcile, resetSending, resetReconciling])

  return {
    ...acts,
    asked: reconciling.data ?? null,
    isBusy: sending.isPending || reconciling.isPending,
    error: sending.error ?? reconciling.error,
  }
}
