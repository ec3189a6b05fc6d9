import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PrinterPort } from '#electron/delivery/ways/printer.ts'
import { pathIn } from '#electron/store/folder.ts'
import type { Logger, Ports } from '#electron/store/ports.ts'
import { recoveryCodeOf } from '#electron/store/recovery-code.ts'
import type { Property } from '#electron/store/rows/property.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { type Caller, THE_DESK } from './caller.ts'
import { createChangeBus, EVERYTHING } from './change-bus.ts'
import { findChannelAddress } from './channel-address.ts'
import { createDesk, type Desk } from './desk.ts'
import { badInput, deskError } from './desk-error.ts'
import type { DeskSession } from './desk-session.ts'
import {
  closeSeat,
  type FolderFailure,
  type FolderSeat,
  type KeyRing,
  keyFileRing,
  openSeat,
  type SeatOptions,
} from './folder-seat.ts'
import { createRouter, type DeskRouter } from './router.ts'
import { setUpProperty } from './set-up-property.ts'
import { statusWithoutDesk } from './status-without-desk.ts'
import { machineZoneOffsetMinutes, systemPorts, systemPortsStartingAt } from './system-ports.ts'
import { type Language, type PropertyInput, sampleProperty } from './training/sample-property.ts'
import { seedGuests } from './training/seed.ts'
import { startTrainingService, type TrainingService } from './training/training-service.ts'

export interface DeskProcessOptions {
  /** Data folder; training lives in `training` inside it. */
  readonly directory: string
  readonly appVersion: string
  readonly logger: Logger
  /** Begin in training. A folder that is itself a training folder is used as it is. */
  readonly training?: boolean
  /** Of the sample hotel, when training is opened for the first time. */
  readonly language?: Language
  /** Wall time to begin at. Training and test folders only. */
  readonly startAt?: IsoInstant
  /** Address of the `migration-api` channel for this folder; stored, and used instead of the simulated service. */
  readonly channelUrl?: string
  readonly ports?: Ports
  readonly keys?: KeyRing
  /** Which proxy the operating system would take; missing where nobody can ask it. */
  readonly askSystemProxy?: (origin: string) => Promise<string>
  readonly machineZoneOffsetMinutes?: (instantMs: number) => number
  /** The printers of this PC; the system's spooler where a host brings no others. */
  readonly printer?: PrinterPort
}

export interface StartRefusal {
  /** `store_failed`: the folder opened, but nothing can be written into it. */
  readonly code: 'clock_only_for_trials' | 'store_failed'
  readonly message: string
}

/** The desk as the hosts hold it: one router for good, whatever folder answers behind it. */
export interface DeskProcess {
  readonly router: DeskRouter
  /** Who calls from a window, tab, command line or PMS. Ask anew for each call: another folder has other staff. */
  contextFor(workplace: string, transport?: Caller['transport']): Caller
  /**
   * Opens the folder. A folder that does not open is no refusal: the desk then answers `status` and says why. With
   * `isSending: false` nothing goes out by itself (one-shot commands); `queue.drain` still sends.
   */
  start(options?: { readonly isSending?: boolean }): Promise<Result<undefined, StartRefusal>>
  /** Why the folder did not open; `null` when it did. */
  trouble(): FolderFailure | null
  /** The desk that answers now, for hosts that need more than the contract. `undefined` before set-up and in trouble. */
  desk(): Desk | undefined
  /** The PC is about to sleep, or has slept: for every folder that is open. */
  power(event: 'suspend' | 'wake'): void
  /** Ends every stream, saves what is under way, lets go of the folders. */
  stop(): Promise<void>
}

/** A folder that did not open is tried again when somebody looks, at most this often. */
const RETRY_AFTER_MS = 2_000
const SAMPLE_GUESTS = 40
const SAMPLE_SEED = 1

type Place = 'property' | 'training'

/** Opens data folders and decides which one answers: first start, the property, or training. See {@link DeskProcess}. */
export function createDeskProcess(options: DeskProcessOptions): DeskProcess {
  const { logger, appVersion } = options
  const ports = options.ports ?? (options.startAt === undefined ? systemPorts() : systemPortsStartingAt(options.startAt))
  const bus = createChangeBus()
  const seats = new Map<Place, FolderSeat>()
  const services = new Map<Place, TrainingService>()
  let place: Place = 'property'
  let isSending = true
  let triedAtMs = 0
  /** Switches run one after the other. */
  let switching: Promise<unknown> = Promise.resolve()

  const directoryOf = (which: Place) => (which === 'training' ? join(options.directory, 'training') : options.directory)

  function seatOptions(which: Place): SeatOptions {
    return {
      ports,
      logger,
      appVersion,
      keys: options.keys ?? keyFileRing(ports),
      machineZoneOffsetMinutes: options.machineZoneOffsetMinutes ?? machineZoneOffsetMinutes,
      ...(options.askSystemProxy === undefined ? {} : { askSystemProxy: options.askSystemProxy }),
      ...(options.printer === undefined ? {} : { printer: options.printer }),
      bus: {
        publish(change) {
          if (which === place) bus.publish(change)
        },
      },
    }
  }

  function open(which: Place): FolderSeat {
    const seat = openSeat(directoryOf(which), seatOptions(which))
    seats.set(which, seat)
    return seat
  }

  function currentDesk(): Desk | undefined {
    const seat = seats.get(place)
    return seat?.kind === 'desk' ? seat.desk : undefined
  }

  function currentFailure(): FolderFailure | null {
    const seat = seats.get(place)
    return seat?.kind === 'blocked' ? seat.failure : null
  }

  function actorNow(): Actor {
    return currentDesk()?.manager ?? THE_DESK
  }

  async function close(which: Place): Promise<void> {
    const seat = seats.get(which)
    seats.delete(which)
    await closeSeat(seat)
    await services.get(which)?.stop()
    services.delete(which)
  }

  /** Sets a desk to work: the simulated service first, so that the line has somewhere to go. */
  async function startDesk(which: Place, desk: Desk): Promise<void> {
    const caller = { actor: desk.manager, workplace: 'desk', transport: 'cli' } as const
    const isAnotherUrl = options.channelUrl !== undefined && findChannelAddress(desk.register)?.url !== options.channelUrl
    if (options.channelUrl !== undefined && isAnotherUrl && desk.property.channel === 'migration-api') {
      await desk.setChannelAddress(caller, { url: options.channelUrl, clientId: null, clientSecret: null, isBuiltIn: false })
    }
    const service = await startTrainingService(desk.register, join(directoryOf(which), 'simulator'))
    if (service !== undefined) {
      services.set(which, service)
      await desk.setChannelAddress(caller, service.address)
    }
    if (isSending) desk.start()
  }

  /** The training folder with its sample hotel and guests; made on the first visit. */
  async function openTraining(language: Language): Promise<void> {
    let seat = seats.get('training') ?? open('training')
    if (seat.kind === 'empty') {
      setUpProperty(seat.store, sampleProperty(language))
      const desk = createDesk({ ...seatOptions('training'), store: seat.store })
      seat = { kind: 'desk', desk }
      seats.set('training', seat)
      const caller = { actor: desk.manager, workplace: 'desk', transport: 'cli' } as const
      await seedGuests(desk.register, caller, { guests: SAMPLE_GUESTS, seed: SAMPLE_SEED })
      // Nothing goes before somebody presses Resume: an emptied board teaches nothing.
      desk.line.pause(caller)
      await startDesk('training', desk)
      return
    }
    if (seat.kind === 'desk' && !services.has('training')) await startDesk('training', seat.desk)
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = switching.then(work, work)
    switching = turn.catch(() => undefined)
    return turn
  }

  function goTo(which: Place): void {
    place = which
    bus.publish(EVERYTHING)
  }

  function retryBlockedFolder(): void {
    const nowMs = ports.clock.monotonicMs()
    // With a clock of its own the folder is a trial; who began it begins again, and the clock is judged then.
    if (options.startAt !== undefined) return
    if (currentFailure() === null || nowMs - triedAtMs < RETRY_AFTER_MS) return
    triedAtMs = nowMs
    const seat = open(place)
    if (seat.kind === 'blocked') return
    goTo(place)
    if (seat.kind === 'desk') {
      inTurn(() => startDesk(place, seat.desk)).catch((error: unknown) => logDeskFailure(error))
    }
  }

  function logDeskFailure(error: unknown): void {
    logger.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'the desk could not start sending')
  }

  const session: DeskSession = {
    logger,
    desk() {
      const seat = seats.get(place)
      if (seat?.kind === 'desk') return seat.desk
      if (seat?.kind === 'blocked') throw deskError('STORE_FAILED', { saved: 'no', cause: seat.failure.code })
      throw deskError('NOT_SET_UP', {})
    },
    status(caller) {
      retryBlockedFolder()
      const current = session.callerAfterSwitch(caller)
      return currentDesk()?.status(current) ?? statusWithoutDesk(current, ports.clock.now(), appVersion, currentFailure())
    },
    subscribe: (signal) => bus.subscribe(signal),
    startTraining: (language) =>
      inTurn(async () => {
        if (currentDesk()?.property.environment === 'training') return
        await openTraining(language)
        goTo('training')
      }),
    leaveTraining: () =>
      inTurn(async () => {
        if (place !== 'training') return
        if (!seats.has('property')) {
          const seat = open('property')
          if (seat.kind === 'desk') await startDesk('property', seat.desk)
        }
        goTo('property')
        await close('training')
      }),
    createProperty: (input) => inTurn(() => createProperty(input)),
    callerAfterSwitch: (caller) => ({ ...caller, actor: currentDesk() === undefined ? THE_DESK : caller.actor }),
  }

  async function createProperty(input: PropertyInput): Promise<{ property: Property; recoveryCode: string }> {
    const seat = seats.get(place)
    if (seat?.kind === 'desk') throw deskError('ALREADY_SET_UP', { property: seat.desk.property.name })
    if (seat?.kind !== 'empty') throw deskError('STORE_FAILED', { saved: 'no', cause: currentFailure()?.code ?? 'closed' })
    if (options.startAt !== undefined && input.environment === 'production') {
      throw badInput('environment', 'not_taken', CLOCK_REFUSAL.message)
    }
    const property = setUpProperty(seat.store, input)
    const desk = createDesk({ ...seatOptions(place), store: seat.store })
    seats.set(place, { kind: 'desk', desk })
    await startDesk(place, desk)
    bus.publish(EVERYTHING)
    return { property, recoveryCode: recoveryCodeOf(seat.key) }
  }

  /** A folder set up as a training folder by itself needs no second one inside. */
  async function isTrainingItself(): Promise<boolean> {
    if (!existsSync(pathIn(options.directory, 'register'))) return false
    const seat = open('property')
    if (seat.kind === 'desk' && seat.desk.property.environment === 'training') return true
    await close('property')
    return false
  }

  return {
    router: createRouter(session),
    contextFor: (workplace, transport = 'http') => ({ actor: actorNow(), workplace, transport }),
    start: (given) =>
      inTurn(async () => {
        isSending = given?.isSending ?? true
        triedAtMs = ports.clock.monotonicMs()
        if (options.training === true && !(await isTrainingItself())) {
          await openTraining(options.language ?? 'ru')
          place = 'training'
          return ok(undefined)
        }
        const seat = seats.get('property') ?? open('property')
        if (seat.kind !== 'desk') return ok(undefined)
        if (options.startAt !== undefined && seat.desk.property.environment === 'production') {
          await close('property')
          return failed(CLOCK_REFUSAL)
        }
        try {
          await startDesk('property', seat.desk)
        } catch (error) {
          if (!(error instanceof StoreWriteError)) throw error
          await close('property')
          return failed(storeRefusal(options.directory, error))
        }
        return ok(undefined)
      }),
    trouble: currentFailure,
    desk: currentDesk,
    power(event) {
      for (const seat of seats.values()) {
        if (seat.kind !== 'desk') continue
        if (event === 'suspend') seat.desk.suspend()
        else seat.desk.wakeUp()
      }
    },
    stop: () =>
      inTurn(async () => {
        bus.close()
        await close('training')
        await close('property')
      }),
  }
}

function storeRefusal(directory: string, { cause, sqliteCode }: StoreWriteError): StartRefusal {
  const reason = cause === 'disk_full' ? 'the disk is full' : 'the disk does not take it'
  return {
    code: 'store_failed',
    message:
      `The register in ${directory} cannot be written: ${reason}. What was saved is safe; nothing new can be saved or sent. ` +
      `${cause === 'disk_full' ? 'Free some space' : 'Put the disk right'} and start again. (${sqliteCode})`,
  }
}

const CLOCK_REFUSAL: StartRefusal = {
  code: 'clock_only_for_trials',
  message: 'Another time than the PC’s is for training and test folders: in production a wrong day means a missed deadline.',
}
