import { expect } from 'vitest'
import type { DatedDuty } from '#shared/regulation/duties/duty.ts'
import { checkWindowSpans, countSpans } from '../stay/check-spans.ts'
import { dateOf, dayOf } from '../stay/naive-window.ts'

/** Days that a count of working days ends on, by kind. */
const WORKING_DAYS: Readonly<Record<string, number>> = { arrival_notice: 3, reregistration: 5 }

/**
 * Works the dates of a clock out of its explanation, with arithmetic that shares nothing with the program, and holds them against the
 * dates. A printed date explains itself.
 */
export function checkExplanation(duty: DatedDuty): void {
  const { explanation, strictDue, latestDue } = duty
  switch (explanation.kind) {
    case 'working_days': {
      const { days } = explanation
      const wanted = WORKING_DAYS[duty.kind]
      const [arrival] = days
      if (wanted === undefined || arrival === undefined) throw new Error(`${duty.kind} cannot count working days`)
      for (const [index, day] of days.entries()) expect(day.date).toBe(dateOf(dayOf(arrival.date) + index))
      const working = days.filter(({ isWorking }) => isWorking)
      expect(working[wanted - 1]?.date).toBe(strictDue)
      expect(working.filter(({ date }) => date !== arrival.date)[wanted - 1]?.date).toBe(latestDue)
      expect(days.at(-1)?.date).toBe(latestDue)
      return
    }
    case 'calendar_days': {
      const counted = countSpans(explanation.spans, explanation.start, strictDue)
      expect(counted).toBe(explanation.allowedDays)
      expect(strictDue).toBe(dateOf(dayOf(explanation.start) + explanation.allowedDays - 1))
      expect(latestDue).toBe(strictDue)
      return
    }
    case 'window':
      checkWindowSpans(explanation.spans, explanation.maxDays, explanation.periodDays, strictDue)
      expect(latestDue).toBe(strictDue)
      return
    case 'printed':
      expect(latestDue).toBe(strictDue)
      return
  }
}
