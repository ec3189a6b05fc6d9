import { isAppUrl } from './app-protocol.ts'

/** State portals a clerk opens from the desk. Hosts are compared whole: `eqonaq.kz.evil.example` is another host. */
const PORTAL_HOSTS: readonly string[] = ['eqonaq.kz', 'www.eqonaq.kz', 'vmp.gov.kz', 'www.vmp.gov.kz', 'egov.kz', 'www.egov.kz']

/** Whether the window's page may go there. It stays where it is: one page, whose screens are paths of its own. */
export function mayNavigate(target: string): boolean {
  return isAppUrl(target)
}

/** What to do with a window the page wants to open: nothing, or hand a portal's address to the system's browser. */
export type WindowOpenDecision = { readonly kind: 'refuse' } | { readonly kind: 'open_in_browser'; readonly url: string }

export function decideWindowOpen(target: string): WindowOpenDecision {
  const url = URL.parse(target)
  const isPortal =
    url !== null && url.protocol === 'https:' && url.port === '' && url.username === '' && PORTAL_HOSTS.includes(url.hostname)
  return isPortal ? { kind: 'open_in_browser', url: url.href } : { kind: 'refuse' }
}
