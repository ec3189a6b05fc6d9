import { makeEvidence } from '#electron/reports/evidence/make-evidence.ts'
import { recogniseFile } from '#electron/reports/evidence/recognise-file.ts'
import type { DeskImplementer } from './implementer.ts'
import type { Register } from './register.ts'

/** `evidence` of the contract. */
export function evidenceHandlers({ evidence }: DeskImplementer, register: () => Register) {
  return {
    make: evidence.make.handler(({ input, context }) => makeEvidence(register(), context, input)),
    recognise: evidence.recognise.handler(({ input }) => recogniseFile(register(), input)),
  }
}
