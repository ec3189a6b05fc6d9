import { CHANNELS } from '#electron/channels/registry.ts'
import type { Logger, Ports } from '#electron/store/ports.ts'
import type { Property } from '#electron/store/rows/property.ts'
import { openRows, type Rows } from '#electron/store/rows/rows.ts'
import { NotSetUpError, type Store } from '#electron/store/store.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { ChannelCapabilities } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { type WorkingCalendar, workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import type { Topic } from './change-bus.ts'

/** The open register of one property with all that every procedure needs: rows, law, time, and a way to say "this changed". */
export interface Register {
  readonly store: Store
  readonly rows: Rows
  readonly ports: Ports
  readonly logger: Logger
  /** Version of the program that has the register open. */
  readonly appVersion: string
  /** As stored now; see {@link Register.reload}. */
  readonly property: Property
  /** The channel this property's notices take. */
  readonly channel: ChannelCapabilities
  /** The working days in force in this folder; see {@link Register.reload}. */
  readonly calendar: WorkingCalendar
  /**
   * Reads property and calendar afresh at the next use. To be called after every transaction that changed either, also when it failed:
   * a COMMIT whose end is unknown may have changed them.
   */
  reload(): void
  now(): IsoInstant
  /** Hotel-local business date. */
  today(): CalendarDate
  /** One transaction; remembers whether saving works (see {@link Register.trouble}). Throws `StoreWriteError`. */
  write<T>(work: () => T): T
  /** Why the last write failed; `null` since a write succeeded. */
  trouble(): string | null
  /** To be called after the transaction, never inside. */
  changed(topics: Topic[], noticeId: string | null): void
}

export interface RegisterOptions {
  readonly store: Store
  readonly appVersion: string
  readonly onChange: (topics: Topic[], noticeId: string | null) => void
}

/** Throws `NotSetUpError` for a folder without a property. */
export function openRegister({ store, appVersion, onChange }: RegisterOptions): Register {
  const rows = openRows(store)
  const { ports, logger } = store
  let property: Property | undefined
  let calendar: WorkingCalendar | undefined
  let trouble: string | null = null

  function currentProperty(): Property {
    property ??= rows.property.find()
    if (property === undefined) throw new NotSetUpError()
    return property
  }
  const { channel } = currentProperty()

  /** Said to every screen: who types must know before he is done. */
  function setTrouble(now: string | null): void {
    if (now === trouble) return
    trouble = now
    onChange(['status'], null)
  }

  return {
    store,
    rows,
    ports,
    logger,
    appVersion,
    get property() {
      return currentProperty()
    },
    channel: CHANNELS[channel],
    get calendar() {
      calendar ??= workingCalendar(rows.calendarInForce.years())
      return calendar
    },
    reload() {
      property = undefined
      calendar = undefined
    },
    now: () => new Date(ports.clock.now()).toISOString(),
    today: () => localDateOf(ports.clock.now(), currentProperty().zone),
    write(work) {
      try {
        const value = store.transaction(work)
        setTrouble(null)
        return value
      } catch (error) {
        if (error instanceof StoreWriteError) setTrouble(troubleOf(error))
        throw error
      }
    },
    trouble: () => trouble,
    changed: onChange,
  }
}

/** In the words of the catalogue (`storeTrouble.<code>`). */
function troubleOf(error: StoreWriteError): string {
  switch (error.cause) {
    case 'disk_full':
    case 'damaged':
      return error.cause
    case 'read_only':
      return 'folder_blocked'
    case 'busy':
      return 'locked'
    case 'io_error':
      return 'other'
  }
}
