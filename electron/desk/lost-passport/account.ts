import { z } from 'zod'
import type { LossRecord, LossStepRecord } from '#electron/store/rows/lost-passports.ts'
import type { LossDocument } from '#shared/contract/lost-passport-contract.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { DOCUMENT_TYPES, type GuestFacts } from '#shared/domain/guest.ts'
import type { Register } from '../register.ts'

/** What a case says of the guest, as it is sealed: written by the functions below and authenticated by the seal. */

const day = z.custom<CalendarDate>((value) => typeof value === 'string').nullable()

const accountSchema = z.object({
  place: z.string(),
  circumstances: z.string().nullable(),
  document: z.object({
    type: z.enum(DOCUMENT_TYPES).nullable(),
    series: z.string().nullable(),
    number: z.string().nullable(),
    issuingState: z.string().nullable(),
    issueDate: day,
    expiryDate: day,
  }),
})
export type LossAccount = z.infer<typeof accountSchema>

const detailsSchema = z.object({ number: z.string().nullable(), note: z.string().nullable() })
export type LossStepDetails = z.infer<typeof detailsSchema>

type Sealing = Pick<Register, 'store'>

export function sealAccount({ store }: Sealing, stayId: string, caseId: string, account: LossAccount): Buffer {
  return store.stayKeys.seal(stayId, `lost-passport:${caseId}`, Buffer.from(JSON.stringify(account), 'utf8'))
}

/** `undefined` once the guest was erased. */
export function openAccount({ store }: Sealing, { id, stayId, sealedAccount }: LossRecord): LossAccount | undefined {
  const bytes = store.stayKeys.open(stayId, `lost-passport:${id}`, sealedAccount)
  return bytes === undefined ? undefined : accountSchema.parse(JSON.parse(bytes.toString('utf8')))
}

export function sealStep({ store }: Sealing, stayId: string, purpose: StepPurpose, details: LossStepDetails): Buffer {
  return store.stayKeys.seal(stayId, purpose, Buffer.from(JSON.stringify(details), 'utf8'))
}

/** Nothing once the guest was erased. */
export function openStep({ store }: Sealing, stayId: string, { caseId, step, sealedDetails }: LossStepRecord): LossStepDetails {
  const bytes = store.stayKeys.open(stayId, stepPurpose(caseId, step), sealedDetails)
  return bytes === undefined ? { number: null, note: null } : detailsSchema.parse(JSON.parse(bytes.toString('utf8')))
}

type StepPurpose = ReturnType<typeof stepPurpose>

export function stepPurpose(caseId: string, step: LossStepRecord['step']) {
  return `lost-passport-step:${caseId}:${step}` as const
}

export function sealClosing({ store }: Sealing, stayId: string, caseId: string, note: string | null): Buffer | null {
  return note === null ? null : store.stayKeys.seal(stayId, `lost-passport-closing:${caseId}`, Buffer.from(note, 'utf8'))
}

export function openClosing({ store }: Sealing, { id, stayId, sealedClosing }: LossRecord): string | null {
  if (sealedClosing === null) return null
  return store.stayKeys.open(stayId, `lost-passport-closing:${id}`, sealedClosing)?.toString('utf8') ?? null
}

/** The document a guest shows, without who is in it. */
export function documentOfFacts(facts: GuestFacts): LossDocument {
  return {
    type: facts.documentType,
    series: facts.documentSeries,
    number: facts.documentNumber,
    issuingState: facts.issuingState,
    issueDate: facts.issueDate,
    expiryDate: facts.expiryDate,
  }
}

/** Another paper, or the same one completed: a date typed later makes no new document, another number does. */
export function isSameDocument(a: LossDocument, b: LossDocument): boolean {
  return a.type === b.type && a.series === b.series && a.number === b.number && a.issuingState === b.issuingState
}
