import { deepStrictEqual } from 'node:assert'
import { readFileSync } from 'node:fs'
import { type CalendarDate, calendarDate, fromDayNumber, toDayNumber, weekdayOf } from '#shared/domain/calendar-date.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { editYear } from '#shared/regulation/calendar/edit-year.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import type { Bench } from './bench.ts'
import { deadlineDayByDay, plainCalendar } from './day-by-day.ts'

const ROUNDS = 50
const CALENDARS_PER_ROUND = 20
const CALLS_PER_CALENDAR = 1000
const CHECKED_PER_CALENDAR = 10
const SEED = 20_261_123

/**
 * A million deadlines with their day-by-day explanations, the calendar changed every 1,000 calls: as when an order of the ministry
 * comes in and every open deadline of a large chain is recomputed, over and over.
 */
export function makeBench(): Bench {
  const draw = randomNumbers(SEED)
  const calendars = Array.from({ length: ROUNDS * CALENDARS_PER_ROUND }, () => changedYears(draw))
  const arrivals = Array.from({ length: CALLS_PER_CALENDAR * 7 }, () => drawDay('2024-01-01', '2027-12-31', draw))
  const arrivalsOf = (calendar: number) => {
    const from = (calendar % 7) * CALLS_PER_CALENDAR
    return arrivals.slice(from, from + CALLS_PER_CALENDAR)
  }

  function eachCalendarOf(round: number, count: (years: readonly CalendarYear[], arrivals: readonly CalendarDate[]) => number) {
    let digest = 0
    for (let index = 0; index < CALENDARS_PER_ROUND; index++) {
      const calendar = round * CALENDARS_PER_ROUND + index
      digest = (digest * 31 + count(calendars[calendar] ?? [], arrivalsOf(calendar))) % 1_000_000_007
    }
    return digest
  }

  return {
    subject: {
      name: 'arrivalDeadline',
      run: (round) =>
        eachCalendarOf(round, (years, days) => {
          const calendar = workingCalendar(years)
          let digest = 0
          for (const day of days) digest = (digest * 7 + digestOf(arrivalDeadline(day, calendar))) % 1_000_003
          return digest
        }),
    },
    baseline: {
      name: 'day by day with date-fns',
      run: (round) =>
        eachCalendarOf(round, (years, days) => {
          const calendar = plainCalendar(years)
          let digest = 0
          for (const day of days) digest = (digest * 7 + digestOf(deadlineDayByDay(day, calendar))) % 1_000_003
          return digest
        }),
    },
    operationsPerRound: CALENDARS_PER_ROUND * CALLS_PER_CALENDAR,
    unit: 'deadlines with explanations',
    clock: 'processor',
    rounds: ROUNDS,
    warmUpRounds: 5,
    aim: { kind: 'times_as_fast', atLeast: 20 },
    remarks: [
      `The calendar changes every ${CALLS_PER_CALENDAR} calls; laying it out anew is part of the time on both sides. Seed ${SEED}.`,
      `Whole answers compared beforehand: ${calendars.length * CHECKED_PER_CALENDAR}; due dates and lengths of all the others while measuring.`,
    ],
    versions: { 'date-fns': versionOf('date-fns') },
    check: () => {
      for (const [index, years] of calendars.entries()) {
        const calendar = workingCalendar(years)
        const plain = plainCalendar(years)
        for (const day of arrivalsOf(index).slice(0, CHECKED_PER_CALENDAR)) {
          const { rule: _, ...deadline } = arrivalDeadline(day, calendar)
          deepStrictEqual(deadlineDayByDay(day, plain), deadline)
        }
      }
    },
  }
}

/** Reads what a caller would read, on either side. */
function digestOf({
  strictDue,
  latestDue,
  explanation,
}: {
  readonly strictDue: string
  readonly latestDue: string
  readonly explanation: readonly unknown[]
}): number {
  return strictDue.charCodeAt(9) + 10 * latestDue.charCodeAt(9) + 100 * strictDue.charCodeAt(8) + 1000 * explanation.length
}

/** The calendar the program brings, with one year changed as orders and proclamations change it, in a version of its own. */
function changedYears(draw: () => number): readonly CalendarYear[] {
  const changed = BUILT_IN_YEARS[Math.floor(draw() * BUILT_IN_YEARS.length)]
  if (changed === undefined) throw new Error('There is no built-in calendar.')
  let year = changed
  while (year === changed) {
    const [day, other] = [drawDayOf(changed.year, draw), drawDayOf(changed.year, draw)]
    const from = weekdayOf(day) >= 6 ? day : fromDayNumber(toDayNumber(day) + 6 - weekdayOf(day))
    const moved = editYear(changed, { kind: 'move_rest_day', from, to: other })
    const proclaimed = editYear(moved.ok ? moved.value : changed, { kind: 'add_holiday', date: day, holiday: 'other_holiday' })
    if (moved.ok && proclaimed.ok) year = { ...proclaimed.value, version: 2 }
  }
  return BUILT_IN_YEARS.map((builtIn) => (builtIn.year === year.year ? year : builtIn))
}

function drawDayOf(year: number, draw: () => number): CalendarDate {
  return drawDay(`${year}-01-01`, `${year}-12-31`, draw)
}

function drawDay(first: string, last: string, draw: () => number): CalendarDate {
  const [from, to] = [toDayNumber(calendarDate(first)), toDayNumber(calendarDate(last))]
  return fromDayNumber(from + Math.floor(draw() * (to - from + 1)))
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function versionOf(name: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  )
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version)
  throw new Error(`${name} has no version.`)
}
