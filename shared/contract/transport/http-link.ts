import { type ClientContext, ORPCError } from '@orpc/client'
import { RPCLink, type RPCLinkOptions } from '@orpc/client/fetch'
import { deskGone } from './desk-gone.ts'
import { endingWithTheLine, isStream } from './stream.ts'

/** Marks a call as made by our own page or command line: a foreign page cannot set it without asking first. */
export const REQUEST_HEADER = 'x-qabyl-request'
/** Which workplace (browser tab, window, command line) calls; leases belong to it. */
export const WORKPLACE_HEADER = 'x-qabyl-workplace'
/** Path of the contract on the browser host. */
export const RPC_PATH = '/rpc'

/** The host's own `fetch`, in the words of the link: `shared/` compiles without DOM and Node types. */
export type Fetch = NonNullable<RPCLinkOptions<ClientContext>['fetch']>

export interface HttpLinkOptions {
  /** Where the desk is served, `http://127.0.0.1:8087`. */
  readonly origin: string
  readonly workplace: string
  /** For callers without a session cookie: the command line. */
  readonly bearerToken?: string
  readonly fetch: Fetch
}

/** The contract over HTTP. A server that cannot be reached is {@link deskGone}, as on every transport. */
export function createHttpLink(options: HttpLinkOptions): RPCLink<ClientContext> {
  return new RPCLink({
    url: `${options.origin}${RPC_PATH}`,
    headers: {
      [REQUEST_HEADER]: '1',
      [WORKPLACE_HEADER]: options.workplace,
      ...(options.bearerToken === undefined ? {} : { authorization: `Bearer ${options.bearerToken}` }),
    },
    async fetch(...call) {
      try {
        return await options.fetch(...call)
      } catch (error) {
        // fetch rejects with TypeError when there was no answer at all; an abort is the caller's own wish.
        throw error instanceof TypeError ? deskGone({ wasSent: true }) : error
      }
    },
    interceptors: [
      async ({ next }) => {
        const output = await next().catch((error: unknown) => {
          if (isUnreadableAnswer(error)) throw deskGone({ wasSent: true })
          // The host takes no new calls while it is being closed.
          throw error instanceof ORPCError && error.code === 'SERVICE_UNAVAILABLE' ? deskGone({ wasSent: false }) : error
        })
        return isStream(output) ? endingWithTheLine(output, isCut) : output
      },
    ],
  })
}

/** oRPC's words for an answer whose body broke off or was none of ours. */
function isUnreadableAnswer(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Cannot parse response body')
}

/** A stream that breaks off fails with the TypeError of the body's reader. */
function isCut(error: unknown): boolean {
  return error instanceof TypeError
}
