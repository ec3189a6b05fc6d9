import { z } from 'zod'
import { UNDOABLE_ACTS, type UndoableAct } from '#shared/domain/guest-filter.ts'
import { NOTIFICATION_STATES } from '#shared/domain/notification.ts'
import type { Register } from '../register.ts'

/** Acts on many that can still be taken back. */
const KEPT = 20
const LATEST = 'guests.bulk_acts'

const entrySchema = z.object({
  /** The arrival, as it was chosen. */
  arrivalId: z.string(),
  /** The notice that was acted on, and the version it had afterwards. */
  noticeId: z.string(),
  version: z.number(),
  before: z.object({ state: z.enum(NOTIFICATION_STATES), citizenship: z.string().nullable() }),
})
export type BulkEntry = z.infer<typeof entrySchema>

const headSchema = z.object({ bulkId: z.string(), act: z.enum(UNDOABLE_ACTS), parts: z.number() })
export type BulkHead = z.infer<typeof headSchema>

/**
 * What acts on many left behind, for taking them back: small facts of the folder, written in the transaction of each guest, so that what can
 * be undone is exactly what was done, a power cut included. Holds ids, states and a country code.
 */
export function bulkRecord({ store: { settings } }: Pick<Register, 'store'>) {
  const heads = (): readonly BulkHead[] => settings.get(LATEST, z.array(headSchema)) ?? []
  const partKey = (bulkId: string, part: number) => `guests.bulk_act.${bulkId}.${part}`
  const entries = (bulkId: string, part: number): readonly BulkEntry[] =>
    settings.get(partKey(bulkId, part), z.array(entrySchema)) ?? []

  function forget({ bulkId, parts }: BulkHead): void {
    for (let part = 0; part < parts; part += 1) settings.remove(partKey(bulkId, part))
  }

  return {
    head: (bulkId: string): BulkHead | undefined => heads().find((head) => head.bulkId === bulkId),
    entries,
    /** Inside the transaction of the act. */
    add(act: UndoableAct, bulkId: string, part: number, entry: BulkEntry): void {
      const known = heads()
      const head = known.find((one) => one.bulkId === bulkId)
      if (head === undefined || head.parts <= part) {
        const others = known.filter((one) => one.bulkId !== bulkId)
        for (const old of others.slice(KEPT - 1)) forget(old)
        settings.set(LATEST, [{ bulkId, act, parts: part + 1 }, ...others.slice(0, KEPT - 1)])
      }
      settings.set(partKey(bulkId, part), [...entries(bulkId, part), entry])
    },
    /** Undone, or left for good. Inside a transaction. */
    remove({ bulkId, parts }: BulkHead, arrivalId: string): void {
      for (let part = 0; part < parts; part += 1) {
        const left = entries(bulkId, part)
        const rest = left.filter((entry) => entry.arrivalId !== arrivalId)
        if (rest.length === left.length) continue
        if (rest.length === 0) settings.remove(partKey(bulkId, part))
        else settings.set(partKey(bulkId, part), rest)
      }
    },
    end(head: BulkHead): void {
      forget(head)
      settings.set(
        LATEST,
        heads().filter(({ bulkId }) => bulkId !== head.bulkId),
      )
    },
  }
}
