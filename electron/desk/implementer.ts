import { implement } from '@orpc/server'
import type { Logger } from '#electron/store/ports.ts'
import { contract } from '#shared/contract/contract.ts'
import type { Caller } from './caller.ts'
import { guarded } from './guard.ts'

/** The contract, to be answered: every call guarded and logged. */
export function deskImplementer(logger: Logger) {
  const os = implement(contract).$context<Caller>()
  return { os, desk: os.use(guarded(logger)) }
}
export type DeskImplementer = ReturnType<typeof deskImplementer>['desk']
