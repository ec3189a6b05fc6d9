import type { Register } from '#electron/desk/register.ts'
import type { Delivery } from '#electron/store/rows/deliveries.ts'
import type { ReportRequest } from '#shared/contract/report-schemas.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { ReportFormat } from '#shared/reports/document.ts'
import type { Message, OutgoingFile } from './message.ts'
import { wordsOf } from './message-words.ts'

export interface ReportForm {
  readonly format: ReportFormat
  readonly language: Language
  /** It goes straight to paper, of which there is one original. */
  readonly isPrinted: boolean
}

/** Makes the files; which reports there are and how they look is not known here. */
export interface FileMaker {
  /** A closed day always gives what its close gave. */
  report(register: Register, request: ReportRequest, form: ReportForm): Promise<OutgoingFile>
  /** A page of a few words, as PDF. */
  page(title: string, lines: readonly string[], language: Language): Promise<OutgoingFile>
}

/** The report could not be made: nothing has left. */
export class NoReportError extends Error {
  override readonly name = 'NoReportError'
}

/** One delivery as it goes out. Throws {@link NoReportError}. */
export async function messageOf(register: Register, delivery: Delivery, files: FileMaker): Promise<Message> {
  const { id, content, language, doubts } = delivery
  const { property } = register
  const words = wordsOf(content, { property, language, isRepeat: doubts > 0 })
  return { id, ...words, file: await fileOf(register, delivery, files, words) }
}

async function fileOf(
  register: Register,
  { content, language, way }: Delivery,
  files: FileMaker,
  { subject, text }: Pick<Message, 'subject' | 'text'>,
): Promise<OutgoingFile | null> {
  const isPrinted = way === 'printer'
  switch (content.kind) {
    case 'day_report': {
      const { date, format } = content
      return made(() => files.report(register, { what: 'day', date }, { format, language, isPrinted }))
    }
    case 'summary': {
      const { from, to, format } = content
      return made(() => files.report(register, { what: 'period', from, to }, { format, language, isPrinted }))
    }
    case 'test':
      if (way === 'folder') return { bytes: Buffer.from(text), mediaType: 'text/plain', fileName: 'qabyl-test.txt' }
      return way === 'printer' ? made(() => files.page(subject, text.split('\n\n'), language)) : null
    case 'warning':
    case 'solved':
      return null
  }
}

/** What it says of the error is its kind alone: the words may hold a guest's. */
async function made(make: () => Promise<OutgoingFile>): Promise<OutgoingFile> {
  try {
    return await make()
  } catch (error) {
    throw new NoReportError(error instanceof Error ? error.name : 'unknown')
  }
}
