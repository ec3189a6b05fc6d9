import { type NoticeRow, noticeRows } from './act.ts'
import { PROMISES, type Promised, type Violation } from './checks.ts'
import { type Choices, seededChoices, type Tape, tapeChoices } from './choices.ts'
import { type Clerks, createClerks } from './clerks.ts'
import { hookDatabase } from './disk.ts'
import { strike } from './events.ts'
import { checkTheEnd, pendingOf } from './final-checks.ts'
import { createScene, type Scene } from './scene.ts'
import { DEATHS, drawSwarm, type EventFault, type Swarm } from './swarm.ts'
import { count, type Tally } from './tally.ts'

/**
 * I9: so long after the line, the disk and the clock are whole again, nothing that a machine can do is left undone: an hour is the
 * longest Retry-After that is believed, half an hour the service has to say that it does not have what nobody wants any more, the rest is
 * back-off.
 */
export const DRAINED_WITHIN_MS = 105 * 60_000

export interface ScheduleResult {
  readonly seed: number
  readonly violations: readonly Violation[]
  readonly counts: Readonly<Record<Promised, number>>
  readonly tally: Tally
  readonly hash: string
  readonly story: readonly string[]
  readonly tape: Tape
  /** From the heal until nothing was pending. */
  readonly drainedAfterMs: number
}

export interface Place {
  /** A folder that has been set up, see `template.ts`. */
  readonly template: string
  /** Of this schedule's own. The caller removes it. */
  readonly directory: string
}

export function runSeed(seed: number, place: Place): Promise<ScheduleResult> {
  return runSchedule(seed, seededChoices(seed), place)
}

/** The same seed gives the program the same chance; the tape decides everything else. */
export function runTape(seed: number, tape: Tape, place: Place): Promise<ScheduleResult> {
  return runSchedule(seed, tapeChoices(tape), place)
}

async function runSchedule(seed: number, choices: Choices, place: Place): Promise<ScheduleResult> {
  hookDatabase()
  const swarm = drawSwarm(choices)
  return playScene(seed, createScene({ choices, swarm, chanceSeed: seed, ...place }))
}

/** Chaos, heal, drain, check. `serviceEnds`: what the service holds is to be had from then on. */
export async function playScene(
  seed: number,
  scene: Scene,
  serviceEnds: () => Promise<void> = () => Promise.resolve(),
): Promise<ScheduleResult> {
  const { swarm, choices } = scene
  let drainedAfterMs = 0
  try {
    tellSwarm(scene, swarm)
    scene.boot()
    const clerks = createClerks(scene)
    await chaos(scene, clerks)
    drainedAfterMs = await heal(scene, clerks)
    scene.crash('kill -9, to look at what is on the disk')
    await scene.world.settle()
    await serviceEnds()
    scene.boot()
    if (scene.life !== null) checkTheEnd(scene, scene.life)
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : 'no error'
    scene.checks.holds('own', false, () => `the schedule could not be played: ${text}`)
  } finally {
    scene.abandon()
  }
  for (const { promise, what } of scene.checks.violations) scene.tell(`BROKEN ${promise}, ${PROMISES[promise]}: ${what}`)
  return {
    seed,
    violations: scene.checks.violations,
    counts: scene.checks.counts,
    tally: scene.tally,
    hash: scene.story.hash(),
    story: scene.story.lines(),
    tape: choices.tape(),
    drainedAfterMs,
  }
}

function tellSwarm(scene: Scene, swarm: Swarm): void {
  scene.tell(
    `the service ${swarm.service}${swarm.hasReceiptFiles ? ' and gives receipts' : ''}; up to ${swarm.maxBatch} in a call`,
  )
  count(scene.tally, `service: ${swarm.service}`)
}

async function chaos(scene: Scene, clerks: Clerks): Promise<void> {
  const { choices, swarm, world } = scene
  while (scene.checks.violations.length === 0 && choices.nextEvent(swarm.events)) {
    await world.run(pauseBefore(choices, swarm))
    if (scene.life === null) {
      await world.run(1_000 + choices.below(240) * 1_000)
      scene.boot()
    }
    // Another step of the world may have ended the process that had just started.
    const { life } = scene
    if (life === null) continue
    const faults = faultsNow(scene)
    if (faults.length > 0) await strike(scene, life, choices.pick(faults))
    else await clerks.actOnce(life)
    await world.settle()
    world.onStep()
  }
}

/** What can strike now; empty = a person acts. While something hangs in the air a death shows most. */
function faultsNow({ choices, swarm, watch }: Scene): readonly EventFault[] {
  const deaths = swarm.eventFaults.filter((fault) => DEATHS.includes(fault))
  if (deaths.length > 0 && watch.isInTheAir() && choices.chance(25)) return deaths
  return choices.chance(swarm.eventFaultPercent) ? swarm.eventFaults : []
}

function pauseBefore(choices: Choices, swarm: Swarm): number {
  const part = choices.below(256) / 256
  return swarm.pace === 'seconds' ? Math.floor(part ** 3 * 60_000) : Math.floor(part ** 3 * 30 * 60_000)
}

/** Everything works again, and people do what is theirs to do. Answers how long the machine had work to do. */
async function heal(scene: Scene, clerks: Clerks): Promise<number> {
  scene.tell('everything works again')
  scene.isHealing = true
  scene.line.downUntilMs = 0
  scene.line.flappingUntilMs = 0
  for (const outage of scene.outages) Object.assign(outage, { toMs: Math.min(outage.toMs, scene.world.nowMs()) })
  scene.life?.disk.heal()
  scene.watch.forgetPlan()
  scene.service.decideAll()
  if (scene.pcClock.aheadMs() !== 0) scene.pcClock.jump(-scene.pcClock.aheadMs())
  if (scene.life === null) scene.boot()
  if (scene.life !== null) await clerks.pressPause(scene.life, false)
  const first = await drain(scene)
  await deskWork(scene, clerks)
  return Math.max(first, await drain(scene))
}

async function drain(scene: Scene): Promise<number> {
  const { world, checks } = scene
  const fromMs = world.nowMs()
  let seen: readonly NoticeRow[] | undefined
  let isDone = false
  // Whatever is pending stays so until something is written, also when the day changes.
  const isDrained = (): boolean => {
    const { life } = scene
    if (life === null) return true
    const rows = noticeRows(life)
    if (rows !== seen) isDone = pendingOf(scene, rows, life.register.today()).length === 0
    seen = rows
    return isDone
  }
  await world.run(DRAINED_WITHIN_MS, isDrained)
  const tookMs = world.nowMs() - fromMs
  checks.holds('I9', scene.life !== null && isDrained(), () => {
    const left = scene.life === null ? [] : pendingOf(scene, noticeRows(scene.life), scene.life.register.today())
    return `still pending after ${tookMs / 60_000} min: ${left.map(({ id, state }) => `${scene.story.nameOf(id)} ${state}`).join(', ')}`
  })
  return tookMs
}

/** Leases run out, refused notices are corrected, and what only a person can find out is looked up. */
async function deskWork(scene: Scene, clerks: Clerks): Promise<void> {
  // Longer than a lease, and than the latest delivery on its way.
  await scene.world.run(25 * 60_000, () => {
    const isLeased = scene.life !== null && noticeRows(scene.life).some(({ state }) => state === 'leased')
    return !isLeased && !scene.world.isAnythingUnderWay()
  })
  const { life } = scene
  if (life === null) return
  await clerks.endLeases(life)
  for (const row of noticeRows(life)) {
    if (row.state === 'duplicate') await clerks.decideDuplicate(life, row)
    if (row.state === 'rejected') await clerks.correctOne(life, row, 'front')
    else if (row.state === 'unknown' && row.cause === 'program_error') await clerks.sendNow(life, [row.id])
    if (row.state === 'unknown' && scene.capabilities.reconcile === 'none') await clerks.bringProof(life, row)
  }
}
