import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as waitMs } from 'node:timers/promises'
import { v7 } from 'uuid'
import { z } from 'zod'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { noticeSchema } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { guestBook } from '../../power-cut/scenario/hotel.ts'
import { runCliJson } from '../../support/run-cli.ts'
import { FrontDesk, type ServeReady, serveReadySchema } from './front-desk.ts'
import { startKillable } from './killable.ts'

export interface KillOptions {
  readonly seed: number
  readonly kills: number
  /** A folder of the caller's. */
  readonly directory: string
  readonly onKill?: (kill: number) => void
}

export interface KillReport {
  readonly kills: number
  /** Of these, while the desk was still starting. */
  readonly killedWhileStarting: number
  /** Check-ins answered, the last of them after the last kill. */
  readonly checkIns: number
  /** Calls whose answer the kill took. */
  readonly lostAnswers: number
  /** Notices in force at the service. */
  readonly effects: number
  /** Deliveries beyond the first, which the service recognised. */
  readonly repeatedDeliveries: number
  readonly findings: readonly string[]
}

const CLERKS = 3
const CHECK_INS_A_TURN = 4
const LIVES_AT_MOST_MS = 900
const SHARE_KILLED_WHILE_STARTING = 0.2
const FAULTS = ['drop-after-store=0.25', 'drop-before-store=0.05', 'http-503=0.1', 'html-502=0.05']
const DAY_MS = 86_400_000

const receivedSchema = z.array(z.object({ clientId: z.string(), reference: z.string(), timesReceived: z.number() }))
const simulatorReadySchema = z.object({ url: z.url() })
const drainedSchema = z.object({ isEmpty: z.boolean(), pending: z.number(), needsPerson: z.number() })
const verifySchema = z.object({ isClean: z.boolean() }).loose()

/**
 * Kills the built desk again and again while clerks check guests in and it sends to a service that fails. Afterwards every check-in that
 * was asked for is there once, every notice is at the service once, under the reference the register holds, and the register verifies.
 */
export async function runKills({ seed, kills, directory, onKill }: KillOptions): Promise<KillReport> {
  const random = seededRandom(seed)
  const data = join(directory, 'desk')
  const simulator = startKillable([
    ...['simulator', '--port', '0', '--data', join(directory, 'simulator'), '--seed', String(seed)],
    ...FAULTS.flatMap((fault) => ['--fault', fault]),
  ])
  try {
    const { url } = simulatorReadySchema.parse(await simulator.ready)
    await initialise(directory, url)
    // Yesterday's arrivals: with nobody's clock are they still to come.
    const arrival = calendarDate(new Date(Date.now() - DAY_MS).toISOString().slice(0, 10))
    const nextRequest = guestBook(seed, v7, arrival)
    const frontDesk = new FrontDesk(() => nextRequest(1 + Math.floor(random() * 2)))
    let killedWhileStarting = 0
    for (let kill = 1; kill <= kills; kill++) {
      const desk = startKillable(['serve', '--port', '0', '--data', data])
      let clerks: readonly Promise<void>[] = []
      // The moment itself is what is drawn here: while starting, or somewhere in its work.
      if (kill === 1 || random() < SHARE_KILLED_WHILE_STARTING) killedWhileStarting++
      else clerks = await clerksAt(serveReadySchema.parse(await desk.ready), frontDesk)
      await waitMs(random() * LIVES_AT_MOST_MS)
      await desk.kill()
      await Promise.all(clerks)
      onKill?.(kill)
    }
    const desk = startKillable(['serve', '--port', '0', '--data', data])
    await frontDesk.finish(serveReadySchema.parse(await desk.ready))
    await desk.stop()
    const drained = drainedSchema.parse(
      await runCliJson(['drain', '--until-empty', '--timeout', '300', '--data', data], { timeoutMs: 330_000 }),
    )
    const effects = receivedSchema.parse(await (await fetch(new URL('/received', url))).json())
    const notices = z.array(noticeSchema).parse(await runCliJson(['queue', '--data', data]))
    const verified = verifySchema.parse(await runCliJson(['verify', '--data', data]))
    return {
      kills,
      killedWhileStarting,
      checkIns: frontDesk.answered.size,
      lostAnswers: frontDesk.lostAnswers,
      effects: effects.length,
      repeatedDeliveries: effects.reduce((sum, { timesReceived }) => sum + timesReceived - 1, 0),
      findings: [
        ...(drained.isEmpty && drained.needsPerson === 0 ? [] : [`not everything went out: ${JSON.stringify(drained)}`]),
        ...(verified.isClean ? [] : [`the register does not verify: ${JSON.stringify(verified)}`]),
        ...disagreements(frontDesk, notices, effects),
      ],
    }
  } finally {
    await simulator.stop()
  }
}

async function initialise(directory: string, channelUrl: string): Promise<void> {
  mkdirSync(directory, { recursive: true })
  const property = join(directory, 'property.json')
  const fields = {
    name: 'Отель «Мысал»',
    bin: '990140000384',
    address: 'Алматы, ул. Учебная, 1',
    department: 'УМС ДП г. Алматы',
  }
  writeFileSync(property, JSON.stringify({ ...fields, channel: 'migration-api', environment: 'test' }))
  await runCliJson(['init', '--property', property, '--data', join(directory, 'desk'), '--channel-url', channelUrl])
}

async function clerksAt(ready: ServeReady, frontDesk: FrontDesk): Promise<Promise<void>[]> {
  return Array.from({ length: CLERKS }, () => frontDesk.work(ready, CHECK_INS_A_TURN))
}

/** Where check-ins, register and service tell different stories. */
function disagreements(
  frontDesk: FrontDesk,
  notices: readonly z.infer<typeof noticeSchema>[],
  effects: z.infer<typeof receivedSchema>,
): string[] {
  const findings: string[] = []
  const byId = new Map(notices.map((notice) => [notice.id, notice]))
  for (const [requestId, noticeIds] of frontDesk.answered) {
    if (noticeIds.length !== frontDesk.guests.get(requestId)) findings.push('a check-in is there by half')
    if (noticeIds.some((id) => !byId.has(id))) findings.push('an acknowledged check-in is lost')
  }
  const asked = [...frontDesk.guests.values()].reduce((sum, guests) => sum + guests, 0)
  if (notices.length !== asked) findings.push(`${asked} guests were checked in, the register holds ${notices.length} notices`)
  const references = new Map(effects.map(({ clientId, reference }) => [clientId, reference]))
  if (references.size !== effects.length) findings.push('the service holds a client id twice')
  if (new Set(references.values()).size !== effects.length) findings.push('the service gave one reference twice')
  if (effects.length !== notices.length) findings.push(`${notices.length} notices, ${effects.length} effects at the service`)
  for (const { state, clientId, reference } of notices) {
    if (state !== 'accepted') findings.push(`a notice is ${state}`)
    else if (clientId === null || references.get(clientId) !== reference)
      findings.push('a receipt is not the one of the service')
  }
  return [...new Set(findings)]
}

export function reportOf(report: KillReport): string {
  return [
    `kills ${report.kills}, of these while starting ${report.killedWhileStarting}; answers the kills took ${report.lostAnswers}`,
    `check-ins ${report.checkIns}, effects at the service ${report.effects}, repeated deliveries it recognised ${report.repeatedDeliveries}`,
    `findings ${report.findings.length}`,
    ...report.findings.map((finding) => `  ${finding}`),
  ].join('\n')
}

/** What never happened and should have: without it nothing was proven. */
export function gapsOf({ lostAnswers, killedWhileStarting, effects }: KillReport): string[] {
  return [
    ...(lostAnswers === 0 ? ['no kill took an answer'] : []),
    ...(killedWhileStarting === 0 ? ['no kill while the desk was starting'] : []),
    ...(effects === 0 ? ['nothing reached the service'] : []),
  ]
}
