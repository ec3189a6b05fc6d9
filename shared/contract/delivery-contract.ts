import { z } from 'zod'
import {
  deliverySchema,
  deliverySettingsSchema,
  mailInputSchema,
  recipientSchema,
  scheduleInputSchema,
  smsInputSchema,
  telegramInputSchema,
} from './delivery-schemas.ts'
import { administers } from './procedures.ts'
import { idSchema } from './schemas.ts'

const deliveryId = z.object({ deliveryId: idSchema })

/** Reports and warnings that leave the desk. Addresses of the owner and his people: for whoever administers, nobody else. */
export const deliveryContract = {
  settings: administers.output(deliverySettingsSchema),
  /** `null` forgets the way and its secrets. Throws `BAD_INPUT`, also for a password over a line that is not encrypted. */
  setEmail: administers.input(z.object({ email: mailInputSchema.nullable() })).output(deliverySettingsSchema),
  setTelegram: administers.input(z.object({ telegram: telegramInputSchema.nullable() })).output(deliverySettingsSchema),
  setSms: administers.input(z.object({ sms: smsInputSchema.nullable() })).output(deliverySettingsSchema),
  /** All of them, as they are to be. Throws `BAD_INPUT` at `recipients.<n>.<field>`. */
  setRecipients: administers.input(z.object({ recipients: z.array(recipientSchema).max(20) })).output(deliverySettingsSchema),
  setSchedule: administers.input(scheduleInputSchema).output(deliverySettingsSchema),
  /** Newest first. */
  list: administers
    .input(z.object({ limit: z.number().int().min(1).max(500).default(50) }))
    .output(z.object({ deliveries: z.array(deliverySchema), failed: z.number().int() })),
  /** Sends a word to one recipient now and answers how it went. Throws `NOT_FOUND`. */
  test: administers.input(z.object({ recipientId: idSchema })).output(deliverySchema),
  /** Once more, now, for one that failed or waits; answers how it went. Throws `NOT_FOUND`. Leaves one that is done alone. */
  tryAgain: administers.input(deliveryId).output(deliverySchema),
  /** A person has seen that it failed, and that is enough. Throws `NOT_FOUND`. */
  dismiss: administers.input(deliveryId).output(deliverySchema),
  /** Looks at the clock, and delivers everything that waits. Also where the desk does nothing by itself. */
  run: administers.output(z.object({ deliveries: z.array(deliverySchema), failed: z.number().int() })),
}
