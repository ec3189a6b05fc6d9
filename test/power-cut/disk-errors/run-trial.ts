import { cpSync, rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { ORPCError } from '@orpc/server'
import type { CheckInRequest } from '#electron/desk/check-in.ts'
import type { Ports } from '#electron/store/ports.ts'
import { commonErrors } from '#shared/contract/errors.ts'
import { guestBook, type Hotel, openHotel } from '../scenario/hotel.ts'
import { Promises } from '../scenario/marks.ts'
import type { WatchedService } from '../scenario/watched-service.ts'
import { judge } from '../states/judge.ts'
import { CALL_CLASSES, DISK_ERRORS, type Trial, type TrialResult } from './trial.ts'

export interface TrialParts {
  /** A folder with a property, never opened itself. */
  readonly template: string
  /** Where this trial works. */
  readonly directory: string
  readonly ports: Ports
  /** The same for every trial of a process. */
  readonly service: WatchedService
  /** Guests of every trial are others. */
  readonly seed: number
  /** An order to the preload library. */
  readonly tellDisk: (order: string) => void
  readonly countHits: () => number
  /** Errors nobody caught since the last time; each would have ended the desk. */
  readonly takeUncaught: () => readonly string[]
}

const LASTING = 1_000_000
const STOPS_WITHIN_MS = 20_000
const OPENS_WITHIN_TRIES = 100

/**
 * A day at the desk on a disk that fails at one call, then the same desk after the disk is well again. While it fails every answer has to
 * be true; afterwards, without a restart, everything asked for can be had, and the register is whole.
 */
export async function runTrial(trial: Trial | null, parts: TrialParts): Promise<TrialResult> {
  const hitsBefore = parts.countHits()
  try {
    return await dayWith(trial, parts)
  } catch (error) {
    // On any line of a trial: it may not keep the others from being run, and it may not pass for a result.
    parts.tellDisk('heal')
    const findings = [`the trial broke off: ${error instanceof Error ? (error.stack ?? error.message) : 'no error'}`]
    return { trial: trial ?? NO_TRIAL, hits: parts.countHits() - hitsBefore, answers: [], findings }
  }
}

async function dayWith(trial: Trial | null, parts: TrialParts): Promise<TrialResult> {
  const { directory, ports, service, tellDisk } = parts
  const findings: string[] = []
  const answers: string[] = []
  const promises = new Promises()
  promises.add({ kind: 'set_up' })
  const nextRequest = guestBook(parts.seed, ports.newId)
  const requests: { readonly request: CheckInRequest; answer: string }[] = []
  const hitsBefore = parts.countHits()

  /** What was answered, as a person would be told it. Anything but an error of the contract is a mistake of the program. */
  async function answerOf(what: string, work: () => Promise<unknown>): Promise<string> {
    try {
      await work()
      return 'done'
    } catch (error) {
      if (error instanceof ORPCError && error.code === 'STORE_FAILED') return String(Object(error.data)['saved'])
      if (error instanceof ORPCError && error.code in commonErrors) return error.code
      findings.push(`${what} ended with ${error instanceof Error ? `${error.name}: ${error.message}` : 'no error'}`)
      return 'broken'
    }
  }
  async function attempt(what: string, work: () => Promise<unknown>): Promise<void> {
    answers.push(await answerOf(what, work))
  }
  async function checkIn(hotel: Hotel, request: CheckInRequest): Promise<string> {
    promises.add({ kind: 'asked', requestId: request.requestId, guests: request.guests.length })
    return answerOf('a check-in', async () => {
      const { notices } = await hotel.client.checkIn.create({ ...request, guests: [...request.guests] })
      promises.add({ kind: 'checked_in', requestId: request.requestId, noticeIds: notices.map(({ id }) => id) })
    })
  }
  async function checkInNew(hotel: Hotel, guests: number): Promise<void> {
    const request = nextRequest(guests)
    const answer = await checkIn(hotel, request)
    requests.push({ request, answer })
    answers.push(answer)
  }

  async function workThrough(): Promise<void> {
    // The log is written into the register during this day too; it would otherwise take many such days.
    hotel.process.desk()?.register.store.database.pragma('wal_autocheckpoint = 40')
    await checkInNew(hotel, 1)
    await checkInNew(hotel, 2)
    await attempt('a drain', () => hotel.client.queue.drain({ untilEmpty: true, timeoutMs: trial === null ? 60_000 : 3_000 }))
    await attempt('a change of the calendar', () => changeCalendar(hotel))
    await attempt('a backup', async () => {
      const { file } = await hotel.client.maintenance.backup({ directory: null })
      promises.add({ kind: 'backed_up', file })
    })
    await checkInNew(hotel, 1)
    await checkInNew(hotel, 1)
  }

  rmSync(directory, { recursive: true, force: true })
  cpSync(parts.template, directory, { recursive: true })
  if (trial !== null) {
    const { error, callClass, number, isLasting } = trial
    tellDisk(`arm ${DISK_ERRORS[error]} ${CALL_CLASSES[callClass]} ${number} ${isLasting ? LASTING : 1}`)
  }
  let hotel = await openHotel({ directory, ports, channelUrl: service.url })
  if (hotel.refusal !== null) answers.push('refused to start')
  else await workThrough()
  tellDisk('heal')
  tellDisk('trial over')
  const hits = parts.countHits() - hitsBefore
  if (hotel.refusal !== null) hotel = await openHotel({ directory, ports, channelUrl: service.url })
  await untilOpen(hotel)
  const trouble = hotel.process.trouble()
  if (trouble !== null) findings.push(`the desk does not come back by itself: ${trouble.code}`)
  else {
    for (const { request, answer } of requests) {
      const found = guestsOf(hotel, request)
      if (answer === 'done' && found !== request.guests.length) findings.push('a check-in said to be saved is not there')
      if (answer === 'no' && found > 0) findings.push('a check-in said to be not saved is there')
      if ((await checkIn(hotel, request)) !== 'done') findings.push(`a check-in answered "${answer}" cannot be repeated`)
      if (guestsOf(hotel, request) !== request.guests.length) findings.push('a repeated check-in is there by half or twice')
    }
    await answerOf('the drain after healing', () => hotel.client.queue.drain({ untilEmpty: true, timeoutMs: 600_000 }))
    findings.push(...(await notFiledOnce(hotel, service)))
  }
  const stopped = await Promise.race([
    answerOf('the stop', () => hotel.process.stop()),
    delay(STOPS_WITHIN_MS, 'late', { ref: false }),
  ])
  if (stopped !== 'done') findings.push(`the desk did not stop: ${stopped}`)
  findings.push(...parts.takeUncaught().map((name) => `nobody caught ${name}`))
  findings.push(...judge(directory, promises).map(({ kind, what }) => `${kind}: ${what}`))
  return { trial: trial ?? NO_TRIAL, hits, answers, findings: [...new Set(findings)] }
}

const NO_TRIAL: Trial = { error: 'EIO', callClass: 'write', number: 0, isLasting: false }

async function changeCalendar({ client }: Hotel): Promise<void> {
  const { content, days } = await client.calendar.year({ year: 2027 })
  const day = days.find(({ isWorking, weekday }) => isWorking && weekday < 6)
  if (content === null || day === undefined) throw new Error('There is no calendar to change')
  const holidays = { ...content.holidays, [day.date]: 'other_holiday' as const }
  const years = [{ ...content, holidays, nonWorking: [...content.nonWorking, day.date].toSorted() }]
  const { basis } = await client.calendar.preview({ years })
  await client.calendar.apply({ years, basis, origin: 'edit', reason: null })
}

/** A folder that could not be opened is tried again when somebody looks, a few seconds apart. */
async function untilOpen(hotel: Hotel): Promise<void> {
  for (let tries = 0; tries < OPENS_WITHIN_TRIES && hotel.process.trouble() !== null; tries++) {
    await hotel.client.desk.status()
    await delay(5)
  }
  // Opening anew goes on in the background; the next call waits for nothing else.
  await delay(5)
}

function guestsOf(hotel: Hotel, { requestId }: CheckInRequest): number {
  const database = hotel.process.desk()?.register.store.database
  return (
    database
      ?.prepare<[string], number>(
        `SELECT count(*) FROM guest g JOIN stay s ON s.id = g.stay_id
         WHERE s.request_id = ? AND EXISTS (SELECT 1 FROM notification n WHERE n.guest_id = g.id)`,
      )
      .pluck()
      .get(requestId) ?? 0
  )
}

/** Every notice of the folder is accepted, under the reference the service holds for just its client id. */
async function notFiledOnce(hotel: Hotel, service: WatchedService): Promise<string[]> {
  const received = await service.received()
  const notices = await hotel.client.queue.list({})
  return notices.flatMap(({ state, clientId, reference }) => {
    if (state !== 'accepted') return [`a notice is left ${state} after healing`]
    return clientId !== null && received.get(clientId) === reference ? [] : ['a receipt is not the one of the service']
  })
}
