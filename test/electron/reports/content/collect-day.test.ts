import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectDay } from '#electron/reports/content/collect-day.ts'
import type { DayReport } from '#shared/contract/report-schemas.ts'
import { dayReportSchema } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type DeskUnderTest, startedDesk } from '../../desk/desk-under-test.ts'
import { naiveDay } from './naive-day.ts'
import { act, carryOut, daysToLookAt } from './random-days.ts'

const SEED = Number(process.env['REPORT_SEED'] ?? Date.now() % 2 ** 31)
const VERSION = '0.0.0-test'

describe('what a day says', () => {
  it('is what the tables say, worked out a second time, whatever was done at the desk and when it was closed', async () => {
    console.log(`random days: REPORT_SEED=${SEED}`)
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 30, maxLength: 80 }),
        fc.constantFrom('assisted-portal', 'migration-api'),
        fc.constantFrom('strict', 'latest'),
        fc.constantFrom('small_business', 'large_business'),
        async (acts, channel, alarmReading, kind) => {
          const desk = await startedDesk({ channel, alarmReading, kind })
          try {
            const closed = new Map<CalendarDate, unknown>()
            for (const one of acts) await carryOut(desk, one, (date) => closed.set(date, naive(desk, date)))
            for (const [date, expected] of closed) {
              const { report } = await desk.client.report.day({ date })
              expect(report).toEqual(expected)
              count(seen, report)
            }
            for (const date of daysToLookAt(desk.desk().register.today()).filter((day) => !closed.has(day))) {
              const report = collected(desk, date)
              expect(report).toEqual(naive(desk, date))
              expectSums(report)
              count(seen, report)
            }
          } finally {
            await desk.process.stop()
          }
        },
      ),
      {
        seed: SEED,
        numRuns: Number(process.env['REPORT_RUNS'] ?? 10),
        endOnFailure: process.env['REPORT_SHRINK'] === undefined,
      },
    )
    // A run that meets nothing proves nothing.
    expect([...seen.keys()].sort()).toEqual(
      expect.arrayContaining(['arrivals', 'filed', 'inHouse', 'later changes', 'open', 'outages']),
    )
  }, 120_000)

  it('of sixty sample arrivals is what the tables say, on every day', async () => {
    const desk = await startedDesk()
    const content = new Blob([await readFile(join(import.meta.dirname, '../../../fixtures/arrivals.csv'))])
    await desk.client.checkIn.importCsv({ fileName: 'arrivals.csv', content })
    for (let day = 14; day <= 30; day += 1) {
      const date = `2026-11-${day}` as CalendarDate
      const report = collected(desk, date)
      expect(report).toEqual(naive(desk, date))
      expect(dayReportSchema.parse(report)).toEqual(report)
      expectSums(report)
    }
    const { totals } = collected(desk, '2026-11-23' as CalendarDate)
    expect(totals).toMatchObject({ open: 56, citizenshipUnknown: 3, filed: 0 })
  })
})

function collected(desk: DeskUnderTest, date: CalendarDate): DayReport {
  const { register } = desk.desk()
  return collectDay(register, date, register.now())
}

function naive(desk: DeskUnderTest, date: CalendarDate) {
  const { register } = desk.desk()
  return naiveDay(register.store, date, register.now(), VERSION, register.property.channel !== 'migration-api')
}

/** Every sum the report is read by. */
function expectSums({ totals, rows, lists, byCitizenship, byPurpose, leadDays, outages }: DayReport): void {
  const { overdue, dueToday, dueTomorrow, dueLater, goesByItself, unconfirmed, rejected } = totals
  expect(overdue + dueToday + dueTomorrow + dueLater).toBe(totals.open)
  expect(goesByItself + unconfirmed + rejected + totals.needsPerson + totals.incomplete + totals.citizenshipUnknown).toBe(
    totals.open,
  )
  expect(totals.open + totals.filed + totals.notRequired + totals.filedElsewhere + totals.withdrawn).toBe(rows.length)
  for (const [list, places] of Object.entries(lists)) expect(places).toHaveLength(totals[list as keyof typeof lists])
  for (const figure of ['arrivals', 'inHouse', 'departures'] as const) {
    expect(byCitizenship.reduce((sum, line) => sum + line[figure], 0)).toBe(totals[figure])
    expect(byPurpose.reduce((sum, line) => sum + line[figure], 0)).toBe(totals[figure])
  }
  expect(leadDays.reduce((sum, count) => sum + count, 0)).toBe(totals.filedArrivals)
  expect(outages).toHaveLength(totals.outages)
}

function count(seen: Map<string, number>, { totals, laterChanges }: DayReport): void {
  const figures = { ...totals, 'later changes': laterChanges.length }
  for (const [figure, value] of Object.entries(figures))
    if (value !== null && value > 0) seen.set(figure, (seen.get(figure) ?? 0) + 1)
}
