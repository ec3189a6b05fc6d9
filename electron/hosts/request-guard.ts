import { failed, ok, type Result } from '#shared/domain/result.ts'

/** What is judged of a request before anything else is done with it. */
export interface GuardedRequest {
  readonly method: string
  readonly host: string | undefined
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`, sent by browsers only and not settable by a page. */
  readonly fetchSite: string | undefined
}

export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 503
  readonly code: string
  readonly message: string
}

/** Names under which a loopback server may be addressed. */
export function allowedHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/**
 * Who may talk to the loopback server at all. A page on the internet can make this PC's browser call 127.0.0.1: by a DNS name that
 * points here (wrong `Host`) or by a cross-site request (wrong `Origin`, `Sec-Fetch-Site`). Both are refused whatever they ask for.
 */
export function guardRequest(request: GuardedRequest, port: number): Result<null, Refusal> {
  if (request.host === undefined || !allowedHosts(port).includes(request.host.toLowerCase())) {
    return failed({
      status: 403,
      code: 'WRONG_HOST',
      message: `Open the desk as http://127.0.0.1:${port}, not under another name.`,
    })
  }
  if (request.origin !== undefined && request.origin !== `http://${request.host.toLowerCase()}`) {
    return failed({ status: 403, code: 'WRONG_ORIGIN', message: 'Another web page tried to use the desk; it was refused.' })
  }
  const isNavigation = request.method === 'GET' && request.origin === undefined
  const isOwn = request.fetchSite === undefined || request.fetchSite === 'same-origin' || request.fetchSite === 'none'
  if (!isOwn && !isNavigation) {
    return failed({ status: 403, code: 'CROSS_SITE', message: 'Another web page tried to use the desk; it was refused.' })
  }
  return ok(null)
}

/** Bodies come with their length, so that the limit holds before the first byte is read. */
export function guardBody(
  request: { readonly contentLength: string | undefined; readonly transferEncoding: string | undefined },
  maximumBytes: number,
): Result<null, Refusal> {
  if (request.transferEncoding !== undefined) {
    return failed({ status: 411, code: 'LENGTH_REQUIRED', message: 'Send the body with a Content-Length.' })
  }
  if (Number(request.contentLength ?? 0) > maximumBytes) {
    return failed({ status: 413, code: 'TOO_LARGE', message: `The body is larger than ${maximumBytes} bytes.` })
  }
  return ok(null)
}
