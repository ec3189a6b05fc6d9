import { z } from 'zod'
import { portalIdSchema } from '#shared/contract/filing-schemas.ts'
import { FORM_ORDERS, PORTAL_FIELD_KEYS, type Portal, type PortalProof } from '#shared/domain/portal-form.ts'
import eqonaq from './portals/eqonaq.json' with { type: 'json' }
import vmp from './portals/vmp.json' with { type: 'json' }

const pattern = z.string().refine(isPattern, 'expected a regular expression')
/** For whoever reads the data file. */
const note = z.string().optional()

const fieldSchema = z.strictObject({
  key: z.enum(PORTAL_FIELD_KEYS),
  labelRu: z.string().min(1),
  labelEn: z.string().min(1),
  required: z.boolean(),
  takes: pattern.optional(),
  note,
})

const portalSchema = z.strictObject({
  id: portalIdSchema,
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  source: z.string().min(1),
  confidence: z.string().min(1),
  order: z.enum(FORM_ORDERS),
  arrivalNotEarlierThanDaysAgo: z.number().int().min(0).nullable(),
  proof: z.strictObject({
    referencePattern: pattern.nullable(),
    receiptAfterMinutes: z.number().int().min(0).nullable(),
    note,
  }),
  fields: z
    .array(fieldSchema)
    .min(1)
    .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, 'a field stands in it twice'),
})

/** Reads the data file of a portal: what is not understood is refused, never guessed. Throws `ZodError`. */
export function readPortal(data: unknown): Portal {
  return portalSchema.parse(data)
}

/** The state's portals a person can file at, the usual one first. */
export const PORTALS: readonly Portal[] = [eqonaq, vmp].map(readPortal)

export function findPortal(id: string): Portal | undefined {
  return PORTALS.find((portal) => portal.id === id)
}

/** Whether this may be a number the portal gave; any may where nobody knows what they look like. */
export function isNumberOf({ referencePattern }: PortalProof, reference: string): boolean {
  return referencePattern === null || new RegExp(`^(?:${referencePattern})$`, 'u').test(reference)
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== ''
  } catch {
    return false
  }
}
