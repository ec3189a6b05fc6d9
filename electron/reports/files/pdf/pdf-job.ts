import type { ReportDocument } from '#shared/reports/document.ts'

/** What the thread that makes PDFs can be asked for. */
export type PdfJob =
  | { readonly make: 'document'; readonly document: ReportDocument }
  | { readonly make: 'copy'; readonly original: Uint8Array; readonly word: string }

/** `failure` = the kind of error alone: its message may quote a guest. */
export type PdfAnswer = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly failure: string }

export interface PdfQuestion {
  readonly id: number
  readonly job: PdfJob
}
