import { isAppUrl } from './app-protocol.ts'

/** What the page may use of the machine: copying a field for the portal. Everything else is refused without asking. */
const ALLOWED: readonly string[] = ['clipboard-sanitized-write']

export function isPermissionAllowed(request: {
  readonly permission: string
  /** URL of the page or origin that asks; empty when there is none. */
  readonly requestingUrl: string
  readonly isMainFrame: boolean
}): boolean {
  return ALLOWED.includes(request.permission) && request.isMainFrame && isAppUrl(request.requestingUrl)
}
