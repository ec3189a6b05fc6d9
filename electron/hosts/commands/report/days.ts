import type { BusinessDays } from '#shared/contract/report-schemas.ts'
import type { Command } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'

export const days: Command = {
  summary: 'which day is open, when it closes by itself, and the days that are closed',
  flags: {},
  async run(invocation) {
    const known = await withDesk(invocation, (client) => client.report.days())
    invocation.print(known, daysText(known))
    return 0
  },
}

/** For a terminal, the newest close last, where the eye is. */
export function daysText({ openDate, closesAt, nextCloseAt, closed }: BusinessDays): string {
  const rows = closed
    .toReversed()
    .map(
      ({ number, date, mode, by, hash }) =>
        `${number}  ${date}  ${mode.replaceAll('_', ' ').padEnd(7)}  ${hash.slice(0, 16)}  ${by}`,
    )
  const hour =
    closesAt === null ? 'by hand only' : `by itself at ${closesAt}${nextCloseAt === null ? '' : `, that is ${nextCloseAt}`}`
  return [...rows, `open: ${openDate}; closes ${hour}`].join('\n')
}
