import { useMemo } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { calendarDateSchema } from '#shared/contract/day-schemas.ts'
import { calendarYearSchema } from '#shared/contract/law-schemas.ts'
import { CONFIDENCES, HOLIDAY_KEYS } from '#shared/regulation/calendar/calendar-year.ts'
import { useStatus } from '../../client/use-status.ts'
import type { Step } from './draft-years.ts'

/** A form that is open, with what is typed in it so far. */
export type OpenForm =
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'holiday'; readonly date: string; readonly holiday: string }
  | { readonly kind: 'confirm'; readonly year: number; readonly source: string; readonly confidence: string }

/** Changes of the calendar that are not in force. */
export interface WorkingCopy {
  readonly steps: readonly Step[]
  readonly form: OpenForm | null
  /** Typed in the preview: on what ground. */
  readonly reason: string
}

const EMPTY: WorkingCopy = { steps: [], form: null, reason: '' }

interface WorkingCopies {
  /** By property: training and the real one have calendars of their own. */
  readonly copies: Readonly<Record<string, WorkingCopy>>
  /** What was discarded last, until something new is entered. */
  readonly discarded: { readonly propertyId: string; readonly copy: WorkingCopy } | null
}

const editSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move_rest_day'), from: calendarDateSchema, to: calendarDateSchema }),
  z.object({ kind: z.literal('take_back_move'), from: calendarDateSchema, to: calendarDateSchema }),
  z.object({ kind: z.literal('add_holiday'), date: calendarDateSchema, holiday: z.enum(HOLIDAY_KEYS) }),
  z.object({ kind: z.literal('remove_holiday'), date: calendarDateSchema }),
  z.object({ kind: z.literal('confirm'), source: z.string(), confidence: z.enum(CONFIDENCES), note: z.string() }),
])
const stepSchema = z.discriminatedUnion('kind', [
  z.object({
    id: z.string(),
    kind: z.literal('start'),
    from: z.enum(['file', 'rules', 'program']),
    name: z.string(),
    content: calendarYearSchema,
  }),
  z.object({ id: z.string(), kind: z.literal('edit'), year: z.number().int(), edit: editSchema }),
])
const formSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('holiday'), date: z.string(), holiday: z.string() }),
  z.object({ kind: z.literal('confirm'), year: z.number().int(), source: z.string(), confidence: z.string() }),
])
const keptSchema = z.object({
  copies: z.record(
    z.string(),
    z.object({
      // A step of an earlier edition that is no longer understood is left out; the others stay.
      steps: z.array(stepSchema.nullable().catch(null)).transform((steps) => steps.filter((step) => step !== null)),
      form: formSchema.nullable().catch(null),
      reason: z.string().catch(''),
    }),
  ),
})

/** Outlives the screen and the window: nothing typed is lost. Holds calendars only, never a guest. */
const useCopies = create<WorkingCopies>()(
  persist((): WorkingCopies => ({ copies: {}, discarded: null }), {
    name: 'qabyl.calendar-copy',
    partialize: ({ copies }) => ({ copies }),
    merge(kept, current) {
      const read = keptSchema.safeParse(kept)
      return read.success ? { ...current, copies: read.data.copies } : current
    },
  }),
)

export interface WorkingCopyAccess extends WorkingCopy {
  /** Something was discarded and can be brought back. */
  readonly hasDiscarded: boolean
  /** Adds a step. A year as a whole takes the place of what the copy held as its start. */
  add(step: Step): void
  remove(stepId: string): void
  removeLast(): void
  setForm(form: OpenForm | null): void
  setReason(reason: string): void
  discard(): void
  bringBack(): void
  /** After applying: what was applied is no draft any more. */
  clear(): void
}

/** The working copy of the calendar at this workplace, for the property that is open. */
export function useWorkingCopy(): WorkingCopyAccess {
  const propertyId = useStatus().property?.id ?? ''
  const copy = useCopies(({ copies }) => copies[propertyId]) ?? EMPTY
  const hasDiscarded = useCopies(({ discarded }) => discarded?.propertyId === propertyId)
  return useMemo(() => ({ ...copy, hasDiscarded, ...actsOn(propertyId) }), [copy, hasDiscarded, propertyId])
}

type WorkingCopyActs = Omit<WorkingCopyAccess, keyof WorkingCopy | 'hasDiscarded'>

function actsOn(propertyId: string): WorkingCopyActs {
  const now = () => useCopies.getState().copies[propertyId] ?? EMPTY
  const change = (changed: Partial<WorkingCopy>) =>
    useCopies.setState(({ copies }) => ({ copies: { ...copies, [propertyId]: { ...now(), ...changed } } }))
  return {
    add(step) {
      change({ steps: [...now().steps.filter((known) => !isSameStart(known, step)), step] })
      useCopies.setState({ discarded: null })
    },
    remove: (stepId) => change({ steps: now().steps.filter(({ id }) => id !== stepId) }),
    removeLast: () => change({ steps: now().steps.slice(0, -1) }),
    setForm: (form) => change({ form }),
    setReason: (reason) => change({ reason }),
    discard() {
      useCopies.setState({ discarded: { propertyId, copy: now() } })
      change(EMPTY)
    },
    bringBack() {
      const { discarded } = useCopies.getState()
      if (discarded?.propertyId !== propertyId) return
      useCopies.setState({ discarded: null })
      change(discarded.copy)
    },
    clear: () => change(EMPTY),
  }
}

function isSameStart(known: Step, step: Step): boolean {
  return known.kind === 'start' && step.kind === 'start' && known.content.year === step.content.year
}
