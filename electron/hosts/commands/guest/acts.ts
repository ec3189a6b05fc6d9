import { calendarDateSchema } from '#shared/contract/day-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type Command, type Invocation, isSet, requiredTextOf, textOf, UsageError } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'
import { namedGuest, PARTY_FLAG, print } from './named-guest.ts'

const NOTICE = ['NOTICE']

export const extend: Command = {
  summary: 'a later departure than planned, for everybody of the stay',
  positionals: NOTICE,
  flags: { until: { type: 'string', value: 'DATE', help: 'the new day of departure' } },
  async run(invocation) {
    const departureDate = dayOf(requiredTextOf(invocation, 'until'), 'until')
    const told = await withDesk(invocation, async (client) => {
      const { named } = await namedGuest(invocation, client)
      return client.guest.extend({ ...named, departureDate })
    })
    print(invocation, told)
    return 0
  },
}

export const depart: Command = {
  summary: 'a guest has left; --undo takes it back',
  positionals: NOTICE,
  flags: {
    date: { type: 'string', value: 'DATE', help: 'the day he left (today)' },
    undo: { type: 'boolean', help: 'the guest is here after all' },
    ...PARTY_FLAG,
  },
  async run(invocation) {
    const typed = textOf(invocation, 'date')
    const day = typed === undefined ? undefined : dayOf(typed, 'date')
    const withParty = isSet(invocation, 'party')
    const told = await withDesk(invocation, async (client) => {
      const { named } = await namedGuest(invocation, client)
      if (isSet(invocation, 'undo')) return client.guest.undoDeparture({ ...named, withParty })
      return client.guest.depart({ ...named, date: day ?? (await client.desk.status()).businessDate, withParty })
    })
    print(invocation, told)
    return 0
  },
}

export const moveRoom: Command = {
  summary: 'everybody of the stay lives in another room; tells the service nothing',
  positionals: NOTICE,
  flags: { room: { type: 'string', value: 'ROOM', help: 'the new room' } },
  async run(invocation) {
    const room = requiredTextOf(invocation, 'room')
    const notice = await withDesk(invocation, async (client) => {
      const { named } = await namedGuest(invocation, client)
      return client.guest.moveRoom({ ...named, room })
    })
    print(invocation, notice)
    return 0
  },
}

export const cancel: Command = {
  summary: 'the guest never came: withdraws the notice, or sends a cancellation; --undo takes it back',
  positionals: NOTICE,
  flags: {
    reason: { type: 'string', value: 'TEXT', help: 'why; stays in the journal' },
    undo: { type: 'boolean', help: 'the guest came after all' },
    ...PARTY_FLAG,
  },
  async run(invocation) {
    const withParty = isSet(invocation, 'party')
    const reason = isSet(invocation, 'undo') ? undefined : requiredTextOf(invocation, 'reason')
    const told = await withDesk(invocation, async (client) => {
      const { named } = await namedGuest(invocation, client)
      return reason === undefined
        ? client.guest.reopen({ ...named, withParty })
        : client.guest.cancel({ ...named, reason, withParty })
    })
    print(invocation, told)
    return 0
  },
}

export const show: Command = {
  summary: 'every notice about one guest in its order, with what each waits for',
  positionals: NOTICE,
  flags: {},
  async run(invocation) {
    const { detail } = await withDesk(invocation, (client) => namedGuest(invocation, client))
    const { notice, followUps, departedOn } = detail
    const chain = [notice, ...followUps.map((followUp) => followUp.notice)]
    const lines = chain.map(
      ({ sequence, kind, state, actBy, reference }) =>
        `${sequence}  ${kind.padEnd(12)}  ${state.padEnd(12)}  ${actBy ?? '-'.padEnd(10)}  ${reference ?? ''}`,
    )
    const waiting = notice.waitingNews.map(({ kind, by }) => `waits for an answer: ${kind}, ${by}`)
    invocation.print({ chain, departedOn, waitingNews: notice.waitingNews }, [...lines, ...waiting].join('\n'))
    return 0
  },
}

export const duplicate: Command = {
  summary: 'decides what the service says it has already: --ours or --theirs',
  positionals: NOTICE,
  flags: {
    ours: { type: 'boolean', help: 'accepted, with the number the service has as proof' },
    theirs: { type: 'boolean', help: 'a person settles it with the service' },
  },
  async run(invocation) {
    const isOurs = isOneOf(invocation)
    const notice = await withDesk(invocation, async (client) => {
      const [noticeId] = invocation.positionals
      if (noticeId === undefined) throw new UsageError('The id of a notice is needed.')
      const { detail } = await namedGuest(invocation, client)
      const known = [detail.notice, ...detail.followUps.map((followUp) => followUp.notice)].find(({ id }) => id === noticeId)
      return client.filing.confirmDuplicate({ noticeId, version: known?.version ?? detail.notice.version, isOurs })
    })
    print(invocation, notice)
    return 0
  },
}

function isOneOf(invocation: Invocation): boolean {
  const [ours, theirs] = [isSet(invocation, 'ours'), isSet(invocation, 'theirs')]
  if (ours === theirs) throw new UsageError('Give either --ours or --theirs.')
  return ours
}

function dayOf(text: string, flag: string): CalendarDate {
  const day = calendarDateSchema.safeParse(text)
  if (!day.success) throw new UsageError(`--${flag} is a day such as 2026-11-23.`)
  return day.data
}
