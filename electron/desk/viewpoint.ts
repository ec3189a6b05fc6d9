import type { NoticeLine } from '#electron/store/rows/notice-lines.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { noticeView, type Viewpoint } from './notice-view.ts'
import type { Register } from './register.ts'

export function viewpointOf(register: Register, caller: Caller): Viewpoint {
  return {
    today: register.today(),
    now: register.now(),
    calendar: register.calendar,
    alarmReading: register.property.alarmReading,
    caller,
  }
}

export function viewsOf(register: Register, caller: Caller, lines: readonly NoticeLine[]): Notice[] {
  const view = viewpointOf(register, caller)
  return lines.map((line) => noticeView(line, view))
}

/** Throws `NOT_FOUND`. */
export function viewOf(register: Register, caller: Caller, noticeId: string): Notice {
  const line = register.rows.noticeLines.find(noticeId)
  if (line === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  return noticeView(line, viewpointOf(register, caller))
}
