import { THE_DESK } from '#electron/desk/caller.ts'
import type { Register } from '#electron/desk/register.ts'
import { originalOf } from '#electron/reports/close/original.ts'
import { fileOf } from '#electron/reports/files/report-file.ts'
import { giveFile, reportName } from '#electron/reports/files/requested-report.ts'
import type { ReportRequest } from '#shared/contract/report-schemas.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { ReportDocument } from '#shared/reports/document.ts'
import type { FileMaker, ReportForm } from './message-of.ts'

const CALLER = { actor: THE_DESK, workplace: 'desk', transport: 'cli' } as const

/**
 * The files of this property's reports. The PDF of a closed day in the language of its original leaves as that original, byte for byte, as
 * often as it is delivered: it is the same file, and whoever has it can prove it. On paper there is one original, so that a printer counts as
 * a person does.
 */
export const reportFiles: FileMaker = {
  async report(register, request, form) {
    const original = form.isPrinted ? null : await originalIfAsked(register, request, form)
    if (original !== null)
      return { bytes: original, mediaType: 'application/pdf', fileName: `${reportName(register, request)}.pdf` }
    const { fileName, content } = await giveFile(register, CALLER, { request, ...form })
    return { bytes: new Uint8Array(await content.arrayBuffer()), mediaType: content.type, fileName }
  },
  async page(title, lines, language) {
    const { bytes, mediaType, extension } = await fileOf(pageDocument(title, lines, language), 'pdf')
    return { bytes, mediaType, fileName: `qabyl-test.${extension}` }
  },
}

async function originalIfAsked(
  register: Register,
  request: ReportRequest,
  { format, language }: ReportForm,
): Promise<Uint8Array | null> {
  if (request.what !== 'day' || format !== 'pdf') return null
  const original = await originalOf(register, request.date)
  return original?.language === language ? original.bytes : null
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
