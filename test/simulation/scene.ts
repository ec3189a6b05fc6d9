import { join } from 'node:path'
import type { MachineChannel } from '#electron/channels/adapter.ts'
import { migrationApiCapabilities } from '#electron/channels/migration-api/capabilities.ts'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import type { ChannelCapabilities } from '#shared/domain/channel.ts'
import type { Clock } from '#shared/domain/clock.ts'
import { createCallWatch } from './call-watch.ts'
import { type Chains, createChains } from './chains.ts'
import { type Checks, createChecks } from './checks.ts'
import type { Choices } from './choices.ts'
import { type DeskLife, startLife } from './desk-life.ts'
import { type CallHost, createModelChannel } from './model-channel.ts'
import { createPcClock, type PcClock } from './pc-clock.ts'
import { createService, type Service } from './service.ts'
import { createStory, type Story } from './story.ts'
import type { Swarm } from './swarm.ts'
import { count, type Tally } from './tally.ts'
import { copyRegister, takeAway } from './template.ts'
import { createWorld, type World } from './world.ts'

/** What the people at the counter were told, and what therefore has to stay true. */
export interface Acknowledged {
  readonly revision: number
  readonly state: string
}

/** A party of three is the largest that checks in here. */
export const MOST_NOTICES_PER_ACT = 3

/** One schedule while it runs: the world, the service, the desk's process, what was promised. */
export interface Scene {
  readonly choices: Choices
  readonly swarm: Swarm
  readonly world: World
  readonly pcClock: PcClock
  readonly service: Service
  readonly chains: Chains
  readonly story: Story
  readonly checks: Checks
  readonly tally: Tally
  readonly capabilities: ChannelCapabilities
  /** `null` between a death and the next start. */
  life: DeskLife | null
  readonly acknowledged: Map<string, Acknowledged>
  /** Guests of whom a person said that they never came. */
  readonly neverCame: Set<string>
  /** Guests of whom somebody said that no notice is owed, by word or by their citizenship. */
  readonly notOwed: Set<string>
  /** Set aside before anything about them was sent. */
  readonly neverSend: Set<string>
  /** Stays of which a change was begun whose answer never came: it may have been made. */
  readonly maybeDone: Set<string>
  /** `null` = the last press of the button may or may not have been saved. */
  isPaused: boolean | null
  /** What a person wanted sent in spite of the pause. */
  readonly askedFor: Set<string>
  /** No more faults. */
  isHealing: boolean
  /** The line is down until then; `flapping` = up and down every second until then. */
  readonly line: { downUntilMs: number; flappingUntilMs: number; isDown(): boolean }
  /** Spans of at least an hour during which nobody could be reached. */
  readonly outages: { readonly fromMs: number; toMs: number }[]
  /** When a person or a start made the desk try at once. */
  readonly pushes: number[]
  /** When people did something: each act may give up to {@link MOST_NOTICES_PER_ACT} notices something to say. */
  readonly acts: number[]
  readonly jumps: { readonly atMs: number; readonly open: number }[]
  readonly watch: ReturnType<typeof createCallWatch>
  /** Starts the desk's process on the folder as it is. */
  boot(): void
  /** The process is gone this instant; the folder is as its last system call left it. */
  crash(why: string): void
  /** The same without a word: nobody will look at it any more. */
  abandon(): void
  /** The process ends in order, however long that takes. */
  stop(): Promise<void>
  tell(text: string): void
}

export interface SceneOptions {
  readonly choices: Choices
  readonly swarm: Swarm
  /** Of the chance of the program itself: jitter, ids, nonces. */
  readonly chanceSeed: number
  readonly template: string
  /** Of this schedule's own; the caller removes it. */
  readonly directory: string
  /** Instead of the model: for schedules over the real wire. */
  readonly wire?: {
    readonly service: Service
    channelFor(scene: Scene, host: CallHost, life: { readonly owner: object; readonly clock: Clock }): MachineChannel
  }
}

export function createScene(options: SceneOptions): Scene {
  const { choices, swarm, template, directory } = options
  const world = createWorld()
  const pcClock = createPcClock(world)
  const random = seededRandom(options.chanceSeed)
  const story = createStory(world.nowMs)
  const chains = createChains()
  const service =
    options.wire?.service ??
    createService({ kind: swarm.service, hasReceiptFiles: swarm.hasReceiptFiles, nowMs: world.nowMs, chains })
  let folder = join(directory, '0')
  let folders = 1
  copyRegister(template, folder)

  const line: Scene['line'] = {
    downUntilMs: 0,
    flappingUntilMs: 0,
    isDown() {
      const nowMs = world.nowMs()
      return nowMs < line.downUntilMs || (nowMs < line.flappingUntilMs && Math.floor(nowMs / 1_000) % 2 === 0)
    },
  }

  const scene: Scene = {
    choices,
    swarm,
    world,
    pcClock,
    service,
    chains,
    story,
    checks: createChecks(),
    tally: {},
    capabilities:
      swarm.service === 'without ids'
        ? { ...migrationApiCapabilities, maxBatch: swarm.maxBatch, hasClientAssignedId: false, reconcile: 'none' }
        : { ...migrationApiCapabilities, maxBatch: swarm.maxBatch },
    life: null,
    acknowledged: new Map(),
    neverCame: new Set(),
    notOwed: new Set(),
    neverSend: new Set(),
    maybeDone: new Set(),
    isPaused: false,
    askedFor: new Set(),
    isHealing: false,
    line,
    outages: [],
    pushes: [],
    acts: [],
    jumps: [],
    watch: createCallWatch(() => scene),
    tell: (text) => story.tell(text),
    boot() {
      if (scene.life !== null) throw new Error('Two processes at once')
      scene.pushes.push(world.nowMs())
      scene.life = startLife({
        directory: folder,
        world,
        pcClock,
        random,
        onMistake(text, error) {
          const isPlanted = error.startsWith('TypeError') && scene.watch.takePlantedMistake()
          if (!isPlanted) scene.checks.holds('own', false, () => `${text}: ${error}`)
        },
        channelFor(life) {
          const host = scene.watch.hostFor(life)
          if (options.wire !== undefined)
            return options.wire.channelFor(scene, host, { owner: life.owner, clock: life.ports.clock })
          return createModelChannel({
            world,
            owner: life.owner,
            host,
            service,
            capabilities: scene.capabilities,
            asksMany: swarm.asksMany,
          })
        },
      })
      scene.watch.afterBoot(scene.life)
      story.tell('the desk starts')
    },
    crash(why) {
      if (scene.life === null) return
      count(scene.tally, 'crashes')
      story.tell(`the desk dies: ${why}`)
      scene.abandon()
    },
    abandon() {
      const { life } = scene
      if (life === null) return
      const next = join(directory, String(folders++))
      life.disk.kill()
      takeAway(folder, next, life.bury)
      folder = next
      scene.life = null
      scene.askedFor.clear()
    },
    async stop() {
      const { life } = scene
      if (life === null) return
      story.tell('the desk is asked to stop')
      let isStopped = false
      life.outbox.stop(5_000).then(
        () => (isStopped = true),
        (error: unknown) => scene.checks.holds('own', life.disk.isDead(), () => `stopping failed: ${String(error)}`),
      )
      await world.run(600_000, () => isStopped || scene.life !== life)
      if (scene.life !== life) return
      scene.checks.holds('I9', isStopped, () => 'the desk does not stop within ten minutes')
      story.tell('the desk has stopped')
      scene.watch.beforeEnd(life)
      scene.life = null
      scene.askedFor.clear()
      life.bury()
    },
  }
  world.onStep = () => {
    const { life } = scene
    if (life?.disk.isDead() !== true) return
    const moment = life.disk.deathMoment()
    if (moment !== null) count(scene.tally, `death: ${moment}`)
    scene.crash(moment ?? 'at a call')
  }
  return scene
}
