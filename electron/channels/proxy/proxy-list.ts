/** One way out of the hotel's network. */
export type Way =
  | { readonly kind: 'direct' }
  /** `http://host:port`; `https://` where the proxy itself speaks TLS. */
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'socks'; readonly version: 4 | 5; readonly host: string; readonly port: number }

const HOST_AND_PORT = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+):(\d{1,5})$/i

/**
 * Reads what a proxy script, or the operating system, answers: `PROXY a:1; SOCKS5 b:2; DIRECT`, to be tried in this order. Words that
 * are not known are left out, as browsers do. Empty when nothing usable is left – which does not mean `DIRECT`.
 */
export function readProxyList(text: string): readonly Way[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(readWay)
}

function readWay(part: string): readonly Way[] {
  const [word = '', address, ...more] = part.split(/\s+/)
  if (word.toUpperCase() === 'DIRECT') return address === undefined ? [{ kind: 'direct' }] : []
  const [, host, digits] = HOST_AND_PORT.exec(address ?? '') ?? []
  const port = Number(digits)
  if (host === undefined || more.length > 0 || port < 1 || port > 65_535) return []
  switch (word.toUpperCase()) {
    case 'PROXY':
    case 'HTTP':
      return [{ kind: 'http', url: `http://${host}:${port}` }]
    case 'HTTPS':
      return [{ kind: 'http', url: `https://${host}:${port}` }]
    case 'SOCKS':
    case 'SOCKS4':
      return [{ kind: 'socks', version: 4, host: withoutBrackets(host), port }]
    case 'SOCKS5':
      return [{ kind: 'socks', version: 5, host: withoutBrackets(host), port }]
    default:
      return []
  }
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}
