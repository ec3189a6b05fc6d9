import type { z } from 'zod'
import type { filingSettingsSchema, fillSheetSchema, foundSchema } from '#shared/contract/filing-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { viewOf } from '../viewpoint.ts'
import { renewLease, takeForFiling } from './filing.ts'
import { acceptFound, type FoundProofInput } from './record-proof.ts'
import { setFolders } from './settings.ts'
import { createReceiptWatch } from './watch/receipt-watch.ts'

type Found = z.infer<typeof foundSchema>

/** What of filing by hand goes on beside the calls: folders are watched while somebody holds a guest. */
export interface ByHand {
  take(caller: Caller, given: { readonly noticeId: string; readonly portal: string | null }): z.infer<typeof fillSheetSchema>
  renew(caller: Caller, noticeId: string): { until: string }
  /** Throws `NOT_FOUND`, `NOT_NOW` when the caller does not hold this guest. */
  found(caller: Caller, noticeId: string): Found
  acceptFound(caller: Caller, given: FoundProofInput): Promise<Notice>
  declineFound(caller: Caller, given: { readonly noticeId: string; readonly sha256: string }): Found
  setFolders(caller: Caller, directories: readonly string[]): Promise<z.infer<typeof filingSettingsSchema>>
  stop(): void
}

export function openByHand(register: Register): ByHand {
  const watch = createReceiptWatch(register, () => register.changed(['filing'], null))

  /** Names of files are for whoever files this guest, and for nobody else. */
  function requireHeld(caller: Caller, noticeId: string): void {
    const { lease, state } = viewOf(register, caller, noticeId)
    if (lease?.isMine !== true) throw deskError('NOT_NOW', { state, action: 'found' })
  }

  return {
    take(caller, { noticeId, portal }) {
      const sheet = takeForFiling(register, caller, noticeId, portal)
      watch.follow(noticeId)
      return sheet
    },
    renew(caller, noticeId) {
      const renewed = renewLease(register, caller, noticeId)
      watch.follow(noticeId)
      return renewed
    },
    found(caller, noticeId) {
      requireHeld(caller, noticeId)
      return watch.found(noticeId)
    },
    async acceptFound(caller, given) {
      requireHeld(caller, given.noticeId)
      const notice = await acceptFound(register, caller, watch, given)
      watch.refresh()
      return notice
    },
    declineFound(caller, { noticeId, sha256 }) {
      requireHeld(caller, noticeId)
      watch.decline(noticeId, sha256)
      return watch.found(noticeId)
    },
    async setFolders(caller, directories) {
      const settings = await setFolders(register, caller, directories)
      watch.refresh()
      return settings
    },
    stop: () => watch.stop(),
  }
}
