import { z } from 'zod'
import { PORTAL_FIELD_KEYS, type PortalForm } from '#shared/domain/portal-form.ts'
import type { Register } from '../register.ts'
import eqonaqForm from './eqonaq-form.json' with { type: 'json' }

const portalFormSchema = z.object({
  portalName: z.string(),
  portalUrl: z.url(),
  source: z.string(),
  confidence: z.string(),
  fields: z.array(
    z.object({ key: z.enum(PORTAL_FIELD_KEYS), labelRu: z.string(), labelEn: z.string(), required: z.boolean() }),
  ),
})

/** The state's web form that hotels file in. */
export const portalForm: PortalForm = portalFormSchema.parse(eqonaqForm)

/** Address to open beside the sheet: the property's own setting, else the form's. */
export function portalUrl(register: Pick<Register, 'store'>): string {
  return register.store.settings.get('portal.url', z.url()) ?? portalForm.portalUrl
}
