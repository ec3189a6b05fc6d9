import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { type DeskUnderTest, startedDesk } from '../../desk/desk-under-test.ts'
import { handMovedTicks, storeOf, switchedOn } from './closing-desk.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`business-days.property seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 24 * HOUR_MS
/** Almaty is five hours ahead of UTC and changes no clocks. */
const AHEAD_MS = 5 * HOUR_MS
const FIRST_DAY = '2026-11-23'

type Step =
  | { readonly does: 'runs on'; readonly minutes: number }
  | { readonly does: 'is off'; readonly minutes: number }
  | { readonly does: 'sleeps'; readonly minutes: number }
  | { readonly does: 'sets the hour'; readonly closesAt: string | null }
  | { readonly does: 'closes by hand' }

const minutes = (most: number) => fc.integer({ min: 1, max: most })
const hour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: minutes(1500).map((n) => ({ does: 'runs on' as const, minutes: n })) },
  { weight: 2, arbitrary: minutes(6000).map((n) => ({ does: 'is off' as const, minutes: n })) },
  { weight: 2, arbitrary: minutes(3000).map((n) => ({ does: 'sleeps' as const, minutes: n })) },
  { weight: 2, arbitrary: fc.option(hour, { freq: 4 }).map((closesAt) => ({ does: 'sets the hour' as const, closesAt })) },
  { weight: 2, arbitrary: fc.constant({ does: 'closes by hand' as const }) },
)

/** What should be closed, worked out in plain arithmetic from what happened. */
class Expected {
  readonly closes: { date: string; mode: string; atMs: number }[] = []
  closesAt: string | null = '23:59'
  sinceMs = Number.NEGATIVE_INFINITY

  get open(): string {
    return new Date(Date.parse(`${FIRST_DAY}T00:00:00Z`) + this.closes.length * DAY_MS).toISOString().slice(0, 10)
  }

  momentMs(): number | null {
    if (this.closesAt === null) return null
    const begins = Date.parse(`${this.open}T00:00:00Z`) - AHEAD_MS
    const [h = 0, m = 0] = this.closesAt.split(':').map(Number)
    const moment = begins + h * HOUR_MS + m * MINUTE_MS + (h < 12 ? DAY_MS : 0)
    return moment > this.sinceMs ? moment : Math.max(begins + DAY_MS, this.sinceMs)
  }

  looksAt(nowMs: number): void {
    for (let moment = this.momentMs(); moment !== null && moment <= nowMs; moment = this.momentMs()) {
      this.closes.push({ date: this.open, mode: nowMs - moment <= 5 * MINUTE_MS ? 'at_hour' : 'missed', atMs: nowMs })
    }
  }

  isToCome(nowMs: number): boolean {
    return this.open > new Date(nowMs + AHEAD_MS).toISOString().slice(0, 10)
  }
}

it('whatever a PC and its people do, days close without a gap, in order, each once', { timeout: 120_000 }, async () => {
  const tick = handMovedTicks()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      let desk: DeskUnderTest = await startedDesk()
      const expected = new Expected()
      for (const taken of steps) {
        const now = desk.ports.clock.now()
        switch (taken.does) {
          case 'runs on':
            // The desk looks every few seconds; here, at least every four minutes.
            for (let passed = 0; passed < taken.minutes; passed += 4) {
              desk.ports.clock.advance(Math.min(4, taken.minutes - passed) * MINUTE_MS)
              expected.looksAt(desk.ports.clock.now())
              tick()
            }
            break
          case 'is off':
            desk = await switchedOn(desk, new Date(now + taken.minutes * MINUTE_MS).toISOString())
            expected.looksAt(desk.ports.clock.now())
            break
          case 'sleeps':
            desk.desk().suspend()
            desk.ports.clock.setWallTime(new Date(now + taken.minutes * MINUTE_MS).toISOString())
            desk.desk().wakeUp()
            expected.looksAt(desk.ports.clock.now())
            break
          case 'sets the hour':
            await desk.at('front').report.setCloseHour({ closesAt: taken.closesAt })
            if (taken.closesAt !== expected.closesAt) expected.sinceMs = now
            expected.closesAt = taken.closesAt
            break
          case 'closes by hand': {
            const asked = desk.at('front').report.close({ date: calendarDate(expected.open) })
            if (expected.isToCome(now)) await expect(asked).rejects.toMatchObject({ code: 'BAD_INPUT' })
            else expected.closes.push({ date: (await asked).date, mode: 'by_hand', atMs: now })
          }
        }
      }
      const { openDate, closed } = await desk.at('front').report.days()
      const days = closed.toReversed()
      expect(days.map(({ date, mode, closedAt }) => ({ date, mode, atMs: Date.parse(closedAt) }))).toEqual(expected.closes)
      expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => addDays(calendarDate(FIRST_DAY), index)))
      expect(openDate).toBe(expected.open)
      expect(new Set(days.map(({ number }) => number)).size).toBe(days.length)
      expect(storeOf(desk).audit.entriesOfAction('day.closed')).toHaveLength(days.length)
      expect(await desk.at('front').maintenance.verify()).toMatchObject({ isClean: true, closesBroken: [] })
      await desk.process.stop()
    }),
    { seed, numRuns: 6 },
  )
})
