import type { ReportRequest } from '#shared/contract/report-schemas.ts'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { REPORT_FORMATS, type ReportDocument, type ReportFormat } from '#shared/reports/document.ts'
import { choiceOf, type Flag, type Invocation, textOf, UsageError } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'
import { writeOutput } from '../../write-output.ts'

const DELIMITERS = [';', ','] as const

/** Of every command that prints a report. */
export const OUTPUT_FLAGS: Readonly<Record<string, Flag>> = {
  format: { type: 'string', value: 'FORMAT', help: `as a file: ${REPORT_FORMATS.join(', ')}; needs --out` },
  out: { type: 'string', value: 'FILE', help: 'the file to write; one that is there is kept' },
  language: { type: 'string', value: 'LANGUAGE', help: `${LANGUAGES.join(', ')} (that of the property)` },
  delimiter: {
    type: 'string',
    value: 'CHARACTER',
    help: `of CSV: ${DELIMITERS.join(' or ')} (what a spreadsheet in that language expects)`,
  },
}

/** A report as data and as the document made of it. */
interface Read {
  readonly data: unknown
  toDocument(language: Language): ReportDocument
}

/** Into a file with `--out`, otherwise on the terminal: the data with `--json`, else in words. */
export async function printReport(
  invocation: Invocation,
  request: ReportRequest,
  read: (client: DeskClient) => Promise<Read>,
): Promise<0> {
  const { format, out, language } = outputOf(invocation)
  if (format === undefined || out === undefined) {
    const { data, own, toDocument } = await withDesk(invocation, async (client) => ({
      ...(await read(client)),
      own: (await client.desk.status()).property?.language ?? 'ru',
    }))
    const text = invocation.isJson ? '' : (await import('../../report-text.ts')).reportText(toDocument(language ?? own))
    invocation.print(data, text)
    return 0
  }
  const delimiter = delimiterOf(invocation, format)
  const given = await withDesk(invocation, async (client) =>
    client.report.file({
      request,
      format,
      language: language ?? (await client.desk.status()).property?.language ?? 'ru',
      ...(delimiter === undefined ? {} : { delimiter }),
    }),
  )
  const { file, bytes } = await writeOutput(out, given.content)
  invocation.print(
    { file, bytes, format, isCopy: given.isCopy },
    `${file}\n${bytes} bytes${given.isCopy ? ', marked as a copy' : ''}`,
  )
  return 0
}

function outputOf(invocation: Invocation) {
  const format = choiceOf(invocation, 'format', REPORT_FORMATS)
  const out = textOf(invocation, 'out')
  if ((format === undefined) !== (out === undefined)) throw new UsageError('--format and --out belong together.')
  return { format, out, language: choiceOf(invocation, 'language', LANGUAGES) }
}

function delimiterOf(invocation: Invocation, format: ReportFormat): ';' | ',' | undefined {
  const chosen = choiceOf(invocation, 'delimiter', DELIMITERS)
  if (chosen !== undefined && format !== 'csv') throw new UsageError('--delimiter is of CSV alone.')
  return chosen
}
