import { z } from 'zod'

/** Classes of calls as `preload/disk-calls.c` counts them. */
export const CALL_CLASSES = { write: 1, sync: 2, truncate: 4, open: 8, name: 16 } as const
export type CallClass = keyof typeof CALL_CLASSES
export const CALL_CLASS_NAMES = ['write', 'sync', 'truncate', 'open', 'name'] as const satisfies readonly CallClass[]

/** Linux numbers of the errors a disk gives. */
export const DISK_ERRORS = { ENOSPC: 28, EIO: 5, EROFS: 30 } as const
export const DISK_ERROR_NAMES = ['ENOSPC', 'EIO', 'EROFS'] as const satisfies readonly (keyof typeof DISK_ERRORS)[]

/** One run of the desk in which the disk fails. */
export const trialSchema = z.object({
  error: z.enum(DISK_ERROR_NAMES),
  callClass: z.enum(CALL_CLASS_NAMES),
  /** The call of its class that fails, 1 = the first after the folder is opened. */
  number: z.number(),
  /** Every later call of the class fails as well, until the disk is healed. */
  isLasting: z.boolean(),
})
export type Trial = z.infer<typeof trialSchema>

export const trialResultSchema = z.object({
  trial: trialSchema,
  /** Calls that were made to fail. */
  hits: z.number(),
  /** How what was asked for was answered while the disk failed: `done`, `no`, `unknown` (STORE_FAILED), or another code of the contract. */
  answers: z.array(z.string()),
  findings: z.array(z.string()),
})
export type TrialResult = z.infer<typeof trialResultSchema>

export function nameOfTrial({ error, callClass, number, isLasting }: Trial): string {
  return `${error} at ${callClass} ${number}${isLasting ? ' and after' : ''}`
}
