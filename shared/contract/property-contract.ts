import { z } from 'zod'
import { administers } from './procedures.ts'
import { propertyInputSchema, propertySchema } from './schemas.ts'

/** What a manager may change about the receiving party while the desk works. The rest is decided at first start, or under the rules. */
export const propertyDetailsSchema = propertyInputSchema
  .pick({
    name: true,
    bin: true,
    address: true,
    city: true,
    phone: true,
    department: true,
    kind: true,
    roomCount: true,
    language: true,
  })
  .required()
export type PropertyDetails = z.infer<typeof propertyDetailsSchema>

export const propertyContract = {
  /**
   * `before` is what the caller was shown: `STALE` when it is no longer so. A notice that has not left the desk is written anew where it
   * would name the host otherwise (`rewritten` says how many); what was sent keeps what it said. Audited field by field. Throws `BAD_INPUT`
   * (`details.bin`).
   */
  change: administers
    .input(z.object({ before: propertyDetailsSchema, details: propertyDetailsSchema }))
    .output(z.object({ property: propertySchema, rewritten: z.number().int() })),
}
