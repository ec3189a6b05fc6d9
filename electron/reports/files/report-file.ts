import type { ReportDocument, ReportFormat } from '#shared/reports/document.ts'
import type { CsvDelimiter } from './csv-file.ts'
import { madePdf } from './pdf/pdf-thread.ts'

/** A document as a file, whole in memory: the longest are a few hundred kB. */
export interface ReportFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Without the dot. */
  readonly extension: ReportFormat
}

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
}

/**
 * Puts a document into a file. The same document gives the same bytes. `delimiter` is of CSV alone; without it the one that a spreadsheet
 * in the document's language expects.
 */
export async function fileOf(
  document: ReportDocument,
  format: ReportFormat,
  options: { readonly delimiter?: CsvDelimiter } = {},
): Promise<ReportFile> {
  return { bytes: await bytesOf(document, format, options.delimiter), mediaType: MEDIA_TYPES[format], extension: format }
}

/** What a way needs is loaded when it is first asked for: it is large, and most starts of the desk print nothing. */
async function bytesOf(document: ReportDocument, format: ReportFormat, delimiter?: CsvDelimiter): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return await madePdf({ make: 'document', document })
    case 'xlsx':
      return await (await import('./xlsx-file.ts')).xlsxFile(document)
    case 'csv':
      return (await import('./csv-file.ts')).csvFile(document, delimiter)
    case 'json':
      return (await import('./json-file.ts')).jsonFile(document)
  }
}

/** A PDF with a word across each of its pages; its own bytes come first, unchanged. */
export function copyOf(original: Uint8Array, word: string): Promise<Uint8Array> {
  return madePdf({ make: 'copy', original, word })
}
