import { useCallback, useMemo, useState } from 'react'
import { BULK_PART } from '#shared/contract/guest-list-contract.ts'
import type { BulkExceptionView } from '#shared/contract/guest-list-schemas.ts'
import { type BulkAct, UNDOABLE_ACTS } from '#shared/domain/guest-filter.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { showFile } from '../../../client/show-file.ts'
import { type BulkDone, doPart, undoAll } from './bulk-calls.ts'

export interface BulkPlan {
  readonly act: BulkAct
  /** Everybody who was ticked. */
  readonly chosen: number
  readonly applies: readonly string[]
  /** The notices acted on, for the act that makes one paper of all. */
  readonly noticeIds: readonly string[]
  readonly exceptions: readonly BulkExceptionView[]
}

export interface BulkOutcome extends BulkDone {
  readonly act: BulkAct
  readonly isUndone: boolean
  /** What an undo needs; `null` where there is nothing to take back. */
  readonly undoable: { readonly bulkId: string; readonly listed: readonly string[] } | null
  /** Of the covering list that was made. */
  readonly number: string | null
  /** It stopped before the end: what is said was done is done. */
  readonly error: unknown
}

export type BulkStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking'; readonly act: BulkAct }
  | { readonly kind: 'planned'; readonly plan: BulkPlan }
  | { readonly kind: 'running'; readonly act: BulkAct; readonly done: number; readonly of: number; readonly isUndo: boolean }
  | { readonly kind: 'finished'; readonly outcome: BulkOutcome }
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Bulk {
  readonly step: BulkStep
  /** Asks whom the act would concern. */
  plan(act: BulkAct, chosen: readonly string[]): void
  /** Does what was planned. */
  run(plan: BulkPlan, reason: string): void
  undo(outcome: BulkOutcome): void
  close(): void
}

/** An act on many from the first question to its undo: looked at, done part by part with a count, said, taken back. `onDone` follows one that was done. */
export function useBulk(onDone: () => void): Bulk {
  const { client } = useDesk()
  const [step, setStep] = useState<BulkStep>({ kind: 'idle' })

  const plan = useCallback(
    (act: BulkAct, chosen: readonly string[]) => {
      const looking: BulkStep = { kind: 'looking', act }
      // Whoever has gone on to something else meanwhile is not called back to this question.
      const answer = (step: BulkStep) => setStep((now) => (now === looking ? step : now))
      setStep(looking)
      client.guestList.preview({ act, noticeIds: [...chosen] }).then(
        (preview) => answer({ kind: 'planned', plan: { act, chosen: chosen.length, ...preview } }),
        (error: unknown) => answer({ kind: 'failed', error }),
      )
    },
    [client],
  )

  const run = useCallback(
    async ({ act, applies, noticeIds }: BulkPlan, reason: string) => {
      const bulkId = crypto.randomUUID()
      const total: BulkDone = { done: 0, exceptions: [] }
      const nothing = { act, isUndone: false, undoable: null, number: null, error: null }
      const finish = (outcome: Partial<BulkOutcome> & BulkDone) => {
        onDone()
        setStep({ kind: 'finished', outcome: { ...nothing, ...outcome } })
      }
      setStep({ kind: 'running', act, done: 0, of: applies.length, isUndo: false })
      try {
        if (act === 'send') return finish(await client.guestList.send({ noticeIds: [...applies] }))
        if (act === 'paper') {
          const list = await client.paper.make({ listId: bulkId, noticeIds: [...noticeIds] })
          const undoable = { bulkId, listed: noticeIds }
          finish({ done: noticeIds.length, exceptions: [], number: list.number, undoable })
          const { content, fileName } = await client.paper.print({ listId: bulkId })
          return showFile(new Blob([await content.arrayBuffer()], { type: 'application/pdf' }), fileName, true)
        }
        let sum = total
        for (let part = 0; part * BULK_PART < applies.length; part += 1) {
          const ids = applies.slice(part * BULK_PART, (part + 1) * BULK_PART)
          try {
            const { done, exceptions } = await doPart(client, act, { bulkId, part, noticeIds: ids, reason })
            sum = { done: sum.done + done, exceptions: [...sum.exceptions, ...exceptions] }
          } catch (error) {
            // What is done stays done, is said, and can be taken back.
            return finish({ ...sum, error, undoable: sum.done > 0 ? { bulkId, listed: [] } : null })
          }
          setStep({
            kind: 'running',
            act,
            done: Math.min((part + 1) * BULK_PART, applies.length),
            of: applies.length,
            isUndo: false,
          })
        }
        finish({ ...sum, undoable: sum.done > 0 && isUndoable(act) ? { bulkId, listed: [] } : null })
      } catch (error) {
        setStep({ kind: 'failed', error })
      }
    },
    [client, onDone],
  )

  const undo = useCallback(
    async (outcome: BulkOutcome) => {
      const { act, undoable, done: of } = outcome
      if (undoable === null) return
      const onProgress = (done: number) => setStep({ kind: 'running', act, done, of, isUndo: true })
      onProgress(0)
      try {
        const undone = await undoAll(client, act, undoable, onProgress)
        setStep({ kind: 'finished', outcome: { ...outcome, ...undone, isUndone: true, undoable: null, error: null } })
      } catch (error) {
        setStep({ kind: 'finished', outcome: { ...outcome, error } })
      }
    },
    [client],
  )

  const close = useCallback(() => setStep({ kind: 'idle' }), [])
  return useMemo(
    () => ({
      step,
      plan,
      run: (given: BulkPlan, reason: string) => void run(given, reason),
      undo: (outcome: BulkOutcome) => void undo(outcome),
      close,
    }),
    [step, plan, run, undo, close],
  )
}

function isUndoable(act: BulkAct): boolean {
  return UNDOABLE_ACTS.some((one) => one === act)
}
