import { randomBytes } from 'node:crypto'
import { protocol } from 'electron'
import { APP_SCHEME, answerAppRequest } from './app-protocol.ts'

/** Answers `app://qabyl/…` from the built page, each answer with a nonce of its own. */
export function serveAppProtocol(rendererDirectory: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const { status, headers, body } = await answerAppRequest(request, rendererDirectory, randomBytes(16).toString('base64'))
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers: { ...headers } })
  })
}
