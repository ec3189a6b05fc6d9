/** The way out of the hotel's network. */
export type ProxyChoice =
  | { readonly kind: 'direct' }
  /** `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of the process, as administrators set them. */
  | { readonly kind: 'environment' }
  /** `http://name:password@host:port`; name and password only where the proxy asks for them. */
  | { readonly kind: 'explicit'; readonly url: string }

const LOOPBACK = 'localhost,127.0.0.1,[::1]'

/**
 * What Node's agents take as `proxyEnv`: tunnels for https, absolute addresses for http, Basic sign-in from the URL. `undefined` for a
 * direct way. Never a proxy for this very PC: a simulator or a relay on it is spoken to directly.
 */
export function proxyEnvironment(
  choice: ProxyChoice,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> | undefined {
  if (choice.kind === 'direct') return undefined
  if (choice.kind === 'explicit') return { HTTP_PROXY: choice.url, HTTPS_PROXY: choice.url, NO_PROXY: LOOPBACK }
  const read = (name: string): string | undefined => environment[name.toLowerCase()] ?? environment[name]
  const [forHttp, forHttps, except] = [read('HTTP_PROXY'), read('HTTPS_PROXY'), read('NO_PROXY')]
  return {
    ...(forHttp === undefined ? {} : { HTTP_PROXY: forHttp }),
    ...(forHttps === undefined ? {} : { HTTPS_PROXY: forHttps }),
    NO_PROXY: except === undefined || except === '' ? LOOPBACK : `${except},${LOOPBACK}`,
  }
}
