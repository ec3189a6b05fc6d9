import { startSimulator } from '#electron/simulator/start-simulator.ts'
import { type ChannelAddress, findChannelAddress } from '../channel-address.ts'
import type { Register } from '../register.ts'

/** The simulated migration service of a training folder. */
export interface TrainingService {
  readonly address: ChannelAddress
  stop(): Promise<void>
}

/**
 * Starts the simulated service beside a training desk: a real server on a free loopback port with storage of its own. `undefined` where
 * it has no place: outside training, where a person files, and where somebody named another service.
 */
export async function startTrainingService(register: Register, directory: string): Promise<TrainingService | undefined> {
  const { environment, channel } = register.property
  if (environment !== 'training' || channel !== 'migration-api') return undefined
  if (findChannelAddress(register)?.isBuiltIn === false) return undefined
  const simulator = await startSimulator({ directory, port: 0, now: () => register.ports.clock.now() })
  return {
    address: { url: simulator.url, clientId: null, clientSecret: null, isBuiltIn: true },
    stop: () => simulator.close(),
  }
}
