import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { calendarFileOf } from '#shared/regulation/calendar/parse-calendar-file.ts'

const YEAR = BUILT_IN_YEARS.find(({ year }) => year === 2026)
if (YEAR === undefined) throw new Error('The program has no calendar for 2026')

/** 2026 as the program brings it. */
export const YEAR_2026: CalendarYear = YEAR

/** An order of the minister: Wednesday 25 November 2026 off, Saturday 28 November worked instead. */
export const TRANSFER = {
  ...JSON.parse(JSON.stringify(YEAR_2026)),
  source: 'An order made up for this test',
  nonWorking: [...YEAR_2026.nonWorking, '2026-11-25'].sort(),
  workingWeekends: ['2026-11-28'],
  ministerialTransfers: [{ from: '2026-11-28', to: '2026-11-25' }],
}

export const TRANSFER_FILE = JSON.stringify(calendarFileOf([TRANSFER]))
