import { type Delivery, openDelivery } from '#electron/delivery/delivery.ts'
import { reportFiles } from '#electron/delivery/report-files.ts'
import { type PrinterPort, systemPrinter } from '#electron/delivery/ways/printer.ts'
import { automaticClose } from '#electron/reports/close/automatic-close.ts'
import { originalMaker } from '#electron/reports/close/original-maker.ts'
import type { Property } from '#electron/store/rows/property.ts'
import type { Store } from '#electron/store/store.ts'
import type { Status } from '#shared/contract/schemas.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { Caller } from './caller.ts'
import type { ChangeBus } from './change-bus.ts'
import { type ChannelAddress, saveChannelAddress } from './channel-address.ts'
import { type ChannelLine, openChannelLine } from './channel-line.ts'
import { deskError } from './desk-error.ts'
import { type ByHand, openByHand } from './filing/by-hand.ts'
import { expireLeases } from './filing/lease.ts'
import { takeProgramYears } from './law/calendar-program.ts'
import { clockWarnings, isDateInDoubt } from './law/clock-warnings.ts'
import { openClockWatch } from './law/clock-watch.ts'
import type { AskSystemProxy } from './machine-channel.ts'
import { openRegister, type Register } from './register.ts'
import { createSleepWatch } from './sleep-watch.ts'
import { statusOf } from './status.ts'
import { requireUsableProxy } from './usable-proxy.ts'

export interface DeskOptions {
  /** Open, with a property in it. */
  readonly store: Store
  readonly bus: Pick<ChangeBus, 'publish'>
  readonly appVersion: string
  readonly machineZoneOffsetMinutes: (instantMs: number) => number
  /** Which proxy the operating system would take to an origin; missing where nobody can ask it. */
  readonly askSystemProxy?: AskSystemProxy
  /** The printers of this PC; the system's spooler where nobody brings others. */
  readonly printer?: PrinterPort
}

/** The desk of one property: its register and the line its notices take. */
export interface Desk {
  readonly register: Register
  readonly property: Property
  readonly line: ChannelLine
  readonly byHand: ByHand
  readonly delivery: Delivery
  /** Who acts while there are no staff accounts. */
  readonly manager: Actor
  status(caller: Caller): Status
  /** A person has looked at the date and it is right. Throws `StoreWriteError`. */
  confirmClock(caller: Caller): void
  /** Stored and in force at once: the line is opened anew. Throws `BAD_INPUT`. */
  setChannelAddress(caller: Caller, address: ChannelAddress): Promise<void>
  /** Whether the audit chain was whole when it was last checked in this run; the first question checks it. */
  isChainIntact(): boolean
  /** The PC is about to sleep: nothing is begun that sleep would cut in two. */
  suspend(): void
  /** The PC has slept. */
  wakeUp(): void
  /** Begins to send, and to watch the time. */
  start(): void
  /** Stops sending after what is under way is saved, and closes the register. */
  stop(): Promise<void>
}

/** How often the desk looks at the time: leases that ran out, a day that is over. */
const TICK_MS = 15_000
/** While saving fails the desk tries whether it works again, at most this often: nobody else would, on a screen that is read-only. */
const WRITE_PROBE_MS = 5_000

/** Throws `NotSetUpError` for a store without a property. */
export function createDesk(options: DeskOptions): Desk {
  const { store, bus } = options
  const register = openRegister({
    store,
    appVersion: options.appVersion,
    onChange(topics, noticeId) {
      bus.publish({ topics, noticeId })
      line.wake()
      if (topics.includes('report')) originals.wake()
    },
  })
  const manager = register.rows.property.manager()
  if (manager === undefined) throw deskError('NOT_SET_UP', {})
  const clockWatch = openClockWatch(register)
  let line = openChannelLine(register, onNoticesMoved, options.askSystemProxy)
  const byHand = openByHand(register)
  const delivery = openDelivery({
    register,
    files: reportFiles,
    printer: options.printer ?? systemPrinter,
    ...(options.askSystemProxy === undefined ? {} : { askSystemProxy: options.askSystemProxy }),
  })
  const originals = originalMaker(register)
  takeProgramYears(register, BUILT_IN_YEARS)
  let isChainIntact: boolean | undefined
  let businessDate = register.today()
  let saidAboutClock = clockWarningsNow().join(' ')
  let probedAtMs = Number.NEGATIVE_INFINITY
  const closing = automaticClose(register)
  const sleepWatch = createSleepWatch(register.ports.clock, TICK_MS)
  let ticking: NodeJS.Timeout | undefined

  function onNoticesMoved(noticeIds: readonly string[]): void {
    const [first = null] = noticeIds
    bus.publish({ topics: ['status', 'board', 'queue', 'guest'], noticeId: noticeIds.length === 1 ? first : null })
  }

  function probeWriting(): void {
    const nowMs = register.ports.clock.monotonicMs()
    if (register.trouble() === null || nowMs - probedAtMs < WRITE_PROBE_MS) return
    probedAtMs = nowMs
    try {
      register.write(() => store.settings.set('desk.write_probe', register.now()))
    } catch (error) {
      register.logger.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'saving still does not work')
    }
  }

  function clockWarningsNow(): Status['clockWarnings'] {
    return clockWarnings(register, {
      watch: clockWatch,
      aheadOfServerMs: line.aheadOfServerMs(),
      machineZoneOffsetMinutes: options.machineZoneOffsetMinutes,
    })
  }

  /** A PC that somebody sets or moves to another zone while the desk runs is said at once, not at the next reading. */
  function watchClock(): void {
    const warnings = clockWarningsNow().join(' ')
    if (warnings !== saidAboutClock) bus.publish({ topics: ['status'], noticeId: null })
    saidAboutClock = warnings
    try {
      clockWatch.remember()
    } catch (error) {
      register.logger.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'the time could not be remembered')
    }
  }

  /** What stood at the hour is closed before anything else moves: the line would send, and the leases of the night run out. */
  function closeDueDays(): void {
    closing.closeDueDays(isDateInDoubt(clockWarningsNow()))
  }

  function tick(): void {
    const hasSlept = sleepWatch.hasSlept()
    probeWriting()
    watchClock()
    closeDueDays()
    if (hasSlept) line.wakeUp()
    try {
      expireLeases(register)
    } catch (error) {
      // A full disk must not end the process; the next read tries again and says so.
      register.logger.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'leases could not be ended')
    }
    delivery.tick()
    if (businessDate === register.today()) return
    businessDate = register.today()
    bus.publish({ topics: ['status', 'board', 'queue', 'guest'], noticeId: null })
  }

  return {
    register,
    get property() {
      return register.property
    },
    manager,
    get line() {
      return line
    },
    byHand,
    delivery,
    status(caller) {
      probeWriting()
      return statusOf(register, caller, {
        appVersion: options.appVersion,
        connection: line.connection(),
        clockWarnings: clockWarningsNow(),
      })
    },
    confirmClock(caller) {
      clockWatch.confirm(caller)
      register.changed(['status'], null)
    },
    async setChannelAddress(caller, address) {
      await requireUsableProxy(address)
      saveChannelAddress(register, caller, address)
      const isRunning = ticking !== undefined
      await line.stop()
      line = openChannelLine(register, onNoticesMoved, options.askSystemProxy)
      if (isRunning) line.start()
    },
    isChainIntact() {
      isChainIntact ??= store.audit.verify().brokenAt === null
      return isChainIntact
    },
    suspend: () => line.suspend(),
    wakeUp() {
      // Said by the system; the next tick need not find it out once more.
      sleepWatch.hasSlept()
      closeDueDays()
      line.wakeUp()
      delivery.wake()
    },
    start() {
      sleepWatch.hasSlept()
      closeDueDays()
      originals.wake()
      ticking ??= setInterval(tick, TICK_MS).unref()
      line.start()
      delivery.start()
    },
    async stop() {
      clearInterval(ticking)
      ticking = undefined
      byHand.stop()
      await Promise.all([line.stop(), delivery.stop(), originals.stop()])
      store.close()
    },
  }
}
