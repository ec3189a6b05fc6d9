import type { ClientContext, ClientLink } from '@orpc/client'
import { createHttpLink, type Fetch, REQUEST_HEADER } from '#shared/contract/transport/http-link.ts'

const WORKPLACE_KEY = 'qabyl.workplace'

/**
 * The contract over HTTP. When the address carries the run's token (`#token=…`) it is traded for a session cookie first and taken out of
 * the address bar and the history.
 */
export async function connectByHttp(): Promise<ClientLink<ClientContext>> {
  const token = tokenIn(location.href)
  if (token !== undefined) {
    history.replaceState(null, '', '#/')
    await signIn(token)
  }
  signInAgainInPlace()
  return createHttpLink({ origin: location.origin, workplace: workplaceId(), fetch: browserFetch })
}

/**
 * The desk was started again and its new address pasted over the old one: the browser changes only what stands behind `#` and keeps the
 * page, with everything typed in it.
 */
function signInAgainInPlace(): void {
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    const token = tokenIn(newURL)
    if (token === undefined) return
    location.replace(tokenIn(oldURL) === undefined ? new URL(oldURL).hash || '#/' : '#/')
    void signIn(token)
  })
}

function tokenIn(address: string): string | undefined {
  return /#token=([\w-]+)$/.exec(address)?.[1]
}

/** A refused token is no failure of the page: the first call is answered "unauthorised" and a screen says what to do. */
async function signIn(token: string): Promise<void> {
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [REQUEST_HEADER]: '1' },
    body: JSON.stringify({ token }),
  }).catch(() => undefined)
}

/** A call with `outlivesPage` in its context is finished by the browser even when the page is gone: the last word of a draft. */
const browserFetch: Fetch = (request, init, { context }) =>
  fetch(request, { ...init, keepalive: context['outlivesPage'] === true }) as Promise<never>

/** One per tab, kept over a reload: leases belong to the tab that took them. */
function workplaceId(): string {
  const known = sessionStorage.getItem(WORKPLACE_KEY)
  if (known !== null) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem(WORKPLACE_KEY, made)
  return made
}
