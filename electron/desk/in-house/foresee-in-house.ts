import type { z } from 'zod'
import type { inHouseForeseenSchema } from '#shared/contract/in-house-contract.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { Caller } from '../caller.ts'
import { requireDays } from '../check-in.ts'
import type { Register } from '../register.ts'
import { viewsOf } from '../viewpoint.ts'
import { type InHouseParty, takeWithin } from './take-in-house.ts'

type InHouseForeseen = z.infer<typeof inHouseForeseenSchema>

/** Carries what was counted out of a transaction that is not to be kept. */
class NotKept extends Error {
  readonly foreseen: InHouseForeseen

  constructor(foreseen: InHouseForeseen) {
    super('Looked at, not kept.')
    this.foreseen = foreseen
  }
}

/** How the guests of these parties would stand, by taking them and keeping nothing. Throws what {@link takeWithin} throws. */
export function foreseeInHouse(register: Register, caller: Caller, parties: readonly InHouseParty[]): InHouseForeseen {
  for (const { stay } of parties) requireDays(stay)
  try {
    return register.write(() => {
      throw new NotKept(counted(register, caller, parties))
    })
  } catch (error) {
    if (error instanceof NotKept) return error.foreseen
    throw error
  }
}

function counted(register: Register, caller: Caller, parties: readonly InHouseParty[]): InHouseForeseen {
  const taken = parties.map((party) => takeWithin(register, caller, party))
  const ids = new Set(taken.flatMap(({ noticeIds }) => noticeIds))
  const lines = [...ids].map((id) => register.rows.noticeLines.find(id)).filter((line) => line !== undefined)
  const notices = viewsOf(register, caller, lines)
  const count = (is: (notice: Notice) => boolean) => notices.filter(is).length
  const isIn = (lane: NonNullable<Notice['lane']>) => (notice: Notice) => notice.lane === lane
  const created = taken.reduce((sum, { createdCount }) => sum + createdCount, 0)
  return {
    guests: notices.length,
    known: notices.length - created,
    overdue: count(isIn('overdue')),
    today: count(isIn('today')),
    tomorrow: count(isIn('tomorrow')),
    later: count(isIn('later')),
    filedElsewhere: count(({ state }) => state === 'filed_elsewhere'),
    notRequired: count(({ state }) => state === 'not_required'),
    settled: count(({ lane, state }) => lane === null && state !== 'filed_elsewhere' && state !== 'not_required'),
    incomplete: count(({ state, lane }) => state === 'incomplete' && lane !== null),
    citizenshipUnknown: count(({ state, lane }) => state === 'citizenship_unknown' && lane !== null),
  }
}
