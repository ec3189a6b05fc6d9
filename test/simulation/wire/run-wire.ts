import { join } from 'node:path'
import { seededChoices } from '../choices.ts'
import { hookDatabase } from '../disk.ts'
import { BEGINNING_MS } from '../pc-clock.ts'
import { createScene, type Scene } from '../scene.ts'
import { type Place, playScene, type ScheduleResult } from '../schedule.ts'
import { drawSwarm, type Swarm, type WireFault } from '../swarm.ts'
import { count } from '../tally.ts'
import { startWay, type Way } from './way.ts'
import { REAL_FAULTS } from './way-faults.ts'
import { createWireChannel } from './wire-channel.ts'
import { startWireService } from './wire-service.ts'

/**
 * A schedule over real sockets: the real channel, a proxy that misbehaves as drawn, the simulated service as a real server. Time is
 * virtual all the same: it stands still while anything moves over a socket.
 */
export async function runWireSeed(seed: number, place: Place): Promise<ScheduleResult> {
  hookDatabase()
  const choices = seededChoices(seed)
  const swarm = overTheWire(drawSwarm(choices))
  const directory = join(place.directory, 'service')
  let scene: Scene | undefined
  let way: Way | undefined
  const nowMs = (): number => BEGINNING_MS + (scene?.world.nowMs() ?? 0)
  const { url, service, close } = await startWireService({ directory, seed, nowMs })
  try {
    scene = createScene({
      choices,
      swarm,
      chanceSeed: seed,
      ...place,
      wire: {
        service,
        channelFor({ world, tally, capabilities }, host, life) {
          if (way === undefined) throw new Error('A desk before there is a way')
          const came = (event: string): void => count(tally, `over the wire: ${event}`)
          return createWireChannel({ world, way, host, ...life, maxBatch: capabilities.maxBatch ?? 1, count: came })
        },
      },
    })
    const { world } = scene
    const receiptFails = (): boolean => !(scene?.isHealing ?? true) && choices.chance(30)
    way = await startWay(world, url, receiptFails)
    return await playScene(seed, scene, close)
  } finally {
    await way?.close()
    await close()
  }
}

/** Each notice is refused by the simulated service's own chance: with a late delivery about it would refuse and take the same content. */
const BY_CHANCE: readonly WireFault[] = ['one rejected', 'batch refused']
const LATE: readonly WireFault[] = ['effect comes late', 'delivered twice']

/** What a real service and a real proxy can do. */
function overTheWire(swarm: Swarm): Swarm {
  const isLate = swarm.wireFaults.some((fault) => LATE.includes(fault))
  return {
    ...swarm,
    service: 'remembers ids',
    hasReceiptFiles: true,
    asksMany: true,
    wireFaults: swarm.wireFaults.filter((fault) => REAL_FAULTS.includes(fault) && !(isLate && BY_CHANCE.includes(fault))),
    eventFaults: swarm.eventFaults.filter((fault) => fault !== 'service restores a backup'),
  }
}
