import type { CommandGroup } from '../command.ts'
import { close } from './report/close.ts'
import { day } from './report/day.ts'
import { days } from './report/days.ts'
import { handover } from './report/handover.ts'
import { period } from './report/period.ts'
import { setHour } from './report/set-hour.ts'
import { verifyFile } from './report/verify-file.ts'

export const report: CommandGroup = {
  summary: 'the deadline report of a day, its close, the hand-over, the summary of a period',
  alone: day,
  commands: new Map([
    ['close', close],
    ['days', days],
    ['set-hour', setHour],
    ['handover', handover],
    ['period', period],
    ['verify', verifyFile],
  ]),
}
