import { create } from 'zustand'
import type { CalendarChange, LawPreview } from '#shared/contract/law-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

interface CalendarPlace {
  /** The day the keyboard is on; `null` = today. Its year is the year shown. */
  readonly day: CalendarDate | null
  /** The change made last from here, with what it moved. */
  readonly applied: { readonly change: CalendarChange; readonly preview: LawPreview } | null
  select(day: CalendarDate): void
  showApplied(applied: NonNullable<CalendarPlace['applied']>): void
}

/** Where a person is in the calendar; kept while other screens are open, gone with the window. */
export const useCalendarPlace = create<CalendarPlace>()((set) => ({
  day: null,
  applied: null,
  select: (day) => set({ day }),
  showApplied: (applied) => set({ applied }),
}))
