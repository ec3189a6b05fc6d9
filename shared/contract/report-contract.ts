import { z } from 'zod'
import { calendarDateSchema } from './day-schemas.ts'
import { reports } from './procedures.ts'

/** The business day, its report and its close; what is printed of them. */
export const reportContract = {
  day: reports.input(z.object({ date: calendarDateSchema })).output(z.record(z.string(), z.unknown())),
}
