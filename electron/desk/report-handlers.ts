import { reportDay } from './day-report.ts'
import type { DeskImplementer } from './implementer.ts'
import type { Register } from './register.ts'

/** `report` of the contract, one line each. */
export function reportHandlers({ report }: DeskImplementer, register: () => Register) {
  return {
    day: report.day.handler(({ input, context }) => reportDay(register(), context, input.date)),
  }
}
