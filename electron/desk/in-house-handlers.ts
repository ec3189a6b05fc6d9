import type { DeskImplementer } from './implementer.ts'
import { foreseeInHouse } from './in-house/foresee-in-house.ts'
import { takeInHouse } from './in-house/take-in-house.ts'
import type { Register } from './register.ts'

/** `inHouse` of the contract. */
export function inHouseHandlers({ inHouse }: DeskImplementer, register: () => Register) {
  return {
    foresee: inHouse.foresee.handler(({ input, context }) => foreseeInHouse(register(), context, input.parties)),
    take: inHouse.take.handler(({ input, context }) => takeInHouse(register(), context, input)),
  }
}
