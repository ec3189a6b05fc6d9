import { z } from 'zod'

export const recordedDeskOptionsSchema = z.object({
  scenario: z.enum(['season', 'upgrade', 'keys']),
  directory: z.string(),
  simulatorDirectory: z.string(),
  marksFile: z.string(),
  seed: z.number(),
  /** `synchronous=NORMAL` behind the desk's back. */
  isSyncWeakened: z.boolean(),
})
export type RecordedDeskOptions = z.infer<typeof recordedDeskOptionsSchema>
