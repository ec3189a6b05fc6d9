import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { DayView } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { useMayNot } from '../../../client/use-may.ts'

export interface Closing {
  /** `asked`: deadlines have passed, and the person is asked whether the day is closed all the same. */
  readonly step: 'idle' | 'asked' | 'busy'
  readonly error: unknown
  /** Why it is not offered; `null` = it is. */
  readonly mayNot: ReturnType<typeof useMayNot>
  /** Closes, or asks first. */
  begin(): void
  confirm(): void
  leave(): void
}

/** Closing the day on screen. Nothing opens a closed day again, so whoever closes over a missed deadline says so a second time. */
export function useClosing(view: DayView | undefined, date: CalendarDate): Closing {
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const mayNot = useMayNot('report.close')
  const [askedFor, setAskedFor] = useState<CalendarDate | null>(null)
  const { mutate, isPending, error, variables, reset } = useMutation({
    ...api.report.close.mutationOptions(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.report.key() }),
  })
  const overdue = view?.report.totals.overdue ?? 0
  const isAsked = askedFor === date && overdue > 0
  const isOpen = view !== undefined && view.close === null && view.report.date === date
  const confirm = useCallback(() => {
    if (mayNot !== null || isPending || !isOpen) return
    setAskedFor(null)
    mutate({ date })
  }, [mayNot, isPending, isOpen, mutate, date])
  const begin = useCallback(() => {
    if (overdue > 0) setAskedFor(date)
    else confirm()
  }, [overdue, confirm, date])
  const leave = useCallback(() => {
    setAskedFor(null)
    reset()
  }, [reset])
  return {
    step: isPending ? 'busy' : isAsked ? 'asked' : 'idle',
    error: variables?.date === date ? error : null,
    mayNot,
    begin,
    confirm,
    leave,
  }
}
