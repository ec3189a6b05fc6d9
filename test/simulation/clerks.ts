import { type CheckInRequest, checkIn } from '#electron/desk/check-in.ts'
import { correct, extend } from '#electron/desk/correct.ts'
import { confirmDuplicate } from '#electron/desk/filing/confirm-duplicate.ts'
import { releaseLease, takeForFiling } from '#electron/desk/filing/filing.ts'
import { handOver } from '#electron/desk/filing/hand-over.ts'
import { expireLeases } from '#electron/desk/filing/lease.ts'
import { recordProof } from '#electron/desk/filing/record-proof.ts'
import { applyCalendar, previewCalendar, previewCalendarUndo, undoCalendar } from '#electron/desk/law/calendar-change.ts'
import { nextToUndo } from '#electron/desk/law/calendar-views.ts'
import { departTogether, undoDepartureTogether } from '#electron/desk/party-acts.ts'
import { cancel, reopen, setFiledElsewhere, setNotRequired } from '#electron/desk/set-aside.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { editYear } from '#shared/regulation/calendar/edit-year.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import { act, type Ending, type NoticeRow, noticeRow, noticeRows } from './act.ts'
import type { DeskLife } from './desk-life.ts'
import { knownAbout } from './knowledge.ts'
import { clerkAt, departureAfter, guestNumber, respelled, type Workplace } from './people.ts'
import type { Scene } from './scene.ts'

const AT_REST: readonly string[] = ['citizenship_unknown', 'incomplete', 'ready', 'handover', 'rejected']
const ON_ITS_WAY: readonly string[] = ['sending', 'unknown', 'deferred']
const SET_ASIDE: readonly string[] = ['not_required', 'filed_elsewhere', 'cancelled']

/** The people at the reception; they act through the desk's own procedures and remember what they were told. */
export function createClerks(scene: Scene) {
  const { choices } = scene
  let guests = 0
  /** A check-in whose answer was lost: it is repeated under the same id. */
  let unanswered: CheckInRequest | null = null

  function told(life: DeskLife, noticeId: string): void {
    const row = noticeRow(life, noticeId)
    if (row !== undefined) scene.acknowledged.set(noticeId, { revision: row.revision, state: row.state })
  }

  /** What was said about saving against what the file holds; and what the screen shows afterwards is what counts from then on. */
  function checkSaved(life: DeskLife, before: NoticeRow, ending: Ending<Notice>): void {
    if (ending.kind === 'died' || scene.life !== life || life.disk.isDead()) {
      scene.maybeDone.add(before.stay_id)
      return
    }
    const after = noticeRow(life, before.id)
    const isChanged = after?.version !== before.version
    if (ending.kind === 'saved') {
      scene.checks.holds('I11', after?.version === ending.value.version, () => 'an act was confirmed and is not on the file')
    }
    if (ending.kind === 'failed' && ending.saved === 'no') {
      scene.checks.holds('I11', !isChanged, () => 'an act was called not saved and is on the file')
    }
    if (ending.kind === 'refused') return
    for (const { id, stay_id } of noticeRows(life)) if (stay_id === before.stay_id) told(life, id)
  }

  /** A save that failed may have been made all the same; then the screen shows it. */
  function isOnTheFile(life: DeskLife, before: NoticeRow, ending: Ending<Notice>): boolean {
    if (ending.kind !== 'failed') return ending.kind === 'saved'
    // A process that died over it shows nothing any more.
    return scene.life === life && !life.disk.isDead() && noticeRow(life, before.id)?.version !== before.version
  }

  function chooseNotice(life: DeskLife, states: readonly string[]): NoticeRow | undefined {
    const rows = noticeRows(life).filter(({ state }) => states.length === 0 || states.includes(state))
    return rows.length === 0 ? undefined : choices.pick(rows)
  }

  async function checkInSomebody(life: DeskLife): Promise<void> {
    const { register } = life
    const isRepeated = unanswered !== null && choices.chance(70)
    const number = guests
    const nowAtDesk = localDateTimeOf(life.time.clock.now(), register.property.zone)
    const isExpected = choices.chance(8)
    const arrivalAt = isExpected ? `${addDays(calendarDate(nowAtDesk.slice(0, 10)), 1)}T14:00` : nowAtDesk
    const earlier = isExpected ? 0 : choices.pick([0, 0, 0, 1, 2, 6])
    const day = addDays(calendarDate(arrivalAt.slice(0, 10)), -earlier)
    const party = choices.pick([1, 1, 2, 3])
    const request: CheckInRequest =
      isRepeated && unanswered !== null
        ? unanswered
        : {
            requestId: register.ports.newId(),
            stay: {
              arrivalAt: `${day}${arrivalAt.slice(10)}`,
              departureDate: choices.chance(8) ? null : departureAfter(day, 4),
              room: String(100 + (number % 60)),
              reservation: isExpected ? `B-${number}` : null,
            },
            guests: Array.from({ length: party }, () => {
              const facts = guestNumber(++guests)
              if (choices.chance(6)) return { ...facts, citizenship: 'KAZ' }
              if (choices.chance(6)) return { ...facts, citizenship: null }
              return choices.chance(8) ? { ...facts, purpose: null } : facts
            }),
          }
    const ending = await act(scene, `check-in of ${request.guests.length}${isRepeated ? ', repeated' : ''}`, () =>
      checkIn(register, clerkAt('front'), request),
    )
    unanswered = ending.kind === 'failed' || ending.kind === 'died' ? request : null
    if (scene.life !== life || life.disk.isDead()) return
    const saved = register.rows.stays.findByRequest(request.requestId)
    if (ending.kind === 'saved') {
      scene.checks.holds('I11', saved !== undefined, () => 'a check-in was confirmed and is not on the file')
      for (const { id } of ending.value.notices) {
        scene.story.nameOf(id)
        told(life, id)
      }
    }
    if (ending.kind === 'failed' && ending.saved === 'no') {
      scene.checks.holds('I11', saved === undefined, () => 'a check-in was called not saved and is on the file')
    }
  }

  async function correctOne(life: DeskLife, row: NoticeRow, workplace: Workplace, version = row.version): Promise<void> {
    const guest = life.register.rows.guests.find(row.guest_id)
    const stay = life.register.rows.stays.find(row.stay_id)
    if (guest === undefined || stay === undefined) return
    const completed = {
      ...guest.facts,
      citizenship: choices.chance(6) ? 'KAZ' : (guest.facts.citizenship ?? 'DEU').replace('KAZ', 'DEU'),
      // What turned out to be doubtful is left out until somebody knows.
      purpose: !scene.isHealing && choices.chance(6) ? null : (guest.facts.purpose ?? 'tourism'),
    }
    const facts = choices.chance(25) ? completed : respelled(completed, ++guests)
    const departureDate = stay.departureDate ?? departureAfter(stay.arrivalDate, 3)
    const room = choices.chance(20) ? String(300 + (guests % 50)) : stay.room
    const ending = await act(scene, `correct: ${scene.story.nameOf(row.id)} at the ${workplace}`, () =>
      correct(life.register, clerkAt(workplace), { noticeId: row.id, version, facts, departureDate, room }),
    )
    checkSaved(life, row, ending)
    if (isOnTheFile(life, row, ending)) scene.notOwed[facts.citizenship === 'KAZ' ? 'add' : 'delete'](row.guest_id)
  }

  async function setAsideOne(life: DeskLife): Promise<void> {
    const how = choices.pick(['cancel', 'not required', 'filed elsewhere'] as const)
    // What may have arrived can be called filed elsewhere by who has looked it up.
    // What was accepted is withdrawn by a notice of its own; what is on its way, when its answer is there.
    const more = {
      'filed elsewhere': ['unknown', 'duplicate'],
      cancel: [...ON_ITS_WAY, 'accepted', 'duplicate'],
      'not required': [...ON_ITS_WAY, 'duplicate'],
    }[how]
    const row = chooseNotice(life, [...AT_REST, ...more])
    if (row === undefined) return
    const { register } = life
    const given = { noticeId: row.id, version: row.version, reason: 'a clerk says so' }
    const ending = await act(scene, `set aside: ${scene.story.nameOf(row.id)}, ${how}`, () => {
      if (how === 'cancel') return cancel(register, clerkAt('front'), given)
      return how === 'not required'
        ? setNotRequired(register, clerkAt('front'), given)
        : setFiledElsewhere(register, clerkAt('front'), { ...given, reference: null })
    })
    checkSaved(life, row, ending)
    if (!isOnTheFile(life, row, ending)) return
    if (row.kind === 'cancellation') scene.neverCame.delete(row.guest_id)
    else if (row.kind === 'arrival' && how !== 'filed elsewhere')
      (how === 'cancel' ? scene.neverCame : scene.notOwed).add(row.guest_id)
    if (!scene.watch.sentBefore(row.id)) scene.neverSend.add(row.id)
  }

  async function reopenOne(life: DeskLife): Promise<void> {
    const withdrawn = noticeRows(life).filter(({ guest_id }) => scene.neverCame.has(guest_id))
    const row = withdrawn.length > 0 && choices.chance(50) ? choices.pick(withdrawn) : chooseNotice(life, SET_ASIDE)
    if (row === undefined) return
    scene.neverSend.delete(row.id)
    const given = { noticeId: row.id, version: row.version }
    const ending = await act(scene, `reopen: ${scene.story.nameOf(row.id)}`, () =>
      reopen(life.register, clerkAt('back'), given),
    )
    checkSaved(life, row, ending)
    if (!isOnTheFile(life, row, ending)) return
    scene.neverCame.delete(row.guest_id)
    // A citizen is one until the data say otherwise.
    if (!knownAbout(life, row).isCitizen) scene.notOwed.delete(row.guest_id)
  }

  /** A clerk takes one guest, enters him in the portal and brings the number back – or is called away. */
  async function fileByHand(life: DeskLife): Promise<void> {
    const row = chooseNotice(life, ['ready', 'handover', 'leased'])
    if (row === undefined) return
    const name = scene.story.nameOf(row.id)
    const taken = await act(
      scene,
      `take for filing: ${name}`,
      () => takeForFiling(life.register, clerkAt('back'), row.id, null).notice,
    )
    checkSaved(life, row, taken)
    if (taken.kind !== 'saved') return
    const next = choices.pick(['proof', 'hand over', 'release', 'walks away'] as const)
    await scene.world.run(choices.below(120) * 1_000)
    const now = scene.life === life ? noticeRow(life, row.id) : undefined
    if (now === undefined || next === 'walks away') return
    if (next === 'proof' && scene.service.takesByHand) return bringProof(life, now)
    const ending = await act(scene, `${next}: ${name}`, () =>
      next === 'release' || next === 'proof'
        ? releaseLease(life.register, clerkAt('back'), row.id)
        : handOver(life.register, clerkAt('back'), row.id),
    )
    checkSaved(life, now, ending)
  }

  /** Looks it up at the service or enters it there, and writes the number down. */
  async function bringProof(life: DeskLife, row: NoticeRow): Promise<void> {
    if (scene.line.isDown() && !scene.isHealing) return
    const chain = life.register.rows.notifications.ofGuest(row.guest_id)?.id ?? row.id
    const { kind, sequence, revision } = row
    const reference = scene.service.fileByHand(row.id, { chain, kind, sequence, revision }, knownAbout(life, row).says)
    const proof = { noticeId: row.id, reference, portal: null, file: null, fileName: null }
    const ending = await act(scene, `proof by hand: ${scene.story.nameOf(row.id)}`, () =>
      recordProof(life.register, clerkAt('back'), proof),
    )
    checkSaved(life, row, ending)
  }

  /** The guest stays longer, or has left, alone or with everybody of the stay; or is here after all. */
  async function changeDeparture(life: DeskLife): Promise<void> {
    const row = chooseNotice(life, choices.chance(70) ? ['accepted'] : [])
    const stay = row === undefined ? undefined : life.register.rows.stays.find(row.stay_id)
    if (row === undefined || stay === undefined) return
    const { register } = life
    const given = { noticeId: row.id, version: row.version }
    const hasLeft = (register.rows.guests.find(row.guest_id)?.departedOn ?? null) !== null
    const what = hasLeft && choices.chance(50) ? 'here after all' : choices.pick(['extend', 'depart'] as const)
    const withParty = what !== 'extend' && choices.chance(30)
    const later = departureAfter(stay.departureDate ?? stay.arrivalDate, 1 + choices.below(3))
    const ending = await act(scene, `${what}: ${scene.story.nameOf(row.id)}${withParty ? ' and party' : ''}`, () => {
      if (what === 'extend') return extend(register, clerkAt('front'), { ...given, departureDate: later })
      if (what === 'depart') return departTogether(register, clerkAt('front'), { ...given, date: register.today(), withParty })
      return undoDepartureTogether(register, clerkAt('front'), { ...given, withParty })
    })
    checkSaved(life, row, ending)
  }

  /** A person looks at the service whose number it is. */
  async function decideDuplicate(life: DeskLife, row: NoticeRow): Promise<void> {
    const existing = life.register.rows.notifications.find(row.id)?.existingReference ?? null
    const { says } = knownAbout(life, row)
    const isOurs = scene.service.effects.some(
      (effect) => effect.notificationId === row.id && effect.reference === existing && effect.says === says,
    )
    const ending = await act(scene, `duplicate: ${scene.story.nameOf(row.id)}, ${isOurs ? 'ours' : 'not ours'}`, () =>
      confirmDuplicate(life.register, clerkAt('back'), { noticeId: row.id, version: row.version, isOurs }),
    )
    checkSaved(life, row, ending)
    if (!isOurs && isOnTheFile(life, row, ending)) scene.watch.disowned(row.id, row.revision)
  }

  async function changeCalendar(life: DeskLife): Promise<void> {
    const { register } = life
    const caller = clerkAt('front')
    const change = nextToUndo(register.rows.calendarChanges.all())
    const isUndone = change !== undefined && choices.chance(50)
    await act(scene, isUndone ? 'calendar: undone' : 'calendar: a day off more', () => {
      if (isUndone && change !== undefined) {
        return undoCalendar(register, caller, {
          changeId: change.id,
          basis: previewCalendarUndo(register, caller, change.id).basis,
        })
      }
      const year = register.calendar.years.find((candidate) => candidate.year === 2026)
      const date = addDays(calendarDate('2026-11-24'), choices.below(4))
      const edited = year === undefined ? undefined : editYear(year, { kind: 'add_holiday', date, holiday: 'other_holiday' })
      if (edited?.ok !== true) return undefined
      const { basis } = previewCalendar(register, caller, [edited.value])
      return applyCalendar(register, caller, { years: [edited.value], basis, origin: 'edit', reason: 'a decree' })
    })
  }

  async function pressPause(life: DeskLife, isPaused: boolean): Promise<void> {
    scene.isPaused = null
    const ending = await act(scene, isPaused ? 'pause' : 'resume', () =>
      isPaused ? life.outbox.pause() : life.outbox.resume(),
    )
    if (ending.kind !== 'saved') return
    scene.isPaused = isPaused
    scene.askedFor.clear()
  }

  async function sendNow(life: DeskLife, noticeIds: readonly string[]): Promise<void> {
    scene.pushes.push(scene.world.nowMs())
    for (const id of noticeIds) scene.askedFor.add(id)
    const names = noticeIds.map((id) => scene.story.nameOf(id)).join(' ')
    await act(scene, `send now: ${names}`, () => life.outbox.sendNow(noticeIds))
  }

  /** The answer comes later; nobody stands and waits for it. */
  function inBackground(name: string, work: () => Promise<unknown>): void {
    scene.pushes.push(scene.world.nowMs())
    void act(scene, name, work)
  }

  return {
    checkInSomebody,
    correctOne,
    bringProof,
    decideDuplicate,
    sendNow,
    pressPause,
    async endLeases(life: DeskLife): Promise<void> {
      await act(scene, 'leases that ran out', () => expireLeases(life.register))
    },
    /** One act of somebody, if anything can be done now. */
    async actOnce(life: DeskLife): Promise<void> {
      // Second thoughts: they meet what was begun and is not over.
      if (scene.isPaused === true && scene.askedFor.size > 0 && choices.chance(20)) return pressPause(life, true)
      if (scene.neverCame.size > 0 && choices.chance(20)) return reopenOne(life)
      const kind = noticeRows(life).length === 0 ? 0 : choices.below(100)
      if (kind < 34) return checkInSomebody(life)
      if (kind < 50) {
        const row = toCorrect(life)
        return row === undefined ? undefined : correctOne(life, row, choices.pick(['front', 'back']))
      }
      if (kind < 56) return bothCorrect(life)
      if (kind < 63) return setAsideOne(life)
      if (kind < 67) return reopenOne(life)
      if (kind < 76) return fileByHand(life)
      if (kind < 79) return changeCalendar(life)
      if (kind < 83) return changeDeparture(life)
      if (kind < 86) return sendNow(life, someNotices(life))
      if (kind < 90) return pressPause(life, true)
      if (kind < 94) return pressPause(life, false)
      const row = chooseNotice(life, ['unknown', 'deferred', 'duplicate'])
      if (kind < 95 && row?.state === 'duplicate') return decideDuplicate(life, row)
      if (kind < 97 && row !== undefined) {
        scene.askedFor.add(row.id)
        return inBackground(`ask about: ${scene.story.nameOf(row.id)}`, () => life.outbox.reconcile(row.id))
      }
      return inBackground('check the connection', () => life.outbox.checkConnection())
    },
  }

  /** Both have the guest open; the second works on what is no longer so. */
  async function bothCorrect(life: DeskLife): Promise<void> {
    const row = chooseNotice(life, AT_REST)
    if (row === undefined) return
    await correctOne(life, row, 'front')
    await scene.world.run(choices.below(40) * 500)
    const now = scene.life === life ? noticeRow(life, row.id) : undefined
    if (now !== undefined) await correctOne(life, now, 'back', choices.chance(50) ? row.version : now.version)
  }

  /** Best of all one that is on its way, or is back from it while its first content may still turn up at the service. */
  function toCorrect(life: DeskLife): NoticeRow | undefined {
    const inTheAir = noticeRows(life).filter(({ id, state }) => ON_ITS_WAY.includes(state) || scene.watch.isUnderWay(id))
    if (inTheAir.length > 0 && choices.chance(50)) return choices.pick(inTheAir)
    return choices.chance(40) ? triedBefore(life) : chooseNotice(life, choices.chance(60) ? AT_REST : [])
  }

  /** One that has been on its way and is back. */
  function triedBefore(life: DeskLife): NoticeRow | undefined {
    const rows = noticeRows(life).filter(({ id, state }) => AT_REST.includes(state) && scene.watch.sentBefore(id))
    return rows.length === 0 ? undefined : choices.pick(rows)
  }

  function someNotices(life: DeskLife): readonly string[] {
    const rows = noticeRows(life)
    return choices.chance(50) ? rows.map(({ id }) => id) : [choices.pick(rows).id]
  }
}
export type Clerks = ReturnType<typeof createClerks>
