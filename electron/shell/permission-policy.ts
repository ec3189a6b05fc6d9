import { isAppUrl } from './app-protocol.ts'

/** What the page may use of the machine: copying a field for the portal. Everything else is refused without asking. */
const ALLOWED: readonly string[] = ['clipboard-sanitized-write']

export interface PermissionRequest {
  readonly permission: string
  /** URL of the page or origin that asks; empty when there is none. */
  readonly requestingUrl: string
  readonly isMainFrame: boolean
  /** Of `media`: what is wanted. */
  readonly mediaTypes?: readonly string[] | undefined
}

export function isPermissionAllowed({ permission, requestingUrl, isMainFrame, mediaTypes = [] }: PermissionRequest): boolean {
  return isMainFrame && isAppUrl(requestingUrl) && (ALLOWED.includes(permission) || isCamera(permission, mediaTypes))
}

/** A document held before the camera. Nobody is ever listened to. */
function isCamera(permission: string, mediaTypes: readonly string[]): boolean {
  return permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video')
}
