import { oc } from '@orpc/contract'
import type { Permission } from '../domain/actor.ts'
import { commonErrors } from './errors.ts'

/** Every procedure names the permission its caller needs; `null` = anyone who reached the desk (status, first start). */
export interface ProcedureMeta {
  readonly permission: Permission | null
}

export const base = oc.$meta<ProcedureMeta>({ permission: 'desk.administer' }).errors(commonErrors)
export const anyone = base.meta({ permission: null })
export const reads = base.meta({ permission: 'register.read' })
export const writes = base.meta({ permission: 'register.write' })
export const sends = base.meta({ permission: 'notice.send' })
export const files = base.meta({ permission: 'notice.file_by_hand' })
export const setsAside = base.meta({ permission: 'notice.set_aside' })
export const reports = base.meta({ permission: 'report.read' })
export const closes = base.meta({ permission: 'report.close' })
export const administers = base.meta({ permission: 'desk.administer' })
