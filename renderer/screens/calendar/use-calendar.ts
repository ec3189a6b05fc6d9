import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import type { CalendarView, calendarSummarySchema, calendarYearSchema } from '#shared/contract/law-schemas.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { type DraftYears, draftYears, type Step, yearsOf } from './draft-years.ts'

export interface CalendarOnScreen {
  readonly years: readonly z.infer<typeof calendarSummarySchema>[]
  /** The year shown, as it counts in force. */
  readonly view: CalendarView
  readonly draft: DraftYears
}

interface CalendarAnswer {
  /** `undefined` until the desk has answered. */
  readonly calendar: CalendarOnScreen | undefined
  readonly error: unknown
  retry(): void
}

/** The year shown and every year the working copy touches, with the copy laid over them. */
export function useCalendar(year: number, steps: readonly Step[]): CalendarAnswer {
  const { api } = useDesk()
  const summaries = useQuery(api.calendar.years.queryOptions())
  const needed = useMemo(() => [...new Set([year, ...steps.flatMap(yearsOf)])].toSorted((a, b) => a - b), [year, steps])
  const { views, error, retry } = useQueries({
    queries: needed.map((needs) => api.calendar.year.queryOptions({ input: { year: needs } })),
    combine: (answers) => ({
      views: answers.flatMap(({ data }) => data ?? []),
      error: answers.find((answer) => answer.error !== null)?.error ?? null,
      retry: () => {
        for (const answer of answers) if (answer.error !== null) void answer.refetch()
      },
    }),
  })
  const draft = useMemo(
    () =>
      draftYears(
        steps,
        views.flatMap(({ content }) => content ?? []),
      ),
    [steps, views],
  )
  const view = views.find((candidate) => candidate.year === year)
  const isComplete = needed.every((needs) => views.some((candidate) => candidate.year === needs))
  const years = summaries.data
  return {
    calendar: years === undefined || view === undefined || !isComplete ? undefined : { years, view, draft },
    error: summaries.error ?? error,
    retry() {
      if (summaries.error !== null) void summaries.refetch()
      retry()
    },
  }
}

/** A year as it crosses the contract. */
export function plainYear(year: CalendarYear): z.infer<typeof calendarYearSchema> {
  return {
    ...year,
    nonWorking: [...year.nonWorking],
    workingWeekends: [...year.workingWeekends],
    ministerialTransfers: [...year.ministerialTransfers],
    watch: [...year.watch],
  }
}
