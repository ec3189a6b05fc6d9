import { type NoticeRow, noticeRows } from './act.ts'
import type { DeskLife } from './desk-life.ts'
import type { Scene } from './scene.ts'
import { type Effect, saying } from './service.ts'

const SETTLED: readonly string[] = ['accepted', 'not_required', 'filed_elsewhere', 'cancelled']

interface KnownGuest {
  /** What a notice about him would say now; a departure is nobody's duty and may go untold. */
  readonly says: string
  /** Nobody is told anything more about a citizen. */
  readonly isCitizen: boolean
}

/** What the register knows about the guest of a notice. */
export function knownAbout({ register }: DeskLife, row: Pick<NoticeRow, 'guest_id' | 'stay_id'>): KnownGuest {
  const guest = register.rows.guests.find(row.guest_id)
  const stay = register.rows.stays.find(row.stay_id)
  if (guest === undefined || stay === undefined) throw new Error('A notice is about a guest of a stay')
  const { givenNames, citizenship } = guest.facts
  const says = saying(givenNames, guest.departedOn ?? stay.departureDate)
  return { says, isCitizen: citizenship === 'KAZ' }
}

/**
 * Once nothing is left to do about a guest, the service's last word is the last notice that was accepted, it says what the register
 * knows, and what was set aside has no effect. Left out are guests whom the service forgot with its backup, and those whom a person
 * called filed elsewhere: then the register does not say what the service knows.
 */
export function checkKnowledge(scene: Scene, life: DeskLife): void {
  for (const rows of Map.groupBy(noticeRows(life), (row) => row.guest_id).values()) {
    if (!rows.every(({ state }) => SETTLED.includes(state)) || rows.some(({ state }) => state === 'filed_elsewhere')) continue
    const [first] = rows
    if (first === undefined) continue
    const known = knownAbout(life, first)
    if (scene.service.effects.some(({ chain, isWiped }) => chain === first.id && isWiped)) continue
    checkGuest(scene, rows, known, scene.service.lastWord(first.id))
  }
}

/**
 * An earlier content of an arrival, which the service cannot be asked about by the later one's id, came after the later one was refused and the
 * guest set aside: the one delivery that nobody at the desk can learn of.
 */
function isEarlierContent([arrival]: readonly NoticeRow[], word: Effect): boolean {
  return arrival?.id === word.notificationId && word.revision < arrival.revision
}

function checkGuest({ checks, story }: Scene, rows: readonly NoticeRow[], known: KnownGuest, word: Effect | undefined): void {
  const told = rows.findLast(({ state }) => state === 'accepted')
  const nameOf = (id: string | undefined, revision: number | undefined): string =>
    id === undefined ? 'nothing' : `${story.nameOf(id)} r${revision}`
  const isLastWord = word?.notificationId === told?.id && word?.revision === told?.revision
  const states = rows.map(({ kind, state }) => `${kind} ${state}`).join(', ')
  if (word !== undefined && told === undefined && isEarlierContent(rows, word)) return
  checks.holds('I5', isLastWord, () => {
    return `the service knows ${nameOf(word?.notificationId, word?.revision)}, the register ${nameOf(told?.id, told?.revision)} (${states})`
  })
  // A person decided that the service shall not hear of the rest.
  const isTold = rows.every(({ sequence, state }) => sequence === 1 || state === 'accepted')
  if (told === undefined || word === undefined || word.kind === 'cancellation' || !isLastWord || !isTold || known.isCitizen)
    return
  checks.holds('I1', word.says === known.says, () => {
    return `about ${nameOf(told.id, told.revision)} the service knows "${word.says}", the register "${known.says}" (${states})`
  })
}
