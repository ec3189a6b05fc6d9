import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { REQUEST_HEADER } from '#shared/contract/transport/http-link.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Refusal } from './request-guard.ts'
import { bearerOf, createSessions, isSameSecret } from './sessions.ts'

/** Who may come in, and how they show it. `Host` and `Origin` have been judged before. */
export interface Gate {
  /** The run's token for a session cookie (`Set-Cookie` value). */
  exchange(request: FastifyRequest): Result<string, Refusal>
  /** A call of the contract: session cookie from our own page, or the run's token from the command line. Answers a workplace to fall back to. */
  admitCall(request: FastifyRequest): Result<string, Refusal>
  /** A call of the REST API: its own bearer token. */
  admitApi(request: FastifyRequest): Result<null, Refusal>
}

const exchangeSchema = z.object({ token: z.string().max(200) })

const NOT_OUR_PAGE: Refusal = {
  status: 403,
  code: 'NOT_OUR_PAGE',
  message: 'The call does not come from the desk’s own page; it was refused.',
}
const NO_SESSION: Refusal = {
  status: 401,
  code: 'NO_SESSION',
  message: 'This browser is not signed in to the desk. Open the address that the desk printed when it started.',
}

export function createGate(options: { readonly token: string; readonly apiToken: string; readonly port: number }): Gate {
  const sessions = createSessions(options.token, options.port)

  return {
    exchange(request) {
      if (!isFromOurPage(request)) return failed(NOT_OUR_PAGE)
      const body = exchangeSchema.safeParse(request.body)
      const session = body.success ? sessions.exchange(body.data.token) : undefined
      return session === undefined ? failed(NO_SESSION) : ok(sessions.cookieFor(session))
    },
    admitCall(request) {
      const bearer = bearerOf(request.headers.authorization)
      if (bearer !== undefined) return isSameSecret(bearer, options.token) ? ok('command-line') : failed(NO_SESSION)
      if (!sessions.has(request.headers.cookie)) return failed(NO_SESSION)
      return isFromOurPage(request) ? ok('browser') : failed(NOT_OUR_PAGE)
    },
    admitApi(request) {
      const bearer = bearerOf(request.headers.authorization)
      if (bearer !== undefined && isSameSecret(bearer, options.apiToken)) return ok(null)
      return failed({ status: 401, code: 'NO_TOKEN', message: 'Send the API token as "Authorization: Bearer …".' })
    },
  }
}

/** A page elsewhere can make the browser send our cookie, but neither this header nor our `Origin`. */
function isFromOurPage(request: FastifyRequest): boolean {
  return request.headers[REQUEST_HEADER] === '1' && request.headers.origin !== undefined
}
