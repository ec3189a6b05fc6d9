import type { Clock } from '#shared/domain/clock.ts'
import type { HttpAnswer, HttpClient, HttpFailure } from './http-client.ts'
import { readJson } from './read-json.ts'
import { PATHS, tokenSchema } from './wire.ts'

export type ChannelCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'api_key'; readonly key: string }
  | { readonly kind: 'client_credentials'; readonly clientId: string; readonly clientSecret: string }

export type SignInResult =
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> }
  /** The token endpoint refused us, or did not answer: nothing of the actual request was sent. */
  | { readonly kind: 'refused'; readonly answer: HttpAnswer }
  | { readonly kind: 'failure'; readonly failure: HttpFailure }
  | { readonly kind: 'unreadable'; readonly answer: HttpAnswer }

export interface SignIn {
  /** Headers that say who we are. Fetches a token when there is none or it is about to expire. */
  headers(signal: AbortSignal): Promise<SignInResult>
  /** Forgets the token. False when there is nothing to renew: a key, or nobody to be. */
  forget(): boolean
}

/** A token is not used in its last half minute: a slow request must not outlive it. */
const EXPIRY_MARGIN_MS = 30_000
const MAX_TOKEN_ANSWER_BYTES = 64 * 1024

export function createSignIn(credentials: ChannelCredentials, http: HttpClient, clock: Clock): SignIn {
  let token: { readonly value: string; readonly usableUntilMs: number } | null = null

  async function fetchToken(clientId: string, clientSecret: string, signal: AbortSignal): Promise<SignInResult> {
    const askedAtMs = clock.monotonicMs()
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret })
    const answer = await http.request(
      {
        method: 'POST',
        path: PATHS.token,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
        maxAnswerBytes: MAX_TOKEN_ANSWER_BYTES,
      },
      signal,
    )
    if (answer.kind === 'failure') return { kind: 'failure', failure: answer }
    if (answer.status === 400 || answer.status === 401 || answer.status === 403) return { kind: 'refused', answer }
    const parsed = answer.status === 200 ? tokenSchema.safeParse(readJson(answer)) : null
    if (parsed === null || !parsed.success) return { kind: 'unreadable', answer }
    const { access_token: value, expires_in: expiresInSeconds } = parsed.data
    token = { value, usableUntilMs: askedAtMs + expiresInSeconds * 1000 - EXPIRY_MARGIN_MS }
    return { kind: 'headers', headers: { Authorization: `Bearer ${value}` } }
  }

  return {
    async headers(signal) {
      if (credentials.kind === 'none') return { kind: 'headers', headers: {} }
      if (credentials.kind === 'api_key') return { kind: 'headers', headers: { 'X-Api-Key': credentials.key } }
      if (token !== null && clock.monotonicMs() < token.usableUntilMs) {
        return { kind: 'headers', headers: { Authorization: `Bearer ${token.value}` } }
      }
      return fetchToken(credentials.clientId, credentials.clientSecret, signal)
    },
    forget() {
      token = null
      return credentials.kind === 'client_credentials'
    },
  }
}
