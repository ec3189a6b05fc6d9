import type { Register } from '#electron/desk/register.ts'
import { dayView } from '#electron/reports/close/day-view.ts'
import { originalOf } from '#electron/reports/close/original.ts'
import { fileOf } from '#electron/reports/files/report-file.ts'
import type { ReportRequest } from '#shared/contract/report-schemas.ts'
import type { Language } from '#shared/i18n/language.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { ReportDocument, ReportFormat } from '#shared/reports/document.ts'
import type { FileMaker } from './message-of.ts'

/**
 * The files of this property's reports. A closed day in the property's language and as PDF is its original, byte for byte: whoever has it can
 * prove it. Everything else is made of the same snapshot.
 */
export const reportFiles: FileMaker = {
  async report(register, request, form) {
    const name = nameOf(register, request)
    const original = await originalIfAsked(register, request, form)
    if (original !== null) return { bytes: original, mediaType: 'application/pdf', fileName: `${name}.pdf` }
    const { bytes, mediaType, extension } = await fileOf(documentOf(register, request, form.language), form.format)
    return { bytes, mediaType, fileName: `${name}.${extension}` }
  },
  async page(title, lines, language) {
    const { bytes, mediaType, extension } = await fileOf(pageDocument(title, lines, language), 'pdf')
    return { bytes, mediaType, fileName: `qabyl-test.${extension}` }
  },
}

async function originalIfAsked(
  register: Register,
  request: ReportRequest,
  { format, language }: { readonly format: ReportFormat; readonly language: Language },
): Promise<Uint8Array | null> {
  if (request.what !== 'day' || format !== 'pdf') return null
  const original = await originalOf(register, request.date)
  return original?.language === language ? original.bytes : null
}

function documentOf(register: Register, request: ReportRequest, language: Language): ReportDocument {
  switch (request.what) {
    case 'day':
      return dayDocument(dayView(register, request.date), language)
    case 'period':
    case 'handover':
      throw new Error(`No document of a ${request.what}`)
  }
}

/** Dates and the number of the close, in Latin letters: some programs of the recipients' know no others in a file's name. */
function nameOf(register: Register, request: ReportRequest): string {
  switch (request.what) {
    case 'day': {
      const number = register.rows.businessDays.find(request.date)?.number
      return `qabyl-${request.date}${number === undefined ? '' : `-no-${number}`}`
    }
    case 'period':
      return `qabyl-${request.from}-${request.to}`
    case 'handover':
      return 'qabyl-handover'
  }
}

function pageDocument(title: string, lines: readonly string[], language: Language): ReportDocument {
  return {
    language,
    title,
    lines: [],
    corner: [],
    banner: null,
    blocks: lines.map((text) => ({ kind: 'paragraph', text, look: 'plain' })),
    foot: 'Qabyl',
    pageOf: '{page} / {pages}',
  }
}
