import { z } from 'zod'

const id = z.string()

/**
 * What the recorded process says between two calls to the disk. A mark comes after the answer it tells of, so that everything it promises
 * must be in any state of the disk from there on. Ids, counts and hashes only.
 */
export const markSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set_up') }),
  /** Before the call: what the check-in would bring, should it be there without an answer. */
  z.object({ kind: z.literal('asked'), requestId: id, guests: z.number() }),
  z.object({ kind: z.literal('checked_in'), requestId: id, noticeIds: z.array(id) }),
  z.object({ kind: z.literal('corrected'), noticeId: id, revision: z.number(), room: z.string() }),
  z.object({ kind: z.literal('set_aside'), noticeId: id, state: z.string() }),
  /** The service has read these notices; nothing says yet that it kept them. */
  z.object({ kind: z.literal('reached'), clientIds: z.array(id) }),
  z.object({ kind: z.literal('accepted'), noticeId: id, clientId: id, reference: z.string() }),
  z.object({ kind: z.literal('calendar_changed'), changeId: id }),
  z.object({ kind: z.literal('backed_up'), file: z.string() }),
  z.object({ kind: z.literal('draft_saved'), key: z.string(), length: z.number() }),
  /** A row that was there before the record began. */
  z.object({ kind: z.literal('was_there'), noticeId: id }),
  z.object({ kind: z.literal('audited'), sequence: z.number(), hash: z.string() }),
  z.object({ kind: z.literal('key_changed') }),
])
export type Mark = z.infer<typeof markSchema>

/** Everything that was promised up to one point of a record. */
export class Promises {
  isSetUp = false
  readonly asked = new Map<string, number>()
  readonly checkedIn = new Map<string, readonly string[]>()
  readonly corrected = new Map<string, { readonly revision: number; readonly room: string }>()
  readonly setAside = new Map<string, string>()
  readonly reached = new Set<string>()
  readonly accepted = new Map<string, { readonly clientId: string; readonly reference: string }>()
  readonly calendarChanges = new Set<string>()
  readonly backups = new Set<string>()
  readonly drafts = new Map<string, number>()
  readonly wereThere = new Set<string>()
  readonly audit = new Map<number, string>()

  add(mark: Mark): void {
    switch (mark.kind) {
      case 'set_up':
        this.isSetUp = true
        return
      case 'asked':
        this.asked.set(mark.requestId, mark.guests)
        return
      case 'checked_in':
        this.checkedIn.set(mark.requestId, mark.noticeIds)
        return
      case 'corrected':
        this.corrected.set(mark.noticeId, mark)
        return
      case 'set_aside':
        this.setAside.set(mark.noticeId, mark.state)
        return
      case 'reached':
        for (const clientId of mark.clientIds) this.reached.add(clientId)
        return
      case 'accepted':
        this.accepted.set(mark.noticeId, mark)
        return
      case 'calendar_changed':
        this.calendarChanges.add(mark.changeId)
        return
      case 'backed_up':
        this.backups.add(mark.file)
        return
      case 'draft_saved':
        this.drafts.set(mark.key, mark.length)
        return
      case 'was_there':
        this.isSetUp = true
        this.wereThere.add(mark.noticeId)
        return
      case 'audited':
        this.audit.set(mark.sequence, mark.hash)
        return
      case 'key_changed':
        return
      default:
        mark satisfies never
    }
  }
}
