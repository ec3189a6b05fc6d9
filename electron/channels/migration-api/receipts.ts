import type { OutgoingNotice, Receipt, Verdict } from '../adapter.ts'
import { type Call, get } from './call.ts'
import { PATHS } from './wire.ts'

const MAX_RECEIPT_BYTES = 10 * 1024 * 1024

export interface Receipts {
  /** `null` = not to be had now. */
  fetch(clientId: string, signal: AbortSignal): Promise<Receipt | null>
  /** For the verdicts of one answer: an accepted one gets its receipt, if that comes in time. */
  attaching(signal: AbortSignal): (verdict: Verdict, notice: OutgoingNotice | undefined) => Promise<Verdict>
}

/** `deadlineMs` is for all receipts of one answer together: they are a courtesy, the reference is proof already. */
export function createReceipts(call: Call, deadlineMs: number): Receipts {
  async function fetchWithin(clientId: string, signal: AbortSignal): Promise<Receipt | null> {
    const result = await call(get(PATHS.receipt(clientId), 'application/pdf', MAX_RECEIPT_BYTES), signal)
    if (result.kind !== 'answer') return null
    const { status, mediaType, bytes } = result.answer
    const isPdf = mediaType === 'application/pdf' && bytes.subarray(0, 5).toString('latin1') === '%PDF-'
    return status === 200 && isPdf ? { bytes, mediaType } : null
  }

  return {
    fetch: (clientId, signal) => fetchWithin(clientId, AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])),
    attaching(signal) {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
      // The agent's four connections set the pace.
      return async (verdict, notice) =>
        verdict.kind === 'accepted' && notice !== undefined
          ? { ...verdict, receipt: await fetchWithin(notice.clientId, limited) }
          : verdict
    },
  }
}
