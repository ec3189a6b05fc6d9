import { useDeskNow } from '../../../client/use-desk-now.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import { actsFor, leaseOfColleague, type StayAct, type Undo } from './stay-acts.ts'

export interface ActPermit {
  /** Acts that fit the guest and that this person may do now. */
  readonly acts: readonly StayAct[]
  /** Why some are left out, in whole sentences; empty when nothing is. */
  readonly reasons: readonly string[]
}

/** What the person at this workplace may do with the guest now, and why not the rest. The desk decides anyway. */
export function useActPermit(detail: GuestDetail): ActPermit {
  const { say } = useWords()
  const now = useDeskNow()
  const mayNotWrite = useMayNot('register.write')
  const mayNotSetAside = useMayNot('notice.set_aside')
  const fitting = actsFor(detail)
  const lease = leaseOfColleague(detail)
  if (fitting.length === 0) return { acts: [], reasons: [] }
  if (mayNotWrite !== null)
    return { acts: [], reasons: [say(mayNotWrite === 'role' ? 'guestActs.blocked.role' : 'guestActs.blocked.readOnly')] }
  if (lease !== null) {
    const minutes = Math.max(1, Math.ceil((Date.parse(lease.until) - Date.parse(now)) / 60_000))
    // A room is no business of whoever is filing.
    return {
      acts: fitting.filter((act) => act === 'move'),
      reasons: [say('guestActs.blocked.leased', { name: lease.by, minutes: String(minutes) })],
    }
  }
  if (mayNotSetAside === null || !fitting.includes('cancel')) return { acts: fitting, reasons: [] }
  return { acts: fitting.filter((act) => act !== 'cancel'), reasons: [say('guestActs.blocked.roleCancel')] }
}

/** Taking back a withdrawal asks for the permission of a withdrawal, anything else for that of a correction. */
export function useMayUndo(undo: Undo | null): boolean {
  const [write, setAside] = [useMayNot('register.write'), useMayNot('notice.set_aside')]
  return (undo?.kind === 'cancellation' ? setAside : write) === null
}
