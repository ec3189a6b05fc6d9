/** A number of seconds or an HTTP date (RFC 9110, 10.2.3). Longer than any clamp still stays a finite number. */
const MAX_SECONDS = 10 ** 9

/**
 * Milliseconds to wait by a `Retry-After` header; `null` when there is none or it cannot be read. May be 0 or huge: the outbox
 * clamps it. A date is measured from the server's own `Date` header where there is one, so that a wrong PC clock changes nothing.
 */
export function readRetryAfter(header: string | undefined, serverDate: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_SECONDS) * 1000
  // Date.parse takes much that is not an HTTP date (`-5`, `2 seconds`): only IMF-fixdate and its obsolete forms carry a weekday.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return null
  const untilMs = Date.parse(text)
  if (Number.isNaN(untilMs)) return null
  const serverMs = Date.parse(serverDate ?? '')
  return Math.max(0, untilMs - (Number.isNaN(serverMs) ? nowMs : serverMs))
}
