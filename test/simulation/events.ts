import { openStore } from '#electron/store/open-store.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { noticeRows } from './act.ts'
import type { DeskLife } from './desk-life.ts'
import { DEATH_MOMENTS, DISK_FAULTS } from './disk.ts'
import { CALL_MOMENTS } from './model-channel.ts'
import type { Scene } from './scene.ts'
import type { EventFault } from './swarm.ts'
import { count } from './tally.ts'
import { KEY, SILENT } from './template.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Makes one fault happen, or plans it. */
export async function strike(scene: Scene, life: DeskLife, fault: EventFault): Promise<void> {
  const { choices, world } = scene
  count(scene.tally, `event: ${fault}`)
  scene.tell(`! ${fault}`)
  switch (fault) {
    case 'process dies at the disk': {
      const moment = choices.pick(DEATH_MOMENTS)
      life.disk.planDeath(1 + choices.below(6), moment, 1 + choices.below(8))
      return
    }
    case 'process dies at a call':
      return scene.watch.planDeath(choices.pick(CALL_MOMENTS))
    case 'process killed':
      return scene.crash('kill -9')
    case 'stopped and started':
      return scene.stop()
    case 'second desk on the folder':
      return openASecond(scene, life)
    case 'disk fails': {
      const kind = choices.pick(DISK_FAULTS)
      const times = 1 + choices.below(6)
      life.disk.onFault = (struck) => {
        count(scene.tally, `disk: ${struck}`)
        scene.tell(`! ${struck}`)
      }
      life.disk.planFaults(Array.from({ length: times }, () => kind))
      return
    }
    case 'clock a minute off':
      return jump(scene, life, choices.pick([1, -1]) * MINUTE_MS)
    case 'clock an hour off':
      return jump(scene, life, choices.pick([1, -1]) * HOUR_MS)
    case 'clock 400 days off':
      return jump(scene, life, choices.pick([1, -1]) * 400 * DAY_MS)
    case 'clock battery empty':
      noteJump(scene, life)
      scene.pcClock.setTo(Date.parse(choices.pick(['1970-01-01T00:00:00.000Z', '2000-01-01T00:00:00.000Z'])))
      return
    case 'suspended eight hours in flight':
      return sleepWell(scene, life)
    case 'long outage': {
      const fromMs = world.nowMs()
      const toMs = fromMs + (10 + choices.below(170)) * MINUTE_MS
      scene.line.downUntilMs = toMs
      scene.outages.push({ fromMs, toMs })
      return
    }
    case 'flapping line':
      scene.line.flappingUntilMs = world.nowMs() + (1 + choices.below(20)) * MINUTE_MS
      return
    case 'service restores a backup': {
      const lost = scene.service.restoreBackup(world.nowMs() - choices.below(120) * MINUTE_MS)
      count(scene.tally, 'effects the service lost', lost)
      return
    }
    default:
      return assertNever(fault)
  }
}

/** Some systems say so before and afterwards, some only stand still. */
async function sleepWell({ choices, world }: Scene, life: DeskLife): Promise<void> {
  const isClockStopped = choices.chance(50)
  const isSaid = choices.chance(50)
  if (isSaid) life.outbox.suspend()
  await world.settle()
  life.time.sleep(8 * HOUR_MS, isClockStopped)
  await world.run(8 * HOUR_MS + 1)
  if (isSaid && !life.disk.isDead()) life.outbox.wakeUp()
}

function jump(scene: Scene, life: DeskLife, byMs: number): void {
  noteJump(scene, life)
  scene.pcClock.jump(byMs)
}

function noteJump(scene: Scene, life: DeskLife): void {
  const open = noticeRows(life).filter(({ state }) => ['ready', 'sending', 'unknown', 'deferred'].includes(state)).length
  scene.jumps.push({ atMs: scene.world.nowMs(), open })
}

/** Somebody starts the program a second time: it must find the folder taken. */
function openASecond(scene: Scene, life: DeskLife): void {
  const { ports } = life.register
  const opened = openStore({ directory: life.directory, key: KEY, ports, logger: SILENT })
  if (opened.ok) opened.value.close()
  const isRefused = !opened.ok && opened.error.code === 'locked'
  scene.checks.holds('I2', isRefused, () => 'a second desk opened the same folder')
}
