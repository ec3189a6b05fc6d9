import type { Caller } from '#electron/desk/caller.ts'
import { deskError } from '#electron/desk/desk-error.ts'
import type { Register } from '#electron/desk/register.ts'
import { dayView } from '#electron/reports/close/day-view.ts'
import { giveOriginal, originalOf } from '#electron/reports/close/original.ts'
import { ORIGINAL_FORMAT } from '#electron/reports/close/original-file.ts'
import { collectHandover } from '#electron/reports/content/collect-handover.ts'
import { collectPeriod } from '#electron/reports/content/collect-period.ts'
import type { FileContent } from '#shared/contract/file.ts'
import type { ReportRequest } from '#shared/contract/report-schemas.ts'
import { roleHas } from '#shared/domain/actor.ts'
import type { Language } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { ReportDocument, ReportFormat } from '#shared/reports/document.ts'
import { handoverDocument } from '#shared/reports/handover-document.ts'
import { periodDocument } from '#shared/reports/period-document.ts'
import type { CsvDelimiter } from './csv-file.ts'
import { copyOf, fileOf } from './report-file.ts'

export interface FileRequest {
  readonly request: ReportRequest
  readonly format: ReportFormat
  readonly language: Language
  /** Of CSV; without it the one a spreadsheet in that language expects. */
  readonly delimiter?: CsvDelimiter | undefined
}

export interface GivenFile {
  readonly fileName: string
  readonly content: FileContent
  /** It says "copy" across its pages: the original was given out before, or this is not the original. */
  readonly isCopy: boolean
}

/**
 * A report as a file for a person. The PDF of a closed day in the language of its original is that original, byte for byte: the first time as
 * it is, then with the word "copy" over it. A PDF of a closed day that is not the original says "copy" from the first: in another language, or
 * because a guest in it was erased. Workbook, CSV and JSON are made of the same snapshot. Whoever works at the desk may have the hand-over;
 * the rest asks for `report.read`: throws `FORBIDDEN`, and what making it throws.
 */
export async function giveFile(register: Register, caller: Caller, asked: FileRequest): Promise<GivenFile> {
  const { request, format, language, delimiter } = asked
  if (request.what !== 'handover' && !roleHas(caller.actor.role, 'report.read'))
    throw deskError('FORBIDDEN', { permission: 'report.read' })
  const fileName = `${reportName(register, request)}.${format}`
  const closed =
    request.what === 'day' && format === ORIGINAL_FORMAT ? register.rows.businessDays.find(request.date) : undefined
  if (closed !== undefined) return { fileName, ...(await closedPdf(register, caller, closed.date, language)) }
  const document = reportDocument(register, caller, request, language)
  const { bytes, mediaType } = await fileOf(document, format, delimiter === undefined ? {} : { delimiter })
  return { fileName, content: blobOf(bytes, mediaType), isCopy: false }
}

/** Any report there is, as it stands now or was closed. */
export function reportDocument(register: Register, caller: Caller, request: ReportRequest, language: Language): ReportDocument {
  switch (request.what) {
    case 'day':
      return dayDocument(dayView(register, request.date), language)
    case 'handover':
      return handoverDocument(collectHandover(register, caller), language)
    case 'period':
      return periodDocument(collectPeriod(register, request), language)
  }
}

/** Dates and the number of the close, in Latin letters: some programs of the recipients' know no others in a file's name. */
export function reportName(register: Register, request: ReportRequest): string {
  switch (request.what) {
    case 'day': {
      const number = register.rows.businessDays.find(request.date)?.number
      return `qabyl-${request.date}${number === undefined ? '' : `-no-${number}`}`
    }
    case 'period':
      return `qabyl-${request.from}-${request.to}`
    case 'handover':
      return `qabyl-handover-${register.today()}`
  }
}

type Pdf = Omit<GivenFile, 'fileName'>
type Day = Extract<ReportRequest, { what: 'day' }>['date']

async function closedPdf(register: Register, caller: Caller, date: Day, language: Language): Promise<Pdf> {
  // Looked at before it is given: giving it is written down, and makes the next one a copy.
  const original = await originalOf(register, date)
  const given = original?.language === language ? await giveOriginal(register, caller, date) : null
  const bytes = given?.bytes ?? (await fileOf(dayDocument(dayView(register, date), language), ORIGINAL_FORMAT)).bytes
  const isCopy = given?.isCopy ?? true
  if (!isCopy) return { content: blobOf(bytes, 'application/pdf'), isCopy }
  const marked = await copyOf(bytes, wordsIn(language).say('report.copy'))
  return { content: blobOf(marked, 'application/pdf'), isCopy }
}

function blobOf(bytes: Uint8Array, type: string): Blob {
  return new Blob([new Uint8Array(bytes)], { type })
}
