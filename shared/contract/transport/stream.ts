import { deskGone } from './desk-gone.ts'

/** Events on their way to a reader. */
export interface Stream extends AsyncIterator<unknown, unknown> {
  [Symbol.asyncIterator](): Stream
}

export function isStream(body: unknown): body is Stream {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'next' in body
}

/**
 * The same stream, but a reader whose line broke off is told that the desk is gone: oRPC itself reports a closed port as a queue error
 * and a cut answer as whatever the body's reader threw. `isLost` tells such an error from the desk's own.
 */
export function endingWithTheLine(stream: Stream, isLost: (error: unknown) => boolean): Stream {
  const reader: Stream = {
    next: () =>
      stream.next().catch((error: unknown) => {
        throw isLost(error) ? deskGone({ wasSent: true }) : error
      }),
    return: async (value) => (await stream.return?.(value)) ?? { done: true, value },
    [Symbol.asyncIterator]: () => reader,
  }
  return reader
}
