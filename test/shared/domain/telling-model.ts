import { migrationApiCapabilities } from '#electron/channels/migration-api/capabilities.ts'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import { isCancelled, isToldOrOpen, type Link, planNotices, type Wish } from '#shared/domain/follow-up.ts'
import { differenceOf, type NoticePayload } from '#shared/domain/notice-payload.ts'
import { type NoticeKind, type NotificationEvent, type NotificationState, transition } from '#shared/domain/notification.ts'

/** How one sending ends: for the desk, and for the service. */
export const ENDINGS = ['accepted', 'rejected', 'not_sent', 'answer lost', 'request lost', 'comes late', 'deferred'] as const
export type Ending = (typeof ENDINGS)[number]

export const NEWS = [
  'name',
  'stays longer',
  'leaves earlier',
  'departed',
  'back again',
  'never came',
  'came after all',
  'not required',
  'required after all',
] as const
export type News = (typeof NEWS)[number]

interface Notice {
  readonly id: string
  readonly kind: NoticeKind
  readonly sequence: number
  state: NotificationState
  /** Something of it may still turn up, for all the desk knows. */
  isDoubtful: boolean
  /** Revisions of which something left, and no certain answer came. */
  readonly doubts: Set<number>
  readonly revisions: NoticePayload[]
}

interface Delivery {
  readonly notice: Notice
  readonly revision: number
}

/** One guest, a desk that follows the plan and nothing else, and a service that keeps its contract. */
export function createTelling() {
  let name = 'A'
  let planned = calendarDate('2026-11-10')
  let departedOn: CalendarDate | null = null
  /** Said, and not yet brought to the service: `null` = the notices say it. */
  let said: Wish['presence'] | null = null
  let isWaiting = false
  /** The last registration of the guest; earlier ones were withdrawn. */
  let chain: Notice[] = []
  const registrations: Notice[][] = []
  /** What took effect at the service, in order. */
  const effects: Delivery[] = []
  const underWay: Delivery[] = []

  function content(kind: NoticeKind, sequence: number, revision: number): NoticePayload {
    const isReportedBefore = chain.some(
      (notice) => notice.kind === 'departure' && notice.sequence < sequence && notice.state !== 'cancelled',
    )
    const departureDate = departedOn !== null && (kind === 'departure' || isReportedBefore) ? departedOn : planned
    return payload(name, departureDate, { kind, sequence, revision })
  }

  function add(kind: NoticeKind): void {
    const sequence = chain.length + 1
    const id = `${registrations.length}.${sequence}`
    chain.push({
      id,
      kind,
      sequence,
      state: 'ready',
      isDoubtful: false,
      doubts: new Set(),
      revisions: [content(kind, sequence, 1)],
    })
  }

  function register(): void {
    chain = []
    registrations.push(chain)
    add('arrival')
  }

  function move(notice: Notice, event: NotificationEvent): void {
    const next = transition(notice.state, event)
    if (!next.ok) throw new Error(`${notice.id} is ${next.error.state} and cannot be ${next.error.event}`)
    notice.state = next.value
  }

  function revise(notice: Notice): void {
    move(notice, { type: 'assessed', assessment: 'ready' })
    const latest = notice.revisions.at(-1)
    const next = content(notice.kind, notice.sequence, notice.revisions.length + 1)
    if (latest === undefined || JSON.stringify({ ...next, revision: 0 }) !== JSON.stringify({ ...latest, revision: 0 }))
      notice.revisions.push(next)
  }

  function presence(): Wish['presence'] {
    if (chain[0]?.state === 'not_required') return 'not_required'
    return said ?? (isCancelled(chain) ? 'never_came' : 'here')
  }

  /** As the desk does after every news, and after every answer while news wait. */
  function plan(certainlyAbsent?: Notice): void {
    if (!isWaiting) return
    const links: Link[] = chain.map(({ id, kind, sequence, state, isDoubtful, doubts, revisions }) => {
      const isOpenQuestion = isDoubtful && state !== 'rejected' && id !== certainlyAbsent?.id
      return { id, kind, sequence, state, isDoubtful: isOpenQuestion, canBeAsked: Math.min(...doubts) === revisions.length }
    })
    const told = links.filter(isToldOrOpen).map(({ id }) => id)
    const [arrival] = chain
    const before = chain.filter(({ id }) => told.includes(id) || (told.length === 0 && id === arrival?.id))
    const difference = differenceOf(
      before.flatMap(({ revisions }) => revisions.at(-1) ?? []),
      payload(name, planned, { kind: 'arrival', sequence: 1, revision: 1 }),
      departedOn,
    )
    const {
      revise: anew,
      withdraw,
      setAside,
      ask,
      add: more,
      fileAnew,
      awaitsAnswer,
    } = planNotices(links, { presence: presence(), difference }, migrationApiCapabilities)
    for (const notice of chain) {
      if (withdraw.includes(notice.id)) move(notice, { type: 'cancelled' })
      if (setAside.includes(notice.id)) move(notice, { type: 'set_not_required' })
      if (anew.includes(notice.id)) revise(notice)
      if (ask.includes(notice.id)) move(notice, { type: 'doubted' })
    }
    for (const kind of more) add(kind)
    if (fileAnew) register()
    if (awaitsAnswer) return
    said = null
    isWaiting = departedOn !== null && chain[0]?.state !== 'accepted'
  }

  function deliver(delivery: Delivery): void {
    const { notice, revision } = delivery
    if (effects.some((effect) => effect.notice === notice && effect.revision === revision)) return
    const registration = registrations.find((notices) => notices.includes(notice))
    const last = effects.findLast((effect) => registration?.includes(effect.notice) === true)
    const isOutdated =
      last !== undefined && (last.notice.sequence > notice.sequence || (last.notice === notice && last.revision > revision))
    if (!isOutdated) effects.push(delivery)
  }

  /** Not wanted any more, and the service can be asked about all of it that may turn up. */
  function isTakenBack({ kind, doubts, revisions }: Notice): boolean {
    if (!isWaiting || Math.min(...doubts) !== revisions.length) return false
    return (kind === 'cancellation' && presence() === 'here') || (kind === 'arrival' && presence() !== 'here')
  }

  /** The first that may go: everything before it is settled. */
  function next(): Notice | undefined {
    const first = chain.find(({ state }) => !['accepted', 'cancelled', 'not_required'].includes(state))
    return first?.state === 'ready' ? first : undefined
  }

  register()

  return {
    /** False where the register refuses it: a decision is taken back before anything else is said, but for a guest who never came. */
    hear(news: News, day: number): boolean {
      const [arrival] = chain
      const now = presence()
      if (arrival === undefined || arrival.state === 'cancelled') return false
      if (now === 'not_required' && arrival.state === 'not_required' && news !== 'required after all') return false
      if ((now === 'never_came') !== (news === 'came after all')) return false
      if (now === 'not_required' && !['never came', 'required after all', 'departed', 'back again'].includes(news)) return false
      if (news === 'required after all' && now !== 'not_required') return false
      if (news === 'not required' && arrival.state === 'accepted') return false
      switch (news) {
        case 'not required':
          said = 'not_required'
          break
        case 'required after all':
          said = null
          if (arrival.state === 'not_required') revise(arrival)
          break
        case 'name':
          name = String.fromCharCode(65 + (day % 3))
          break
        case 'stays longer':
          planned = calendarDate(`2026-11-${10 + (day % 15)}`)
          departedOn = null
          break
        case 'leaves earlier':
          planned = calendarDate(`2026-11-0${1 + (day % 9)}`)
          break
        case 'departed':
          departedOn = calendarDate(`2026-11-0${1 + (day % 9)}`)
          break
        case 'back again':
          departedOn = null
          break
        case 'never came':
        case 'came after all':
          said = isCancelled(chain) === (news === 'never came') ? null : news === 'never came' ? 'never_came' : 'here'
          break
      }
      isWaiting = true
      plan()
      return true
    },
    /** Sends the first that may go; false = nothing may. */
    send(ending: Ending): boolean {
      const notice = next()
      if (notice === undefined) return false
      const delivery = { notice, revision: notice.revisions.length }
      move(notice, { type: 'send_started' })
      switch (ending) {
        case 'accepted':
          deliver(delivery)
          move(notice, { type: 'accepted' })
          break
        case 'rejected':
          // One id, one content: what is refused is refused however often it comes.
          if (effects.some((effect) => effect.notice === notice) || underWay.some((other) => other.notice === notice)) {
            deliver(delivery)
            move(notice, { type: 'accepted' })
            break
          }
          move(notice, { type: 'rejected' })
          break
        case 'not_sent':
          move(notice, { type: 'not_sent' })
          break
        case 'deferred':
          underWay.push(delivery)
          notice.isDoubtful = true
          notice.doubts.add(delivery.revision)
          move(notice, { type: 'deferred' })
          break
        default:
          if (ending === 'answer lost') deliver(delivery)
          if (ending === 'comes late') underWay.push(delivery)
          notice.isDoubtful = true
          notice.doubts.add(delivery.revision)
          move(notice, { type: 'outcome_unknown' })
      }
      plan()
      return true
    },
    /** Asks about what is open; false = nothing is. */
    ask(): boolean {
      const notice = chain.find(({ state }) => state === 'unknown' || state === 'deferred')
      if (notice === undefined) return false
      const isThere = effects.some((effect) => effect.notice === notice && effect.revision === notice.revisions.length)
      if (isThere) {
        move(notice, { type: 'accepted' })
        plan()
      } else if (isTakenBack(notice)) {
        // Asked again until nothing can be under way any more.
        if (underWay.some((delivery) => delivery.notice === notice)) return false
        move(notice, { type: 'found_absent' })
        plan(notice)
      } else {
        move(notice, { type: 'found_absent' })
        plan()
      }
      return true
    },
    /** One delivery that was late arrives; false = there is none. */
    arrive(which: number): boolean {
      const [delivery] = underWay.splice(which % Math.max(underWay.length, 1), 1)
      if (delivery === undefined) return false
      deliver(delivery)
      return true
    },
    /** A person looks at what was refused and sends it again as it is. */
    resolve(): boolean {
      const notice = chain.find(({ state }) => state === 'rejected')
      if (notice !== undefined) revise(notice)
      return notice !== undefined
    },
    effects: (): readonly Delivery[] => effects,
    states: (): string => chain.map(({ kind, state, isDoubtful }) => `${kind} ${state}${isDoubtful ? '?' : ''}`).join(', '),
    registrations: (): readonly (readonly Notice[])[] => registrations,
    /** What the register knows, in the words of a notice. */
    known: () => ({ presence: presence(), name, until: departedOn ?? planned }),
    /** What the service would say of each registration, the last one last; `null` = nothing in force. */
    pictures: () =>
      registrations.map((notices) => {
        const last = effects.findLast(({ notice }) => notices.includes(notice))
        const said = last?.notice.revisions[last.revision - 1]
        if (last === undefined || said === undefined || last.notice.kind === 'cancellation') return null
        return { name: said.person.surname, until: said.stay.departureDate }
      }),
  }
}

function payload(
  surname: string,
  departureDate: CalendarDate,
  place: Pick<NoticePayload, 'kind' | 'sequence' | 'revision'>,
): NoticePayload {
  return {
    schemaVersion: 2,
    ...place,
    follows: null,
    host: { bin: '000140000002', name: 'Hotel Probe', address: 'ул. Пробная, 2', phone: null },
    stay: {
      arrivalAt: '2026-11-01T10:00',
      departureDate,
      room: null,
      purpose: 'tourism',
      borderEntryDate: null,
      borderCheckpoint: null,
      visaNumber: null,
      visaValidUntil: null,
      visaEntries: null,
    },
    person: {
      surname,
      givenNames: 'ERIKA',
      patronymic: null,
      printedName: null,
      sex: 'F',
      birthDate: '1984-08-12',
      citizenship: 'DEU',
      phone: null,
      email: null,
    },
    document: {
      type: 'passport',
      series: null,
      number: 'C01X00T47',
      issuingState: 'DEU',
      issueDate: null,
      expiryDate: null,
      guardianDocument: null,
    },
  }
}
