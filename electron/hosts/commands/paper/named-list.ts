import type { PaperList, PaperListSummary } from '#shared/contract/paper-schemas.ts'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { type Invocation, UsageError } from '../../command.ts'

export const LIST = ['LIST']

/** As typed, `2026-014`. Throws `UsageError`. */
export function numberOf({ positionals }: Invocation): string {
  const [number] = positionals
  if (number === undefined) throw new UsageError('The number of a covering list is needed, such as 2026-014.')
  return number
}

/** Throws `UsageError`, and `NOT_FOUND` as it comes. */
export function namedList(invocation: Invocation, client: DeskClient): Promise<PaperList> {
  return client.paper.find({ number: numberOf(invocation) })
}

export function summaryInText({
  number,
  madeOn,
  madeBy,
  notices,
  waiting,
  taken,
  notTaken,
  droppedOff,
}: PaperListSummary): string {
  return `${number}  made ${madeOn} by ${madeBy}  ${notices} notices: ${waiting} waiting, ${taken} taken, ${notTaken} not taken, ${droppedOff} dropped off`
}

/** Ids and states; no guest's name, since a terminal keeps what it shows. */
export function listInText(list: PaperList): string {
  const lines = list.entries.map(
    ({ position, notice, outcome, proof }) =>
      `${String(position).padStart(4)}  ${(outcome ?? 'waiting').padEnd(13)}  ${notice.state.padEnd(10)}  ${notice.id}${
        proof === null ? '' : `  stamped ${proof.stampedOn}, ${proof.reference}`
      }`,
  )
  return [summaryInText(list), ...lines].join('\n')
}
