import { randomBytes, timingSafeEqual } from 'node:crypto'

/** A sender the service knows, by client credentials or by its key. */
export interface KnownClient {
  readonly clientId: string
  readonly clientSecret: string
  readonly apiKey?: string
}

export interface Access {
  /** True when nobody has to sign in (no clients were given) or the caller did. */
  isKnown(authorization: string | undefined, apiKey: string | undefined): boolean
  /** `undefined` for an unknown client or a wrong secret. */
  grantToken(clientId: string, clientSecret: string): { readonly token: string; readonly expiresInSeconds: number } | undefined
  /** What the fault `auth-expired` does: the token given stops working, a new one has to be fetched. */
  expire(authorization: string | undefined): void
}

const TOKEN_LIFETIME_MS = 3_600_000

/** Tokens live in memory: after a restart every caller signs in again, as with a real service. */
export function createAccess(clients: readonly KnownClient[], now: () => number): Access {
  const tokens = new Map<string, number>()
  return {
    isKnown(authorization, apiKey) {
      if (clients.length === 0) return true
      if (apiKey !== undefined) return clients.some((client) => client.apiKey !== undefined && isSame(client.apiKey, apiKey))
      const expiresAt = tokens.get(bearerToken(authorization) ?? '')
      return expiresAt !== undefined && now() < expiresAt
    },
    grantToken(clientId, clientSecret) {
      const client = clients.find((known) => isSame(known.clientId, clientId) && isSame(known.clientSecret, clientSecret))
      if (client === undefined) return undefined
      const token = randomBytes(24).toString('base64url')
      tokens.set(token, now() + TOKEN_LIFETIME_MS)
      return { token, expiresInSeconds: TOKEN_LIFETIME_MS / 1000 }
    },
    expire(authorization) {
      tokens.delete(bearerToken(authorization) ?? '')
    },
  }
}

function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
