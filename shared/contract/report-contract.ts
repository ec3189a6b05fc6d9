import { z } from 'zod'
import { calendarDateSchema } from './day-schemas.ts'
import { fileSchema } from './file.ts'
import { administers, closes, reads, reports, writes } from './procedures.ts'
import {
  businessDaysSchema,
  dayCloseSchema,
  dayViewSchema,
  reportFormatSchema,
  reportLanguageSchema,
  reportRequestSchema,
} from './report-schemas.ts'

const day = z.object({ date: calendarDateSchema })

import { handoverSchema, periodSchema } from './summary-schemas.ts'

/** The business day, its report and its close; what is printed of them. */
export const reportContract = {
  /** Which day is open, when it closes by itself, which are closed. */
  days: reports.output(businessDaysSchema),
  /** As it was closed, or as it stands now. Throws `STORE_FAILED` (`damaged`) for a closed day that is not what was signed. */
  day: reports.input(day).output(dayViewSchema),
  /**
   * Closes the open day, also before it is over; nothing opens it again. On return it is on disk, numbered and signed. Throws `STALE` when it
   * is closed already, `BAD_INPUT` at `date` when it has not begun (`in_future`) or an earlier day is open (`earlier_day_open`).
   */
  close: closes.input(day).output(dayCloseSchema),
  /** What the colleague who takes over must know: whoever works at the desk may ask. */
  handover: reads.output(handoverSchema),
  /** A hand-over was given to the colleague: the next one counts from now. Audited. */
  handOver: writes.output(z.object({})),
  /** The owner's summary, both days included. Throws `BAD_INPUT` at `to`: `before_from`, or `too_long` for more than a year. */
  period: reports.input(z.object({ from: calendarDateSchema, to: calendarDateSchema })).output(periodSchema),
  /**
   * Any of them as a file. The PDF of a closed day in the language of its original is that original: the first time as it is, afterwards, and
   * in any other language, with the word "copy" across it. `delimiter` is of CSV; without it the one that a spreadsheet in that language
   * expects. The hand-over is for whoever works at the desk; the rest throws `FORBIDDEN` without `report.read`.
   */
  file: reads
    .input(
      z.object({
        request: reportRequestSchema,
        format: reportFormatSchema,
        language: reportLanguageSchema,
        delimiter: z.enum([';', ',']).optional(),
      }),
    )
    .output(z.object({ fileName: z.string(), content: fileSchema, isCopy: z.boolean() })),
  /** When days close by themselves, hotel-local; before noon = in the night after the day, `null` = by hand only. Audited. */
  setCloseHour: administers
    .input(
      z.object({
        closesAt: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
          .nullable(),
      }),
    )
    .output(businessDaysSchema),
}
