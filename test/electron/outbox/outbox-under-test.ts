import { setImmediate as nextTurn } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type {
  LookUpAnswer,
  MachineChannel,
  OutgoingNotice,
  ProbeAnswer,
  RedactedExchange,
  SendOutcome,
  Verdict,
} from '#electron/channels/adapter.ts'
import { migrationApiCapabilities } from '#electron/channels/migration-api/capabilities.ts'
import { canonicalBytes } from '#electron/desk/notice-payload.ts'
import { createOutbox, type Outbox } from '#electron/outbox/outbox.ts'
import type { Timers } from '#electron/outbox/timers.ts'
import { openStore } from '#electron/store/open-store.ts'
import type { Logger } from '#electron/store/ports.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import type { Store } from '#electron/store/store.ts'
import { addDays, type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import type { ChannelId } from '#shared/domain/channel.ts'
import { NOTICE_SCHEMA_VERSION } from '#shared/domain/notice-payload.ts'
import type { NoticeKind, NotificationState } from '#shared/domain/notification.ts'
import { type ManualClock, type TestPorts, testPorts } from '../../support/ports.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { firstNoticePayload, noticePayload } from '../channels/notice-fixture.ts'

/** The business day of the ordinary morning every test begins on. */
export const TODAY = calendarDate('2026-11-23')

const KEY = Buffer.alloc(32, 7)

export interface LogLine {
  readonly level: string
  readonly fields: unknown
  readonly text: string
}

export function memoryLogger(): { readonly logger: Logger; readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const at =
    (level: string) =>
    (fields: unknown, text = ''): void =>
      void lines.push({ level, fields, text })
  return { logger: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines }
}

/** A register of one property in a folder; opening a folder again is a restart. */
export function openRegister(options: { directory?: string; ports?: TestPorts; channel?: ChannelId } = {}) {
  const directory = options.directory ?? tempDirectory()
  const ports = options.ports ?? testPorts()
  const { logger, lines } = memoryLogger()
  const opened = openStore({ directory, key: KEY, ports, logger })
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  onTestFinished(() => store.close())
  const rows = openRows(store)
  if (rows.property.find() === undefined) {
    const property = {
      id: ports.newId(),
      name: 'Hotel Tulpar',
      bin: '090340011234',
      address: 'Almaty, Abai 10',
      city: null,
      phone: null,
      department: 'Almaty',
      kind: 'small_business',
      roomCount: null,
      zone: 'Asia/Almaty',
      channel: options.channel ?? 'migration-api',
      language: 'ru',
      environment: 'test',
      alarmReading: 'strict',
      singleNameConvention: 'dash',
    } as const
    store.transaction(() => rows.property.insert(property, '2026-11-23T05:00:00.000Z'))
  }
  return { directory, ports, store, rows, logger, lines }
}
export type RegisterUnderTest = ReturnType<typeof openRegister>

export interface NoticeOptions {
  readonly state?: NotificationState
  readonly arrivalDate?: CalendarDate
  readonly actBy?: CalendarDate
  readonly number?: number
  /** 1 = as sealed before anything could follow an arrival. */
  readonly schemaVersion?: 1
}

let lastNumber = 0

/** A complete notice, as check-in leaves it: stay, guest, revision 1 sealed, nothing sent. Each about another person. */
export function addNotice({ store, rows, ports }: RegisterUnderTest, options: NoticeOptions = {}): string {
  const number = options.number ?? ++lastNumber
  const arrivalDate = options.arrivalDate ?? TODAY
  const actBy = options.actBy ?? addDays(arrivalDate, 2)
  const now = new Date(ports.clock.now()).toISOString()
  const [stayId, guestId, id, clientId] = [ports.newId(), ports.newId(), ports.newId(), ports.newId()]
  const arrivalAt = `${arrivalDate}T10:15`
  const [base, older] = [noticePayload(number), firstNoticePayload(number)]
  const payload = canonicalBytes(
    options.schemaVersion === 1
      ? { ...older, stay: { ...older.stay, arrivalAt } }
      : { ...base, stay: { ...base.stay, arrivalAt } },
  )
  store.transaction(() => {
    rows.stays.insert(
      {
        id: stayId,
        requestId: ports.newId(),
        reservation: null,
        source: 'desk',
        room: '204',
        arrivalAt: `${arrivalDate}T10:15`,
        arrivalDate,
        departureDate: addDays(arrivalDate, 4),
      },
      now,
    )
    store.stayKeys.create(stayId)
    rows.guests.insert({ id: guestId, stayId, facts: guestFacts(number) }, ports.newId(), now)
    rows.notifications.insert(
      {
        id,
        stayId,
        guestId,
        kind: 'arrival',
        sequence: 1,
        afterGuestId: null,
        state: options.state ?? 'ready',
        cause: null,
        refusal: null,
        missing: [],
        reason: null,
        arrivalDate,
        dueFrom: arrivalDate,
        due: {
          strictDue: actBy,
          latestDue: actBy,
          channelCutoff: null,
          actBy,
          calendarVersion: '2026.1',
          rule: 'arrival-notice',
          isForecast: false,
        },
        revision: 1,
        attemptCount: 0,
        nextAttemptAt: null,
        lease: null,
        batchReference: null,
        existingReference: null,
        reference: null,
        acceptedAt: options.state === 'accepted' ? now : null,
        version: 1,
      },
      now,
    )
    rows.revisions.insert({
      notificationId: id,
      number: 1,
      clientId,
      schemaVersion: options.schemaVersion ?? NOTICE_SCHEMA_VERSION,
      sealedPayload: store.stayKeys.seal(stayId, `revision:${clientId}`, payload),
      payloadHash: store.stayKeys.hmac(stayId, payload),
      createdAt: now,
    })
  })
  return id
}

/** What follows a notice that is there already, as the desk makes it; `kind` and state as given, revision 1 sealed. */
export function addFollowUp(
  { store, rows, ports }: RegisterUnderTest,
  firstId: string,
  options: Omit<NoticeOptions, 'number' | 'schemaVersion'> & { readonly kind?: Exclude<NoticeKind, 'arrival'> } = {},
): string {
  const first = rows.notifications.find(firstId)
  const accepted = rows.revisions.find(firstId, first?.revision ?? 0)
  if (first === undefined || accepted === undefined) throw new Error(`No notice ${firstId}`)
  const kind = options.kind ?? 'correction'
  const sequence = rows.notifications.chainOf(first.guestId).length + 1
  const { stayId, due } = first
  const now = new Date(ports.clock.now()).toISOString()
  const [id, clientId] = [ports.newId(), ports.newId()]
  const follows = { clientId: accepted.clientId, reference: first.reference }
  const payload = canonicalBytes({ ...noticePayload(), kind, sequence, follows })
  const actBy = options.actBy ?? due?.actBy ?? TODAY
  store.transaction(() => {
    rows.notifications.insert(
      {
        ...first,
        id,
        kind,
        sequence,
        state: options.state ?? 'ready',
        arrivalDate: options.arrivalDate ?? first.arrivalDate,
        due: due === null ? null : { ...due, strictDue: actBy, latestDue: actBy, actBy },
        revision: 1,
        reference: null,
        acceptedAt: null,
        version: 1,
      },
      now,
    )
    rows.revisions.insert({
      notificationId: id,
      number: 1,
      clientId,
      schemaVersion: NOTICE_SCHEMA_VERSION,
      sealedPayload: store.stayKeys.seal(stayId, `revision:${clientId}`, payload),
      payloadHash: store.stayKeys.hmac(stayId, payload),
      createdAt: now,
    })
  })
  return id
}

function guestFacts(number: number) {
  const { person, document } = noticePayload(number)
  return {
    surname: person.surname,
    givenNames: person.givenNames,
    patronymic: null,
    hasSingleName: false,
    printedName: person.printedName,
    mrz: null,
    sex: person.sex,
    birthDate: person.birthDate,
    citizenship: person.citizenship,
    documentType: document.type,
    documentSeries: null,
    documentNumber: document.number,
    issuingState: document.issuingState,
    issueDate: document.issueDate,
    expiryDate: document.expiryDate,
    hasNoExpiry: false,
    purpose: 'tourism',
    borderEntryDate: null,
    borderCheckpoint: null,
    visaNumber: null,
    visaValidUntil: null,
    visaEntries: null,
    phone: null,
    email: null,
    guardianDocument: null,
  } as const
}

export function noticeOf({ rows }: RegisterUnderTest, id: string): NotificationRecord {
  const record = rows.notifications.find(id)
  if (record === undefined) throw new Error(`No notice ${id}`)
  return record
}

export function statesOf(register: RegisterUnderTest, ids: readonly string[]): string[] {
  return ids.map((id) => {
    const { state, cause } = noticeOf(register, id)
    return cause === null ? state : `${state}: ${cause}`
  })
}

/** Timers on the manual clock. Nothing fires by itself: {@link VirtualTime.run} moves time from one timer to the next. */
export interface VirtualTime {
  readonly timers: Timers
  /** Fires due timers and moves on, as long as no call is under way, until `isDone` or until virtual `forMs` have passed. */
  run(isDone: () => boolean, forMs?: number): Promise<void>
}

export function virtualTime(clock: ManualClock, isCallUnderWay: () => boolean = () => false): VirtualTime {
  const pending = new Map<number, { readonly atMs: number; readonly callback: () => void }>()
  let last = 0
  return {
    timers: {
      after(delayMs, callback) {
        const id = ++last
        pending.set(id, { atMs: clock.monotonicMs() + delayMs, callback })
        return () => void pending.delete(id)
      },
    },
    async run(isDone, forMs = 24 * 3_600_000) {
      const untilMs = clock.monotonicMs() + forMs
      for (;;) {
        // A few turns let promises settle; a call under way holds virtual time still, however long the real one takes.
        for (let turn = 0; turn < 4; turn++) await nextTurn()
        while (isCallUnderWay()) await nextTurn()
        for (let turn = 0; turn < 4; turn++) await nextTurn()
        if (isCallUnderWay()) continue
        if (isDone()) return
        const [next] = [...pending].sort(([a, x], [b, y]) => x.atMs - y.atMs || a - b)
        if (next === undefined || next[1].atMs > untilMs) {
          clock.advance(Math.max(0, untilMs - clock.monotonicMs()))
          return
        }
        const [id, { atMs, callback }] = next
        pending.delete(id)
        clock.advance(Math.max(0, atMs - clock.monotonicMs()))
        callback()
      }
    },
  }
}

export interface Call {
  readonly kind: 'send' | 'look_up' | 'probe'
  readonly atMs: number
  readonly notices: readonly OutgoingNotice[]
}

const EXCHANGE: RedactedExchange = { method: 'POST', path: '/', status: 200, requestBytes: 1, responseBytes: 1, answer: '{}' }

/** A service in memory that answers as the test says; by default it takes everything. */
export class ScriptedChannel implements MachineChannel {
  readonly capabilities = migrationApiCapabilities
  readonly calls: Call[] = []
  readonly received = new Map<string, string>()
  isClosed = false
  underWay = 0
  readonly #clock: ManualClock
  onSend: (notice: OutgoingNotice, batch: readonly OutgoingNotice[]) => Verdict | Promise<Verdict> = (notice) =>
    this.take(notice)
  onLookUp: (notice: OutgoingNotice) => LookUpAnswer | Promise<LookUpAnswer> = (notice) => this.know(notice)
  onProbe: () => Omit<ProbeAnswer, 'serverTime'> = () => ({ isUp: true, cause: null, retryAfterMs: null })

  constructor(clock: ManualClock) {
    this.#clock = clock
  }

  /** Stores the notice, once per client id. */
  take(notice: OutgoingNotice): Verdict {
    const reference = this.received.get(notice.clientId) ?? `R-${this.received.size + 1}`
    this.received.set(notice.clientId, reference)
    return { kind: 'accepted', reference, receipt: null, warnings: [] }
  }

  /** What the service truly holds. */
  know(notice: OutgoingNotice): LookUpAnswer {
    const reference = this.received.get(notice.clientId)
    if (reference === undefined) return { kind: 'absent', exchange: EXCHANGE }
    return { kind: 'present', verdict: { kind: 'accepted', reference, receipt: null, warnings: [] }, exchange: EXCHANGE }
  }

  async send(notices: readonly OutgoingNotice[], _signal?: AbortSignal): Promise<SendOutcome> {
    return this.#call('send', notices, async () => {
      const verdicts: Verdict[] = []
      for (const notice of notices) verdicts.push(await this.onSend(notice, notices))
      return { verdicts, exchanges: notices.map(() => EXCHANGE), serverTime: null }
    })
  }

  async lookUp(notice: OutgoingNotice) {
    return this.#call('look_up', [notice], async () => this.onLookUp(notice))
  }

  async probe() {
    return this.#call('probe', [], async () => ({ ...this.onProbe(), serverTime: null }))
  }

  close(): void {
    this.isClosed = true
  }

  /** `send 3 · look_up 1` …: the calls in order, with how many notices each carried. */
  story(): string[] {
    return this.calls.map(({ kind, notices }) => (kind === 'probe' ? kind : `${kind} ${notices.length}`))
  }

  ofKind(kind: Call['kind']): Call[] {
    return this.calls.filter((call) => call.kind === kind)
  }

  async #call<T>(kind: Call['kind'], notices: readonly OutgoingNotice[], work: () => Promise<T>): Promise<T> {
    if (this.underWay > 0) throw new Error('Two calls at once')
    this.calls.push({ kind, atMs: this.#clock.monotonicMs(), notices })
    this.underWay++
    try {
      return await work()
    } finally {
      this.underWay--
    }
  }
}

export interface OutboxUnderTest {
  readonly outbox: Outbox
  readonly time: VirtualTime
  readonly changes: (readonly string[])[]
}

/** An outbox over a register, on virtual time. Stopped at the end of the test. */
export function outboxOver(
  register: RegisterUnderTest,
  channel: MachineChannel | null,
  options: { readonly store?: Store; readonly isCallUnderWay?: () => boolean } = {},
): OutboxUnderTest {
  const { ports, logger } = register
  const time = virtualTime(ports.clock, options.isCallUnderWay)
  const changes: (readonly string[])[] = []
  const outbox = createOutbox({
    store: options.store ?? register.store,
    channel,
    ports,
    logger,
    timers: time.timers,
    onChange: (ids) => void changes.push(ids),
  })
  return { outbox, time, changes }
}
