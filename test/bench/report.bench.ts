import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { createDeskProcess, type DeskProcess } from '#electron/desk/desk-process.ts'
import type { Register } from '#electron/desk/register.ts'
import { sampleProperty } from '#electron/desk/training/sample-property.ts'
import { collectDay } from '#electron/reports/content/collect-day.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { testPorts } from '../support/ports.ts'
import type { Bench } from './bench.ts'
import { addPastStays } from './past-stays.ts'

const MANY = Number(process.env['BENCH_PAST_STAYS'] ?? 1_000_000)
const FEW = 1_000
const GUESTS_BEFORE = 250
const GUESTS_TODAY = 90
const REPORTS_PER_ROUND = 20
const SATURDAY = calendarDate('2026-11-21')
const SUNDAY = calendarDate('2026-11-22')

interface Hotel {
  readonly process: DeskProcess
  readonly register: Register
  readonly directory: string
}

/** The report of a busy day in two registers that differ in their past alone: a young hotel's, and one with a million stays behind it. */
export async function makeBench(): Promise<Bench> {
  const [many, few] = [await hotelWithPast(MANY), await hotelWithPast(FEW)]
  const report = ({ register }: Hotel) => JSON.stringify(collectDay(register, SUNDAY, register.now()))
  const reports = (hotel: Hotel) => {
    let length = 0
    for (let index = 0; index < REPORTS_PER_ROUND; index++) length += report(hotel).length
    return length
  }
  const { totals, laterChanges } = collectDay(many.register, SUNDAY, many.register.now())
  return {
    subject: { name: `${MANY} past stays`, run: () => reports(many) },
    baseline: { name: `${FEW} past stays`, run: () => reports(few) },
    operationsPerRound: REPORTS_PER_ROUND,
    unit: 'reports of a day',
    clock: 'processor',
    rounds: 20,
    warmUpRounds: 3,
    aim: { kind: 'times_as_long', atMost: 1.5 },
    remarks: [
      `The day: ${totals.open} open, ${totals.filed} filed, ${totals.inHouse} in house, ${laterChanges.length} later changes; the day before is closed.`,
      'Real encrypted files. Past stays are over, with a departure, revision, attempt, receipt and two audit entries each; the search index is left out.',
    ],
    versions: { sqlite: String(many.register.store.database.prepare('SELECT sqlite_version()').pluck().get()) },
    check: () => {
      if (report(many) !== report(few)) throw new Error('The two registers say different things of the same day.')
    },
    close: async () => {
      for (const { process: desk, directory } of [many, few]) {
        await desk.stop()
        rmSync(directory, { recursive: true, force: true })
      }
    },
  }
}

/** The same hotel each time – same ids, same guests, same clock – but for its past. */
async function hotelWithPast(pastStays: number): Promise<Hotel> {
  const directory = mkdtempSync(join(tmpdir(), 'qabyl-bench-'))
  const ports = testPorts({ startsAt: '2026-11-21T05:43:00.000Z' })
  const desk = createDeskProcess({
    directory,
    appVersion: 'bench',
    logger: pino({ level: 'silent' }),
    ports,
    machineZoneOffsetMinutes: () => 300,
  })
  await desk.start({ isSending: false })
  const client = createRouterClient(desk.router, { context: () => desk.contextFor('bench') })
  await client.setup.createProperty({ ...sampleProperty('ru'), environment: 'test' })
  const register = desk.desk()?.register
  if (register === undefined) throw new Error('A property that was set up has a desk')
  process.stderr.write(`report: writing ${pastStays} past stays …\n`)
  addPastStays(register.store, pastStays)
  await client.maintenance.seed({ guests: GUESTS_BEFORE, seed: 1 })
  ports.clock.advance(1000)
  await client.report.close({ date: SATURDAY })
  ports.clock.setWallTime('2026-11-22T05:43:00.000Z')
  await client.maintenance.seed({ guests: GUESTS_TODAY, seed: 2 })
  return { process: desk, register, directory }
}
