import { randomBytes } from 'node:crypto'
import { changeRegisterKey, keyFileKeeper, openStoreWithKeyFile } from '#electron/store/keys.ts'
import type { Ports } from '#electron/store/ports.ts'
import { setUp } from './hotel.ts'
import type { Stage } from './stage.ts'

export interface ScenarioParts {
  readonly directory: string
  readonly ports: Ports
  readonly stage: Stage
  /** What the service does to the next deliveries: nothing, or keep them and cut the line before the answer. */
  readonly serviceLosesAnswers: (isLosing: boolean) => Promise<void>
}

/** A new register up to its first backup: everything the desk writes, with checkpoints among it, a stop and another start. */
async function season({ stage, serviceLosesAnswers }: ScenarioParts): Promise<void> {
  await stage.open()
  await setUp(stage.hotel)
  stage.mark({ kind: 'set_up' })
  stage.checkpointEvery(60)
  for (const guests of [1, 3, 1, 2]) await stage.checkIn(guests)
  const [first, second, third] = stage.notices
  if (first === undefined || second === undefined || third === undefined) throw new Error('Guests were checked in')
  await stage.correct(first, '901')
  await stage.saveDraft('front', 3_000)
  await stage.cancel(third)
  await serviceLosesAnswers(true)
  await stage.drain(400)
  await serviceLosesAnswers(false)
  await stage.checkIn(1)
  await stage.drain(60_000)
  await stage.changeCalendar(2027)
  await stage.checkIn(2)
  await stage.backUp()
  await stage.checkIn(1)
  await stage.close()
  await stage.open()
  await stage.checkIn(1)
  stage.checkpoint()
  await stage.checkIn(2)
  await stage.drain(60_000)
  await stage.close()
}

/** A folder of the version before: backed up, brought to this version, worked in. */
async function upgrade({ stage }: ScenarioParts): Promise<void> {
  await stage.open()
  await stage.checkIn(1)
  await stage.drain(60_000)
  await stage.checkIn(2)
}

/** Another key for the register, several times, with check-ins between. */
async function keys({ stage, directory, ports }: ScenarioParts): Promise<void> {
  await stage.open()
  await setUp(stage.hotel)
  stage.mark({ kind: 'set_up' })
  for (let change = 0; change < 3; change++) {
    await stage.checkIn(1)
    await stage.close()
    const opened = openStoreWithKeyFile({ directory, ports, logger: { debug() {}, info() {}, warn() {}, error() {} } })
    if (!opened.ok) throw new Error(opened.error.message)
    changeRegisterKey(opened.value, keyFileKeeper(directory), randomBytes(32))
    stage.mark({ kind: 'key_changed' })
    opened.value.close()
    await stage.open()
  }
  await stage.checkIn(1)
}

/** Every run that is recorded, by name. */
export const SCENARIOS = { season, upgrade, keys } as const
export type ScenarioName = keyof typeof SCENARIOS
