import { makeEvidence } from '#electron/reports/evidence/make-evidence.ts'
import type { DeskImplementer } from './implementer.ts'
import type { Register } from './register.ts'

/** `evidence` of the contract. */
export function evidenceHandlers({ evidence }: DeskImplementer, register: () => Register) {
  return {
    make: evidence.make.handler(({ input, context }) => makeEvidence(register(), context, input)),
  }
}
