import type { ExplainedDay } from '#shared/regulation/deadline-types.ts'

/**
 * Counts a deadline again from the explanation alone, as an inspector with the printed list would: no calendar, no program. Each
 * day's own reason must bear out whether it counts, the days must follow each other, and the numbers must be the inspector's.
 */
export function recomputedFromExplanation(days: readonly ExplainedDay[]) {
  const counts = { strict: 0, latest: 0 }
  let strictDue: string | undefined
  let latestDue: string | undefined
  const faults: string[] = []
  for (const [index, day] of days.entries()) {
    const at = Date.parse(`${day.date}T00:00:00Z`)
    const fault = (what: string) => faults.push(`${day.date}: ${what}`)
    const before = days[index - 1]
    if (before !== undefined && at - Date.parse(`${before.date}T00:00:00Z`) !== 86_400_000) fault('a day is left out')
    const weekday = new Date(at).getUTCDay() || 7
    if (weekday !== day.weekday) fault(`is weekday ${weekday}`)
    if (day.isArrival !== (index === 0)) fault('arrival is the first day and no other')
    if (countsBy(day, weekday) !== day.isWorking) fault(`${day.reason.kind} does not go with ${day.isWorking}`)

    const strict = day.isWorking && counts.strict < 3 ? ++counts.strict : null
    const latest = day.isWorking && index > 0 && counts.latest < 3 ? ++counts.latest : null
    if (strict !== day.strictDay) fault(`is day ${strict} of the strict reading`)
    if (latest !== day.latestDay) fault(`is day ${latest} of the latest reading`)
    if (strict === 3) strictDue = day.date
    if (latest === 3) latestDue = day.date
    if (day.isStrictDue !== (strict === 3) || day.isLatestDue !== (latest === 3)) fault('is wrongly marked as due')
  }
  if (latestDue !== days.at(-1)?.date) faults.push('the list does not end on the last arguable day')
  return { arrival: days[0]?.date, strictDue, latestDue, faults }
}

function countsBy({ reason }: ExplainedDay, weekday: number): boolean | undefined {
  const isWeekend = weekday >= 6
  switch (reason.kind) {
    case 'working':
    case 'no_calendar':
      return isWeekend ? undefined : true
    case 'working_weekend':
      return isWeekend ? true : undefined
    case 'weekend':
      return isWeekend ? false : undefined
    case 'holiday':
    case 'substitute':
    case 'transferred_off':
      return isWeekend ? undefined : false
    default:
      throw new Error('A reason without a case.')
  }
}
