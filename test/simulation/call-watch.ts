import { createHash } from 'node:crypto'
import type { OutgoingNotice } from '#electron/channels/adapter.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import { comparePlaces, type NoticePlace } from './chains.ts'
import type { DeskLife } from './desk-life.ts'
import type { Disk } from './disk.ts'
import type { Fate } from './fates.ts'
import type { CallHost, CallKind, CallMoment } from './model-channel.ts'
import { drawReaction, NOTHING_HAPPENS, type Reaction } from './reaction.ts'
import type { Scene } from './scene.ts'
import { count } from './tally.ts'

/** A call the desk made, in true time. */
export interface Call {
  readonly atMs: number
  readonly kind: CallKind
}

/** The service asked to be left alone. */
interface Hold {
  readonly untilMs: number
  readonly rawMs: number
  readonly by: object
  /** The attempt whose answer said so; `null` = nobody's. */
  readonly attemptId: string | null
  readonly jumps: number
}

/** The order of the promise, written down a second time. */
interface Candidate {
  readonly id: string
  readonly act_by: string
  readonly is_follow_up: 0 | 1
}

interface AttemptRow {
  readonly id: string
  readonly notification_id: string
  readonly revision: number
  readonly kind: string
  readonly ended_at: string | null
  readonly outcome: string | null
}

const HOUR_MS = 3_600_000

/** Checks what must hold at the moment of every call, and draws what becomes of it. */
export function createCallWatch(sceneOf: () => Scene) {
  const calls: Call[] = []
  const perAttempt = new Map<string, number>()
  const contents = new Map<string, string>()
  const lastPlace = new Map<string, NoticePlace>()
  /** The last cancellation sent about a guest, as a key of {@link fates}. */
  const cancellations = new Map<string, string>()
  const everSent = new Set<string>()
  const underWay = new Set<string>()
  const holds: Hold[] = []
  /** What the last answer about a revision let the desk know; `unanswered` = it is on its way, or was when the process died. */
  const fates = new Map<string, Fate>()
  let attempts = new Map<string, AttemptRow>()
  /** By notice: the attempt that is under way. */
  const openAttempts = new Map<string, string>()
  let plannedDeath: CallMoment | null = null
  let plantedMistakes = 0

  function readAttempts(life: DeskLife): Map<string, AttemptRow> {
    const rows = life.register.store
      .statement<AttemptRow>(
        'simulation.attempts',
        'SELECT id, notification_id, revision, kind, ended_at, outcome FROM attempt',
      )
      .all()
    return new Map(rows.map((row) => [row.id, row]))
  }

  function checkAttempts(life: DeskLife, kind: CallKind, notices: readonly OutgoingNotice[]): void {
    const { checks, story } = sceneOf()
    for (const { notificationId, payload } of notices) {
      const key = `${kind} ${notificationId} ${payload.revision}`
      const made = (perAttempt.get(key) ?? 0) + 1
      perAttempt.set(key, made)
      const written = life.register.rows.attempts
        .ofNotification(notificationId)
        .filter((attempt) => attempt.kind === kind && attempt.revision === payload.revision)
      const open = written.find(({ endedAt }) => endedAt === null)
      if (open !== undefined) openAttempts.set(notificationId, open.id)
      checks.holds('I13', written.length >= made && open !== undefined, () => {
        return `${kind} number ${made} about ${story.nameOf(notificationId)} r${payload.revision} without an open attempt row (${written.length} rows)`
      })
    }
  }

  function checkContent(notices: readonly OutgoingNotice[]): void {
    const { checks, story } = sceneOf()
    for (const { notificationId, clientId, payload } of notices) {
      const key = `${notificationId} ${payload.revision}`
      const content = `${clientId} ${createHash('sha256').update(JSON.stringify(payload)).digest('hex')}`
      const before = contents.get(key)
      contents.set(key, before ?? content)
      const owner = contents.get(clientId)
      contents.set(clientId, owner ?? key)
      const name = (): string => `${story.nameOf(notificationId)} r${payload.revision}`
      checks.holds('I6', before === undefined || before === content, () => `${name()} has another id or content than before`)
      checks.holds('I6', owner === undefined || owner === key, () => `the client id of ${name()} belongs to another`)
    }
  }

  function checkOrder(life: DeskLife, notices: readonly OutgoingNotice[]): void {
    const { checks, story, isPaused } = sceneOf()
    if (isPaused !== false) return
    const today = localDateOf(life.time.clock.now(), life.register.property.zone)
    const sent = notices.map(({ notificationId }) => notificationId)
    const rows = life.register.store
      .statement<Candidate & { readonly state: string; readonly next_attempt_at: string | null }>(
        'simulation.candidates',
        `SELECT n.id, n.act_by, n.state, n.next_attempt_at,
           n.sequence > 1 AS is_follow_up
         FROM notification n WHERE n.state IN ('ready', 'sending') AND n.arrival_date <= ? AND NOT EXISTS (
           SELECT 1 FROM notification e WHERE e.guest_id = n.guest_id AND e.sequence < n.sequence
             AND e.state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled'))
         AND NOT EXISTS (SELECT 1 FROM notification e WHERE e.guest_id = n.after_guest_id
             AND e.state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled'))`,
      )
      .all(today)
    const isSure = ({ state, next_attempt_at }: (typeof rows)[number]): boolean => state === 'ready' && next_attempt_at === null
    const expected = rows
      .filter((row) => sent.includes(row.id) || isSure(row))
      .toSorted((a, b) => Number(a.act_by < today) - Number(b.act_by < today) || a.is_follow_up - b.is_follow_up || order(a, b))
      .map(({ id }) => id)
    const isFirst = sent.every((id, position) => expected[position] === id)
    checks.holds('I7', isFirst, () => {
      const names = (ids: readonly string[]): string => ids.map((id) => story.nameOf(id)).join(' ')
      return `sent ${names(sent)}, where the order was ${names(expected)}`
    })
  }

  function checkQuiet(life: { readonly owner: object }, kind: CallKind, notices: readonly OutgoingNotice[]): void {
    const { checks, story, world, pcClock, isPaused, askedFor } = sceneOf()
    for (const hold of holds) {
      // Written down as wall time: a clock that was set between two processes is believed.
      const isBelieved = hold.by === life.owner || hold.jumps === pcClock.jumps()
      if (!isBelieved) continue
      checks.holds('I8', world.nowMs() + 2 >= hold.untilMs, () => {
        const early = Math.round((hold.untilMs - world.nowMs()) / 1_000)
        return `a ${kind} ${early} s before the end of a Retry-After of ${hold.rawMs / 1_000} s`
      })
    }
    if (isPaused === true && kind !== 'probe') {
      for (const { notificationId } of notices) {
        checks.holds('I8', askedFor.has(notificationId), () => `${kind} about ${story.nameOf(notificationId)} during a pause`)
      }
    }
  }

  return {
    calls: (): readonly Call[] => calls,
    sentBefore: (notificationId: string): boolean => everSent.has(notificationId),
    /** A person has looked: what the service has is somebody else's, and nothing of this notice. */
    disowned(notificationId: string, revision: number): void {
      fates.set(`${notificationId} ${revision}`, 'turned away')
    },
    isUnderWay: (notificationId: string): boolean => underWay.has(notificationId),
    /** The service asked to be left alone, or a notice is on its way or unanswered. */
    isInTheAir(): boolean {
      const nowMs = sceneOf().world.nowMs()
      return (
        holds.some(({ untilMs }) => untilMs > nowMs) ||
        [...fates.values()].some((fate) => fate === 'unknown' || fate === 'unanswered')
      )
    },
    planDeath(moment: CallMoment): void {
      plannedDeath = moment
    },
    forgetPlan(): void {
      plannedDeath = null
    },
    /** True once for each mistake that was planted on purpose. */
    takePlantedMistake: (): boolean => plantedMistakes > 0 && plantedMistakes-- > 0,
    /** What the dead or stopped process wrote is still there, word for word; and what it had learnt to wait for still binds. */
    afterBoot(life: DeskLife): void {
      const { checks, world } = sceneOf()
      const now = readAttempts(life)
      for (const [id, before] of attempts) {
        const after = now.get(id)
        const isKept =
          after !== undefined &&
          (before.ended_at === null || (after.ended_at === before.ended_at && after.outcome === before.outcome))
        checks.holds('I13', isKept, () => `an attempt row changed or vanished: ${before.kind} r${before.revision}`)
      }
      attempts = now
      // What was not saved before the process died is not known to the next one.
      const known = holds.filter(({ untilMs, rawMs, attemptId }) => {
        if (untilMs <= world.nowMs() || attemptId === null) return false
        return (
          life.register.store.database
            .prepare('SELECT 1 FROM attempt WHERE id = ? AND retry_after_ms = ? AND ended_at IS NOT NULL')
            .get(attemptId, rawMs) !== undefined
        )
      })
      holds.splice(0, holds.length, ...known)
    },
    beforeEnd(life: DeskLife): void {
      attempts = readAttempts(life)
    },
    hostFor(life: { readonly owner: object; readonly disk: Disk }): CallHost {
      return {
        isDead: () => life.disk.isDead(),
        underWay,
        begin(kind, notices): Reaction {
          const scene = sceneOf()
          calls.push({ atMs: scene.world.nowMs(), kind })
          count(scene.tally, kind === 'send' ? 'sends' : kind === 'look_up' ? 'look-ups' : 'probes')
          const current = scene.life
          checkQuiet(life, kind, notices)
          if (current !== null && current.owner === life.owner) {
            checkAttempts(current, kind, notices)
            checkContent(notices)
            if (kind === 'send') checkOrder(current, notices)
          }
          if (kind === 'send') {
            checkRising(scene, notices)
            checkNotBlind(scene, notices)
          }
          const reaction = scene.isHealing
            ? NOTHING_HAPPENS
            : drawReaction(scene.choices, scene.swarm, scene.line, notices.length)
          const names = notices.map(
            ({ notificationId, payload }) => `${scene.story.nameOf(notificationId)} r${payload.revision}`,
          )
          if (kind !== 'probe') scene.tell(`${kind} ${names.join(', ')}: ${reaction.fault ?? 'answered'}`)
          if (reaction.fault !== null) {
            count(scene.tally, `wire: ${reaction.fault}`)
            if (kind === 'send' && LOST.has(reaction.fault)) count(scene.tally, 'lost answers')
          }
          if (reaction.fault === 'adapter throws') plantedMistakes++
          return reaction
        },
        answered(notices, given, rawMs) {
          const scene = sceneOf()
          for (const [index, fate] of given.entries()) {
            const notice = notices[index]
            if (notice !== undefined && fate !== 'unanswered') fates.set(keyOf(notice), fate)
          }
          if (rawMs === null) return
          const heldMs = Math.min(Math.max(rawMs, 1_000), HOUR_MS)
          holds.push({
            untilMs: scene.world.nowMs() + heldMs,
            rawMs,
            by: life.owner,
            attemptId: openAttempts.get(notices[0]?.notificationId ?? '') ?? null,
            jumps: scene.pcClock.jumps(),
          })
        },
        passes(moment) {
          if (plannedDeath !== moment || life.disk.isDead()) return
          plannedDeath = null
          count(sceneOf().tally, `death: ${moment}`)
          life.disk.kill()
        },
      }
    },
  }

  /** Once it may have arrived, it is asked about before it is sent again. */
  function checkNotBlind(scene: Scene, notices: readonly OutgoingNotice[]): void {
    for (const notice of notices) {
      const fate = fates.get(keyOf(notice))
      const name = scene.story.nameOf(notice.notificationId)
      scene.checks.holds(
        'I2',
        fate !== 'unknown' && fate !== 'unanswered',
        () => `${name} is sent again without having been asked about`,
      )
      fates.set(keyOf(notice), 'unanswered')
    }
  }

  /**
   * A cancellation that is there, or may be there for all the desk knows, is the last word. One that was turned away, or is not there by
   * the service's own word, can be taken back by a person, and then more may follow; should a late delivery of it come after all, that is
   * seen in the effects.
   */
  function checkLastWord({ checks, story }: Scene, { notificationId }: OutgoingNotice, { chain, kind }: NoticePlace): void {
    const cancellation = cancellations.get(chain)
    if (cancellation === undefined || kind === 'cancellation') return
    const fate = fates.get(cancellation)
    const isTakenBack = fate === 'turned away' || fate === 'absent'
    checks.holds('I4', isTakenBack, () => `${story.nameOf(notificationId)} is sent after a cancellation that is ${fate}`)
  }

  function checkRising(scene: Scene, notices: readonly OutgoingNotice[]): void {
    for (const notice of notices) {
      const { notificationId } = notice
      const place = scene.chains.placeOf(notice)
      const before = lastPlace.get(place.chain)
      const name = scene.story.nameOf(notificationId)
      const isRising = before === undefined || comparePlaces(place, before) >= 0
      scene.checks.holds('I4', isRising, () => `${name} r${place.revision} is sent after a later ${before?.kind}`)
      checkLastWord(scene, notice, place)
      scene.checks.holds('I12', !scene.neverSend.has(notificationId), () => `${name} is sent although it was set aside before`)
      lastPlace.set(place.chain, place)
      if (place.kind === 'cancellation') cancellations.set(place.chain, keyOf(notice))
      everSent.add(notificationId)
    }
  }
}

/** Faults after which the desk cannot know what the service did. */
const LOST: ReadonlySet<string> = new Set([
  'answer lost',
  'connection reset after processing',
  'no answer for half a minute',
  'effect comes late',
  'request lost',
  'page instead of an answer',
  'receipt of another request',
  'server error after processing',
])

function keyOf({ notificationId, payload }: OutgoingNotice): string {
  return `${notificationId} ${payload.revision}`
}

function order(a: Candidate, b: Candidate): number {
  if (a.act_by !== b.act_by) return a.act_by < b.act_by ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}
