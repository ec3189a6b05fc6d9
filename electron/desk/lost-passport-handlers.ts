import type { DeskImplementer } from './implementer.ts'
import { casesOf, listOpenCases } from './lost-passport/case-view.ts'
import { closeCase, openCase, recordStep, reopenCase } from './lost-passport/change-case.ts'
import { printCase } from './lost-passport/print-case.ts'
import type { Register } from './register.ts'

/** `lostPassport` of the contract, one line each. */
export function lostPassportHandlers({ lostPassport }: DeskImplementer, register: () => Register) {
  return {
    get: lostPassport.get.handler(({ input }) => casesOf(register(), input.noticeId)),
    openCases: lostPassport.openCases.handler(({ context }) => listOpenCases(register(), context)),
    open: lostPassport.open.handler(({ input, context }) => openCase(register(), context, input)),
    recordStep: lostPassport.recordStep.handler(({ input, context }) => recordStep(register(), context, input)),
    close: lostPassport.close.handler(({ input, context }) => closeCase(register(), context, input)),
    reopen: lostPassport.reopen.handler(({ input, context }) => reopenCase(register(), context, input)),
    print: lostPassport.print.handler(({ input, context }) => printCase(register(), context, input)),
  }
}
