import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { type Flag, type Invocation, UsageError } from '../../command.ts'

/** Everybody of the stay it still applies to. */
export const PARTY_FLAG: Readonly<Record<'party', Flag>> = {
  party: { type: 'boolean', help: 'everybody of the stay, all of them or none' },
}

/** The notice named on the command line, in the version the register has now. Throws `UsageError`, and `NOT_FOUND` as it comes. */
export async function namedGuest({ positionals }: Invocation, client: DeskClient) {
  const [noticeId] = positionals
  if (noticeId === undefined) throw new UsageError('The id of a notice is needed, as `queue` and `check-in` print it.')
  const detail = await client.guest.get({ noticeId })
  return { detail, named: { noticeId: detail.notice.id, version: detail.notice.version } }
}

/** What the register answered, in a line for a person. */
export function print(invocation: Invocation, notice: Awaited<ReturnType<DeskClient['guest']['moveRoom']>>): void {
  const follows = 'whatFollows' in notice ? `, the service is told: ${String(notice.whatFollows)}` : ''
  invocation.print(notice, `${notice.kind} ${notice.state}${follows}  ${notice.id}`)
}
