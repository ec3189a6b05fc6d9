import { z } from 'zod'
import type { Register } from '#electron/desk/register.ts'
import { dayCloseOf } from '#electron/reports/close/business-days.ts'
import { canonicalJson } from '#electron/reports/close/canonical-json.ts'
import { dayView } from '#electron/reports/close/day-view.ts'
import { fileOf } from '#electron/reports/files/report-file.ts'
import type { BusinessDay } from '#electron/store/rows/business-days.ts'
import type { Recognised } from '#shared/contract/evidence-schemas.ts'
import type { FileContent } from '#shared/contract/file.ts'
import { reportLanguageSchema } from '#shared/contract/report-schemas.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import { sha256 } from './evidence-pack.ts'

const ALL_CLOSES = 100_000
const UNKNOWN: Recognised = { what: 'unknown', close: null }

/** Whether a file is what this register once closed: the bytes of the original, a copy made of them, or the data. Changes nothing. */
export async function recogniseFile(register: Register, { content }: { readonly content: FileContent }): Promise<Recognised> {
  const bytes = Buffer.from(await content.arrayBuffer())
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return recognisePdf(register, bytes)
  return (await recogniseJson(register, bytes.toString('utf8'))) ?? UNKNOWN
}

/** A copy is the original with an update behind it, so the original is what stands before one of the ends of the file. */
function recognisePdf(register: Register, bytes: Buffer): Recognised {
  for (const end of endsOf(bytes)) {
    const date = register.rows.businessDayFiles.dateOfFile(sha256(bytes.subarray(0, end)))
    const close = date === undefined ? undefined : register.rows.businessDays.find(date)
    if (close !== undefined) return { what: end === bytes.length ? 'original' : 'copy', close: dayCloseOf(close) }
  }
  // Text in a PDF may be written in two bytes a letter.
  const named = closeByHash(register, hashIn(bytes.toString('latin1').replaceAll('\0', '')))
  return named === undefined ? UNKNOWN : { what: 'altered', close: dayCloseOf(named) }
}

const END = Buffer.from('%%EOF')
const LINE_BREAKS = new Set([0x0a, 0x0d])

/** Behind each `%%EOF`, with and without the line breaks that follow it. */
function endsOf(bytes: Buffer): number[] {
  const ends: number[] = []
  for (let at = bytes.indexOf(END); at !== -1; at = bytes.indexOf(END, at + 1)) {
    let end = at + END.length
    ends.push(end)
    while (LINE_BREAKS.has(bytes[end] ?? 0)) ends.push(++end)
  }
  return ends
}

const reportFileSchema = z.object({ format: z.literal('qabyl-report'), language: reportLanguageSchema, foot: z.string() })
const viewSchema = z.object({ close: z.object({ hash: z.string() }) })

async function recogniseJson(register: Register, text: string): Promise<Recognised | undefined> {
  const given = parsed(text)
  const file = reportFileSchema.safeParse(given)
  const view = viewSchema.safeParse(given)
  const hash = file.success ? hashIn(file.data.foot) : view.success ? view.data.close.hash : undefined
  const close = closeByHash(register, hash)
  if (close === undefined) return undefined
  const asClosed = dayView(register, close.date)
  const isSame = file.success
    ? Buffer.from((await fileOf(dayDocument(asClosed, file.data.language), 'json')).bytes).equals(Buffer.from(text, 'utf8'))
    : canonicalJson(asClosed) === canonicalJson(given as object)
  return { what: isSame ? 'data' : 'altered', close: dayCloseOf(close) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function hashIn(text: string): string | undefined {
  return /SHA-256 ([0-9a-f]{64})/.exec(text)?.[1]
}

function closeByHash({ rows }: Register, hash: string | undefined): BusinessDay | undefined {
  return hash === undefined ? undefined : rows.businessDays.newest(ALL_CLOSES).find((close) => close.hash === hash)
}
