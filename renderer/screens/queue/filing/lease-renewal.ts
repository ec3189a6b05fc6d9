/** A lease lasts ten minutes; asked for again well before its end. */
export const RENEW_AFTER_MS = 2 * 60_000
/**
 * Without a key, a click or a return to this window the lease is not renewed any more: whoever left for good must not hold the guest all
 * day. Long enough for a portal that gives its document a quarter of an hour after signing.
 */
export const HANDS_OFF_MS = 20 * 60_000
/** From here on the clerk is asked whether he is still there. */
export const ASK_BELOW_MINUTES = 5

/** Whether to ask for the full time again. Both in milliseconds gone. */
export function isRenewalDue(gone: { readonly sinceRenewal: number; readonly sinceActivity: number }): boolean {
  return gone.sinceRenewal >= RENEW_AFTER_MS && gone.sinceActivity < HANDS_OFF_MS
}
