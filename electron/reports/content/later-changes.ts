import type { Register } from '#electron/desk/register.ts'
import type { DayReport } from '#shared/contract/report-schemas.ts'

/** What was entered since the last close that belongs to days already closed. */
export function laterChanges(_register: Register): DayReport['laterChanges'] {
  return []
}
