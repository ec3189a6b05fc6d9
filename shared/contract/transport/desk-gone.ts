import { ORPCError } from '@orpc/client'

/** What a lost call means for the work it carried. */
export interface DeskGoneData {
  /**
   * `false`: the call never left, nothing was changed. `true`: it was under way when the desk went away, so look the record up (or
   * repeat it under the same request id) before saying that it was not saved.
   */
  readonly wasSent: boolean
}

/**
 * The desk process cannot be reached: it died, is restarting, or the line to it was closed. Part of no procedure, since no
 * procedure answered; the renderer words it from the catalogue (`errors.DESK_GONE`).
 */
export function deskGone(data: DeskGoneData): ORPCError<'DESK_GONE', DeskGoneData> {
  return new ORPCError('DESK_GONE', { status: 503, message: 'The desk program does not answer.', data })
}

/** True for errors made by {@link deskGone}, on whichever transport. */
export function isDeskGone(error: unknown): error is ORPCError<'DESK_GONE', DeskGoneData> {
  return error instanceof ORPCError && error.code === 'DESK_GONE'
}
