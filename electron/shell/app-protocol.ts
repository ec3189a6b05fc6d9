import { type RendererAnswer, readRendererFile } from '../hosts/renderer-files.ts'

export const APP_SCHEME = 'app'
const APP_HOST = 'qabyl'
/** Where the window's page lives. */
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`

/** Whether a URL belongs to our own page: protocol and host, never a substring and never `origin`, which is "null" for `app:`. */
export function isAppUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.port === ''
}

/** Answers a request for `app://…` from the built page. `nonce` must be new for each answer. */
export async function answerAppRequest(
  request: { readonly url: string; readonly method: string },
  rendererDirectory: string,
  nonce: string,
): Promise<RendererAnswer> {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const path = isRead && isAppUrl(request.url) ? new URL(request.url).pathname : '/..'
  return readRendererFile(rendererDirectory, path, nonce)
}
