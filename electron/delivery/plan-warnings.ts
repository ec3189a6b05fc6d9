import { z } from 'zod'
import { THE_DESK } from '#electron/desk/caller.ts'
import type { Register } from '#electron/desk/register.ts'
import type { Delivery } from '#electron/store/rows/deliveries.ts'
import { calendarDateSchema } from '#shared/contract/day-schemas.ts'
import type { DeliveryCause, Recipient } from '#shared/contract/delivery-schemas.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import { recipientsOf, scheduleOf } from './delivery-settings.ts'
import { type LadderState, lookAtLadder, type RaisedWarning } from './ladder.ts'
import { newDelivery } from './new-delivery.ts'
import { isAnyOwedBy, openCounts } from './open-counts.ts'

const LADDER = 'delivery.ladder'
const EPISODE = 'delivery.episode'

const ladderStateSchema = z.object({ date: calendarDateSchema, passed: z.array(z.string()) })
/** From the first warning until nothing of what was warned about is open any more. */
const episodeSchema = z.object({
  /** Id of the first warning. */
  since: z.string(),
  /** The last day that was warned about. */
  upTo: calendarDateSchema,
})
type Episode = z.infer<typeof episodeSchema>

/**
 * Raises the warning that the ladder asks for now, and says that all is well when it is. `null` = nothing to save; otherwise what to do
 * inside the caller's transaction.
 */
export function planWarnings(register: Register): (() => void) | null {
  const recipients = recipientsOf(register).filter(({ warnings }) => warnings)
  const episode = episodeOf(register)
  if (episode !== null && !isAnyOwedBy(register, episode.upTo)) return () => endEpisode(register, episode, recipients)
  if (recipients.length === 0) return null
  const [date, time] = hotelTime(register)
  const { state, warning } = lookAtLadder({
    ladder: scheduleOf(register).ladder,
    state: register.store.settings.get(LADDER, ladderStateSchema) satisfies LadderState | undefined,
    date,
    time,
    counts: () => openCounts(register),
  })
  if (state === null) return null
  return () => {
    register.store.settings.set(LADDER, state)
    if (warning !== null) raise(register, warning, recipients, episode)
  }
}

/** A warning nobody needs any more: its episode is over, or a later one says more. `null` = it is to go. */
export function whyObsolete(register: Register, delivery: Delivery): Extract<DeliveryCause, 'newer' | 'solved'> | null {
  if (delivery.content.kind !== 'warning') return null
  const episode = episodeOf(register)
  if (episode === null || delivery.id < episode.since) return 'solved'
  const later = register.rows.deliveries.warningsFrom(delivery.id)
  return later.some(({ id, recipientId }) => recipientId === delivery.recipientId && id > delivery.id) ? 'newer' : null
}

function episodeOf({ store }: Register): Episode | null {
  return store.settings.get(EPISODE, episodeSchema.nullable()) ?? null
}

function raise(
  register: Register,
  { step, open }: RaisedWarning,
  recipients: readonly Recipient[],
  episode: Episode | null,
): void {
  const { rows, store } = register
  const [date, at] = hotelTime(register)
  const content = { kind: 'warning', date, at, ...open } as const
  const made = recipients.flatMap((recipient) => {
    const delivery = newDelivery(register, recipient, `warning:${date}:${step}`, content)
    return rows.deliveries.add(delivery) ? [delivery] : []
  })
  const [first] = made
  // The clock was set back over a step that had been raised: once is once.
  if (first === undefined) return
  const upTo = open.tomorrow > 0 && step.startsWith('day_before') ? addDays(date, 1) : date
  store.settings.set(EPISODE, {
    since: episode?.since ?? first.id,
    upTo: episode === null || episode.upTo < upTo ? upTo : episode.upTo,
  } satisfies Episode)
  for (const waiting of rows.deliveries.inState('waiting')) {
    const { kind } = waiting.content
    const isReplaced = (kind === 'warning' || kind === 'solved') && !made.some(({ id }) => id === waiting.id)
    if (isReplaced && made.some(({ recipientId }) => recipientId === waiting.recipientId)) withdraw(register, waiting, 'newer')
  }
  store.audit.append({
    actor: THE_DESK,
    action: 'delivery.warning_raised',
    subject: null,
    stayId: null,
    details: { date, at, step, ...open, recipients: made.length },
  })
}

/** Whoever was warned, or may have been, is told that it is over. A warning that never left need not leave any more. */
function endEpisode(register: Register, episode: Episode, recipients: readonly Recipient[]): void {
  const { rows, store } = register
  const [date, at] = hotelTime(register)
  const warned = new Set<string>()
  for (const warning of rows.deliveries.warningsFrom(episode.since)) {
    if (warning.state === 'done' || warning.state === 'sending' || warning.doubts > 0) warned.add(warning.recipientId)
    if (warning.state === 'waiting') withdraw(register, warning, 'solved')
  }
  for (const recipient of recipients.filter(({ id }) => warned.has(id)))
    rows.deliveries.add(newDelivery(register, recipient, `solved:${episode.since}`, { kind: 'solved', date, at }))
  store.settings.set(EPISODE, null)
}

export function withdraw(register: Register, { id, place }: Delivery, cause: DeliveryCause): void {
  register.rows.deliveries.settle(id, {
    state: 'withdrawn',
    cause,
    holdUntil: null,
    endedAt: register.now(),
    place,
    isDoubt: false,
  })
}

/** Day and `HH:mm` on the wall of the hotel. */
function hotelTime({ ports, property }: Register) {
  const local = localDateTimeOf(ports.clock.now(), property.zone)
  return [calendarDateSchema.parse(local.slice(0, 10)), local.slice(11)] as const
}
