import type { ClientContext, ClientLink } from '@orpc/client'
import { createHttpLink, type Fetch, REQUEST_HEADER } from '#shared/contract/transport/http-link.ts'

const WORKPLACE_KEY = 'qabyl.workplace'

/**
 * The contract over HTTP. When the address carries the run's token (`#token=…`) it is traded for a session cookie first and taken out of
 * the address bar and the history.
 */
export async function connectByHttp(): Promise<ClientLink<ClientContext>> {
  const token = /^#token=([\w-]+)$/.exec(location.hash)?.[1]
  if (token !== undefined) {
    history.replaceState(null, '', '#/')
    await signIn(token)
  }
  return createHttpLink({ origin: location.origin, workplace: workplaceId(), fetch: browserFetch })
}

/** A refused token is no failure of the page: the first call is answered "unauthorised" and a screen says what to do. */
async function signIn(token: string): Promise<void> {
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [REQUEST_HEADER]: '1' },
    body: JSON.stringify({ token }),
  }).catch(() => undefined)
}

const browserFetch: Fetch = (request, init) => fetch(request, init) as Promise<never>

/** One per tab, kept over a reload: leases belong to the tab that took them. */
function workplaceId(): string {
  const known = sessionStorage.getItem(WORKPLACE_KEY)
  if (known !== null) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem(WORKPLACE_KEY, made)
  return made
}
