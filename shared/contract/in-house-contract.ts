import { z } from 'zod'
import { calendarDateSchema } from './day-schemas.ts'
import { setsAside } from './procedures.ts'
import { checkInInputSchema, guestInputSchema, idSchema, noticeSchema } from './schemas.ts'

/** The service was told of the guest before Qabyl was here: how a person knows, and what the other way gave as proof. */
const filedElsewhereSchema = z.strictObject({
  reason: z.string().trim().min(3).max(500),
  reference: z.string().trim().min(1).max(100).nullable().default(null),
  /** The day it was done, where it is known. */
  filedOn: calendarDateSchema.nullable().default(null),
})

/** Guests of one stay who are in the house already. `requestId` as of a check-in: the same id is the same party. */
export const inHousePartySchema = checkInInputSchema.extend({
  guests: z
    .array(
      z.strictObject({
        facts: guestInputSchema,
        /** `null` = still to be notified. */
        filedElsewhere: filedElsewhereSchema.nullable().default(null),
      }),
    )
    .min(1)
    .max(40),
})

const count = z.number().int()

/** How the guests of a list would stand. Each counts once among the lanes or in `filedElsewhere`, `notRequired`, `settled`. */
export const inHouseForeseenSchema = z.object({
  guests: count,
  /** Of the guests: in the register already under the same booking or request. */
  known: count,
  overdue: count,
  today: count,
  tomorrow: count,
  later: count,
  filedElsewhere: count,
  notRequired: count,
  /** Known, and settled before. */
  settled: count,
  /** Of those in the lanes: something is missing, or nobody knows the citizenship. */
  incomplete: count,
  citizenshipUnknown: count,
})

/** Who is in the house on the day the desk begins to use Qabyl. */
export const inHouseContract = {
  /** What taking these parties would leave. Changes nothing; throws what taking them would throw. */
  foresee: setsAside.input(z.object({ parties: z.array(inHousePartySchema).min(1).max(300) })).output(inHouseForeseenSchema),
  /**
   * One party in one transaction: checked in, and whoever was filed elsewhere set so, before anything could be sent about him. Safe to repeat
   * under the same id. Throws `BAD_INPUT`, `LEASED` while a colleague files a guest who was known already.
   */
  take: setsAside.input(inHousePartySchema).output(z.object({ stayId: idSchema, notices: z.array(noticeSchema) })),
}
