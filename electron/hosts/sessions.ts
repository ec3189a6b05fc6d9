import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A tab that was closed without a word keeps its entry; the oldest go when there are more than a hotel can have. */
const MAXIMUM_SESSIONS = 200

export interface Sessions {
  /** A new session for whoever holds the run's token; `undefined` for everyone else. */
  exchange(token: string): string | undefined
  has(cookieHeader: string | undefined): boolean
  /** `Set-Cookie` value for a session made by {@link exchange}. */
  cookieFor(session: string): string
}

/**
 * Browser sessions of one run, in memory: they end with it. The cookie's name carries the port, because cookies are shared between
 * all ports of a host and two desks may run side by side.
 */
export function createSessions(token: string, port: number): Sessions {
  const name = `qabyl_session_${port}`
  const sessions = new Set<string>()
  return {
    exchange(offered) {
      if (!isSameSecret(offered, token)) return undefined
      const session = newSecret()
      sessions.add(session)
      const [oldest] = sessions
      if (sessions.size > MAXIMUM_SESSIONS && oldest !== undefined) sessions.delete(oldest)
      return session
    },
    has(cookieHeader) {
      const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
      return pairs.some(([key, value]) => key === name && value !== undefined && sessions.has(value))
    },
    cookieFor: (session) => `${name}=${session}; Path=/; HttpOnly; SameSite=Strict`,
  }
}

/** 256 random bits, safe in a URL and in a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling by its time how much was right. */
export function isSameSecret(offered: string, secret: string): boolean {
  return timingSafeEqual(createHash('sha256').update(offered).digest(), createHash('sha256').update(secret).digest())
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1]
}
