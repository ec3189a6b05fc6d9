import { z } from 'zod'
import { DOCUMENT_TYPES, PURPOSES, SEXES, VISA_ENTRIES } from '#shared/domain/guest.ts'
import { broughtListSchema } from '../../lists/brought-list.ts'
import type { CheckInForm } from './form-state.ts'

const text = z.string().catch('')
const flag = z.boolean().catch(false)

/** Fields that a draft of an earlier version lacks come back empty: what can be read of it is never thrown away. */
const guestSchema = z.object({
  key: z.string(),
  scan: text,
  mrz: z.string().nullable().catch(null),
  isToCompare: flag,
  surname: text,
  givenNames: text,
  hasSingleName: flag,
  patronymic: text,
  printedName: text,
  sex: z.enum(['', ...SEXES]).catch(''),
  birthDate: text,
  citizenship: text,
  citizenshipText: text,
  documentType: z.enum(['', ...DOCUMENT_TYPES]).catch(''),
  documentSeries: text,
  documentNumber: text,
  issuingState: text,
  issueDate: text,
  expiryDate: text,
  hasNoExpiry: flag,
  guardianDocument: text,
  purpose: z.enum(['', ...PURPOSES]).catch(''),
  borderEntryDate: text,
  borderCheckpoint: text,
  visaNumber: text,
  visaValidUntil: text,
  visaEntries: z.enum(['', ...VISA_ENTRIES]).catch(''),
  phone: text,
  email: text,
  ownRoom: text,
  isListed: flag,
  leftOver: text,
  isSaved: flag,
})

const draftSchema = z.object({
  requestId: z.uuid(),
  wasAttempted: flag,
  isArrivalNow: flag,
  stay: z.object({ arrivalDate: text, arrivalTime: text, room: text, departure: text, reservation: text }),
  guests: z.array(guestSchema).min(1),
  active: z.number().int().min(0).catch(0),
  list: broughtListSchema.nullable().catch(null),
})

export function writeDraft(form: CheckInForm): string {
  return JSON.stringify(form)
}

/** The form as it was left; `undefined` when the text is no draft of ours. */
export function readDraft(content: string): CheckInForm | undefined {
  const draft = draftSchema.safeParse(parsedJson(content))
  if (!draft.success) return undefined
  return { ...draft.data, active: Math.min(draft.data.active, draft.data.guests.length - 1) }
}

function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
