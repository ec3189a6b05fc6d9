import { z } from 'zod'
import {
  DATE_FORMATS,
  NAME_CASES,
  NAME_SCRIPTS,
  ROOM_FORMS,
  ROOM_PLACES,
  SINGLE_NAME_CONVENTIONS,
} from '../domain/filing-convention.ts'
import { PURPOSES } from '../domain/guest.ts'
import { NOTIFICATION_STATES } from '../domain/notification.ts'
import { FORM_ORDERS } from '../domain/portal-form.ts'
import { instantSchema } from './day-schemas.ts'
import { noticeSchema } from './schemas.ts'

/** Which portal: the `id` of its data file. */
export const portalIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)
/** SHA-256 of a found file's bytes, hex: the file itself, whatever its name. */
export const fileHashSchema = z.string().regex(/^[0-9a-f]{64}$/)

const orderSchema = z.enum(FORM_ORDERS)
const ownText = z.string().trim().min(1).max(200).nullable()

/** See FilingConvention for what each means. */
export const conventionSchema = z.strictObject({
  nameScript: z.enum(NAME_SCRIPTS),
  nameCase: z.enum(NAME_CASES),
  singleName: z.enum(SINGLE_NAME_CONVENTIONS),
  dateFormat: z.enum(DATE_FORMATS),
  roomPlace: z.enum(ROOM_PLACES),
  roomForm: z.enum(ROOM_FORMS),
  address: ownText,
  hostNumber: z
    .string()
    .regex(/^\d{12}$/, 'expected 12 digits')
    .nullable(),
  purposes: z.partialRecord(z.enum(PURPOSES), z.string().trim().min(1).max(100)),
})

const portalProofSchema = z.object({
  /** `null` = nobody knows what the portal's number looks like: any is taken. */
  referencePattern: z.string().nullable(),
  /** Minutes from sending the form to the PDF, as far as known. */
  receiptAfterMinutes: z.number().int().nullable(),
})

const fillFieldSchema = z.object({
  /** Key of the portal's field, as in the form data (`surname`, `stayFrom` …). */
  key: z.string(),
  /** Portal's own label, Russian and English. */
  labelRu: z.string(),
  labelEn: z.string(),
  /** Exactly what is copied; `null` = leave empty in the portal. */
  value: z.string().nullable(),
  required: z.boolean(),
  /** Something the clerk should know: see FillHint. */
  hint: z.string().nullable(),
})

export const fillSheetSchema = z.object({
  notice: noticeSchema,
  portal: z.object({
    id: portalIdSchema,
    name: z.string(),
    /** Address to open beside the sheet. */
    url: z.url(),
    order: orderSchema,
    proof: portalProofSchema,
    /** The portal has refused arrivals as old as this one; `null` when it has not, or nothing is known. */
    refusesArrivalsOlderThanDays: z.number().int().nullable(),
  }),
  /** All portals this property uses, its first choice first. */
  portals: z.array(z.object({ id: portalIdSchema, name: z.string() })),
  fields: z.array(fillFieldSchema),
})

/** How a folder for receipts can be looked into. */
export const FOLDER_STATES = [
  /** Nobody has looked yet. */
  'looking',
  'readable',
  'missing',
  'not_a_folder',
  'forbidden',
  /** A network that is gone: the last look has not come back. */
  'not_answering',
  'too_many_files',
  'failed',
] as const
const folderSchema = z.object({ directory: z.string(), state: z.enum(FOLDER_STATES) })

/** What the text of a PDF says about the guest it may belong to. */
export const FILE_MATCHES = [
  /** The document's number stands in it. */
  'document',
  /** The name does, the number does not. */
  'name',
  /** Neither: somebody else's, or another paper. */
  'other',
  /** A scan, or a text that cannot be read. */
  'unreadable',
] as const

export const foundSchema = z.object({
  /** Empty = the property watches no folder. */
  folders: z.array(folderSchema),
  /** A PDF that may be this guest's receipt; the likeliest when there are several. */
  offer: z
    .object({
      sha256: fileHashSchema,
      fileName: z.string(),
      directory: z.string(),
      sizeBytes: z.number().int(),
      appearedAt: instantSchema,
      match: z.enum(FILE_MATCHES),
    })
    .nullable(),
  /** A new file that looks like a receipt and cannot be offered. */
  passedOver: z.object({ fileName: z.string(), why: z.enum(['link', 'too_large', 'not_pdf', 'forbidden']) }).nullable(),
})

/** Who has a guest, and how the last lease ended. */
export const holderSchema = z.object({
  state: z.enum(NOTIFICATION_STATES),
  lease: noticeSchema.shape.lease,
  /** What ended the last lease, or the one before it while a colleague's runs; `null` while the caller's runs, and before the first. */
  ended: z
    .object({
      how: z.enum(['ran_out', 'released', 'broken', 'handed_over', 'accepted', 'other']),
      by: z.string(),
      at: instantSchema,
      /** The manager's, for `broken`. */
      reason: z.string().nullable(),
    })
    .nullable(),
})

export const handOverEntrySchema = z.object({
  notice: noticeSchema,
  /** Who put it on the list, and when; `null` where the channel itself asked for a person. */
  handedOver: z.object({ by: z.string(), at: instantSchema }).nullable(),
  /** A person put it there, so a person may take it back. */
  canTakeBack: z.boolean(),
})

export const portalSettingsSchema = z.object({
  id: portalIdSchema,
  name: z.string(),
  url: z.url(),
  /** The property's own address for it; `null` = that of the data file. */
  ownUrl: z.url().nullable(),
  isUsed: z.boolean(),
  order: orderSchema,
  source: z.string(),
  arrivalNotEarlierThanDaysAgo: z.number().int().nullable(),
  proof: portalProofSchema,
  /** Fields the form asks for. */
  fieldKeys: z.array(z.string()),
  convention: conventionSchema,
  isOwnConvention: z.boolean(),
})

export const filingSettingsSchema = z.object({
  /** Those in use first, in the property's order. */
  portals: z.array(portalSettingsSchema),
  folders: z.array(folderSchema),
  /** Where the browser of the desk's own PC most likely saves; `null` when it is not there or watched already. */
  suggestedFolder: z.string().nullable(),
})

export const previewSheetSchema = z.object({ fields: z.array(fillFieldSchema) })
