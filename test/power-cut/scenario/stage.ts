import { openSync, writeSync } from 'node:fs'
import type { CheckInRequest } from '#electron/desk/check-in.ts'
import type { Ports } from '#electron/store/ports.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { guestBook, type Hotel, openHotel } from './hotel.ts'
import type { Mark } from './marks.ts'
import type { WatchedService } from './watched-service.ts'

export interface StageOptions {
  readonly directory: string
  readonly ports: Ports
  readonly seed: number
  readonly service: WatchedService
  readonly mark: (mark: Mark) => void
}

/** Writes marks where the preload library takes them out of the stream and puts them between the calls to the disk. */
export function marksInto(file: string): (mark: Mark) => void {
  const descriptor = openSync(file, 'a')
  return (mark) => void writeSync(descriptor, JSON.stringify(mark))
}

/** What people do at the desk, each thing followed by the mark of what was answered. */
export class Stage {
  readonly #options: StageOptions
  readonly #nextRequest: (guests: number) => CheckInRequest
  readonly #facts = new Map<
    string,
    { readonly facts: GuestFacts; readonly departureDate: CheckInRequest['stay']['departureDate'] }
  >()
  readonly notices: Notice[] = []
  #hotel: Hotel | undefined
  #audited = 0

  constructor(options: StageOptions) {
    this.#options = options
    this.#nextRequest = guestBook(options.seed, options.ports.newId)
  }

  get hotel(): Hotel {
    if (this.#hotel === undefined) throw new Error('The desk is not open')
    return this.#hotel
  }

  async open(): Promise<void> {
    const { directory, ports, service } = this.#options
    this.#hotel = await openHotel({ directory, ports, channelUrl: service.url })
    const trouble = this.#hotel.process.trouble()
    if (trouble !== null) throw new Error(trouble.message)
  }

  async close(): Promise<void> {
    await this.hotel.process.stop()
    this.#hotel = undefined
  }

  /** The log is written into the register after this many pages instead of a thousand, so that it happens among the check-ins. */
  checkpointEvery(pages: number): void {
    this.#database().pragma(`wal_autocheckpoint = ${pages}`)
  }

  checkpoint(): void {
    this.#database().pragma('wal_checkpoint(TRUNCATE)')
  }

  mark(mark: Mark): void {
    this.#options.mark(mark)
    this.#markAudit()
  }

  async checkIn(guests: number): Promise<Notice[]> {
    const request = this.#nextRequest(guests)
    this.mark({ kind: 'asked', requestId: request.requestId, guests })
    const { notices } = await this.hotel.client.checkIn.create({ ...request, guests: [...request.guests] })
    this.mark({ kind: 'checked_in', requestId: request.requestId, noticeIds: notices.map(({ id }) => id) })
    notices.forEach((notice, index) => {
      const facts = request.guests[index]
      if (facts !== undefined) this.#facts.set(notice.id, { facts, departureDate: request.stay.departureDate })
    })
    this.notices.push(...notices)
    return notices
  }

  async correct({ id }: Notice, room: string): Promise<void> {
    const { client } = this.hotel
    const before = this.#facts.get(id)
    if (before === undefined) throw new Error('Only a guest checked in here is corrected')
    const { version } = (await client.guest.get({ noticeId: id })).notice
    await client.guest.correct({ noticeId: id, version, ...before, room })
    const { revision } = this.#revision(id)
    this.mark({ kind: 'corrected', noticeId: id, revision, room })
  }

  async cancel({ id }: Notice): Promise<void> {
    const { version } = (await this.hotel.client.guest.get({ noticeId: id })).notice
    const { state } = await this.hotel.client.guest.cancel({ noticeId: id, version, reason: 'Гость не приехал' })
    this.mark({ kind: 'set_aside', noticeId: id, state })
  }

  async drain(timeoutMs: number): Promise<void> {
    await this.hotel.client.queue.drain({ untilEmpty: true, timeoutMs })
    for (const notice of await this.hotel.client.queue.list({ state: 'accepted' })) {
      const { id: noticeId, clientId, reference } = notice
      if (clientId !== null && reference !== null) this.mark({ kind: 'accepted', noticeId, clientId, reference })
    }
  }

  /** The first working day of a year that is nobody's holiday becomes a day off, everything open is counted anew. */
  async changeCalendar(year: number): Promise<void> {
    const { client } = this.hotel
    const { content, days } = await client.calendar.year({ year })
    const day = days.find(({ isWorking, weekday }) => isWorking && weekday !== 6 && weekday !== 7)
    if (content === null || day === undefined) throw new Error(`There is no calendar of ${year} to change`)
    const years = [
      {
        ...content,
        nonWorking: [...content.nonWorking, day.date].toSorted(),
        holidays: { ...content.holidays, [day.date]: 'other_holiday' as const },
      },
    ]
    const { basis } = await client.calendar.preview({ years })
    const { id } = await client.calendar.apply({ years, basis, origin: 'edit', reason: 'Проба' })
    this.mark({ kind: 'calendar_changed', changeId: id })
  }

  async backUp(): Promise<void> {
    const { file } = await this.hotel.client.maintenance.backup({ directory: null })
    this.mark({ kind: 'backed_up', file })
  }

  async saveDraft(key: string, length: number): Promise<void> {
    await this.hotel.client.draft.save({ key, content: 'x'.repeat(length) })
    this.mark({ kind: 'draft_saved', key, length })
  }

  #database() {
    const desk = this.hotel.process.desk()
    if (desk === undefined) throw new Error('No desk answers')
    return desk.register.store.database
  }

  #revision(noticeId: string): { readonly revision: number } {
    const revision = this.#database()
      .prepare<[string], number>('SELECT revision FROM notification WHERE id = ?')
      .pluck()
      .get(noticeId)
    if (revision === undefined) throw new Error('A corrected notice is gone')
    return { revision }
  }

  /** The end of the audit chain belongs to what was promised: no entry may be missing afterwards. */
  #markAudit(): void {
    const desk = this.#hotel?.process.desk()
    if (desk === undefined) return
    const last = desk.register.store.database
      .prepare<[], { sequence: number; hash: string }>('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1')
      .get()
    if (last === undefined || last.sequence === this.#audited) return
    this.#audited = last.sequence
    this.#options.mark({ kind: 'audited', ...last })
  }
}
