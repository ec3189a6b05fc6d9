import { businessDays, setCloseHour } from '#electron/reports/close/business-days.ts'
import { closeDay } from '#electron/reports/close/close-day.ts'
import { dayView } from '#electron/reports/close/day-view.ts'
import { collectHandover, handOver } from '#electron/reports/content/collect-handover.ts'
import { collectPeriod } from '#electron/reports/content/collect-period.ts'
import { giveFile } from '#electron/reports/files/requested-report.ts'
import type { DeskImplementer } from './implementer.ts'
import type { Register } from './register.ts'

/** `report` of the contract, one line each. */
export function reportHandlers({ report }: DeskImplementer, register: () => Register) {
  return {
    days: report.days.handler(() => businessDays(register())),
    day: report.day.handler(({ input }) => dayView(register(), input.date)),
    close: report.close.handler(({ input, context }) => closeDay(register(), context, input)),
    handover: report.handover.handler(({ context }) => collectHandover(register(), context)),
    handOver: report.handOver.handler(({ context }) => handOver(register(), context)),
    period: report.period.handler(({ input }) => collectPeriod(register(), input)),
    file: report.file.handler(({ input, context }) => giveFile(register(), context, input)),
    setCloseHour: report.setCloseHour.handler(({ input, context }) => setCloseHour(register(), context, input)),
  }
}
