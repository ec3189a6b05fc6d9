/** The way out of the hotel's network, as an administrator chose it. */
export type ProxyChoice =
  | { readonly kind: 'direct' }
  /** `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of the process, as administrators set them. */
  | { readonly kind: 'environment' }
  /** `http://name:password@host:port`; name and password only where the proxy asks for them. */
  | { readonly kind: 'explicit'; readonly url: string }
  /** A proxy script (PAC): its address, `http(s)://…`, or the path of a file on this PC. */
  | { readonly kind: 'script'; readonly location: string }
  /** Whatever the operating system does; where nobody can ask it (no window of Qabyl on this PC), the environment. */
  | { readonly kind: 'system' }

const LOOPBACK = 'localhost,127.0.0.1,[::1]'

/** What Node's agents take as `proxyEnv`: tunnels for https, absolute addresses for http, Basic sign-in from the URL. */
export type ProxyEnvironment = Readonly<Record<string, string>>

/** For one named proxy. Never for this very PC: a simulator or a relay on it is spoken to directly. */
export function environmentOfProxy(url: string): ProxyEnvironment {
  return { HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: LOOPBACK }
}

/** The process's own variables, with this PC left out. */
export function environmentOfProcess(environment: Readonly<Record<string, string | undefined>>): ProxyEnvironment {
  const read = (name: string): string | undefined => environment[name.toLowerCase()] ?? environment[name]
  const [forHttp, forHttps, except] = [read('HTTP_PROXY'), read('HTTPS_PROXY'), read('NO_PROXY')]
  return {
    ...(forHttp === undefined ? {} : { HTTP_PROXY: forHttp }),
    ...(forHttps === undefined ? {} : { HTTPS_PROXY: forHttps }),
    NO_PROXY: except === undefined || except === '' ? LOOPBACK : `${except},${LOOPBACK}`,
  }
}

/** This very PC, which no proxy stands before. */
export function isThisPc({ hostname }: URL): boolean {
  return LOOPBACK.split(',').includes(hostname)
}
