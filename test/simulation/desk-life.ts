import type { MachineChannel } from '#electron/channels/adapter.ts'
import { answerFollower } from '#electron/desk/answer-follower.ts'
import { takeProgramYears } from '#electron/desk/law/calendar-program.ts'
import { openRegister, type Register } from '#electron/desk/register.ts'
import { idMaker } from '#electron/desk/system-ports.ts'
import { createOutbox, type Outbox } from '#electron/outbox/outbox.ts'
import { openStore } from '#electron/store/open-store.ts'
import type { Logger, Ports } from '#electron/store/ports.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { type Disk, putDisk, removeDisk } from './disk.ts'
import { createProcessTime, type PcClock, type ProcessTime } from './pc-clock.ts'
import { KEY, registerFile } from './template.ts'
import type { World } from './world.ts'

/** One desk process from its start to its end: the real register and outbox over the real file. */
export interface DeskLife {
  readonly directory: string
  /** Whose events these are in the world. */
  readonly owner: object
  readonly disk: Disk
  readonly time: ProcessTime
  readonly register: Register
  readonly outbox: Outbox
  /** The process is over; the file is let go of. */
  bury(): void
}

export interface LifeOptions {
  readonly directory: string
  readonly world: World
  readonly pcClock: PcClock
  readonly random: () => number
  readonly channelFor: (life: { readonly owner: object; readonly disk: Disk; readonly ports: Ports }) => MachineChannel
  /** The program logged a mistake of its own: where, and the kind of error. */
  readonly onMistake: (text: string, error: string) => void
}

/** Opens the folder as `createDesk` does. */
export function startLife({ directory, world, pcClock, random, channelFor, onMistake }: LifeOptions): DeskLife {
  const owner = {}
  const time = createProcessTime(world, pcClock, owner)
  const { clock } = time
  const randomBytes = (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
  const ports: Ports = { clock, random, randomBytes, newId: idMaker(clock, randomBytes) }
  const file = registerFile(directory)
  const disk = putDisk(file)
  const logger = watchingLogger(disk, onMistake)
  const opened = openStore({ directory, key: KEY, ports, logger })
  if (!opened.ok) throw new Error(`The folder does not open: ${opened.error.message}`)
  const store = opened.value
  const register = openRegister({ store, appVersion: '0.0.0-test', onChange: () => outbox.wake() })
  const channel = channelFor({ owner, disk, ports })
  const outbox: Outbox = createOutbox({
    store,
    channel,
    ports,
    logger,
    onChange: () => undefined,
    follower: answerFollower(register),
    timers: time.timers,
  })
  takeProgramYears(register, BUILT_IN_YEARS)
  outbox.start()
  return {
    directory,
    owner,
    disk,
    time,
    register,
    outbox,
    bury() {
      world.forget(owner)
      removeDisk(file)
      channel.close()
      store.close()
    },
  }
}

/** The log as a witness: errors that are no failure of the disk are mistakes. A dead process says nothing. */
function watchingLogger(disk: Disk, onMistake: LifeOptions['onMistake']): Logger {
  const quiet = (): void => undefined
  const loud = (fields: unknown, text = ''): void => {
    const error = typeof fields === 'object' && fields !== null && 'error' in fields ? String(fields.error) : ''
    const isDiskFailure = error.startsWith('StoreWriteError') || error.startsWith('SqliteError') || error.startsWith('Died')
    if (error !== '' && !disk.isDead() && !isDiskFailure) onMistake(text, error)
  }
  return { debug: quiet, info: quiet, warn: quiet, error: loud }
}
