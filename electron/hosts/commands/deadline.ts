import { readLines } from '#electron/hosts/read-lines.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import type { Deadline } from '#shared/regulation/deadline-types.ts'
import { isTimeZone } from '#shared/regulation/local-time.ts'
import { parseArrival } from '#shared/regulation/parse-arrival.ts'
import { type Command, type Invocation, isSet, Refusal, textOf, UsageError } from '../command.ts'
import { explanationText } from '../explanation-text.ts'

/** Needs no data folder: the law and the built-in calendars are enough. */
export const deadline: Command = {
  summary: 'by when the service must be told about an arrival, and why',
  flags: {
    arrival: { type: 'string', value: 'WHEN', help: '2026-03-20, 2026-03-20T00:10 (hotel time) or 2026-03-19T19:10:00Z' },
    stdin: { type: 'boolean', help: 'one arrival per line on stdin, one answer per line on stdout' },
    zone: { type: 'string', value: 'ZONE', help: 'zone of the hotel (Asia/Almaty)' },
  },
  async run(invocation) {
    const zone = textOf(invocation, 'zone') ?? 'Asia/Almaty'
    if (!isTimeZone(zone)) throw new UsageError('--zone is not a zone this machine knows; write Asia/Almaty.')
    const arrival = textOf(invocation, 'arrival')
    if (isSet(invocation, 'stdin') === (arrival !== undefined)) throw new UsageError('Give either --arrival WHEN or --stdin.')
    const calendar = workingCalendar(BUILT_IN_YEARS)
    const answer = (text: string) => {
      const day = parseArrival(text, zone)
      if (!day.ok) throw new Refusal('BAD_INPUT', day.error.message, { issues: [day.error] })
      return arrivalDeadline(day.value, calendar)
    }
    if (arrival !== undefined) {
      print(invocation, answer(arrival))
      return 0
    }
    let line = 0
    let hasFailed = false
    for await (const text of readLines(invocation.io.stdin)) {
      line++
      try {
        print(invocation, answer(text))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        hasFailed = true
        invocation.print({ error: { code: error.code, message: error.message }, line }, `line ${line}: ${error.message}`)
      }
    }
    return hasFailed ? 1 : 0
  },
}

function print(invocation: Invocation, { arrival, strictDue, latestDue, explanation, calendar, rule }: Deadline): void {
  const { version, forecast } = calendar
  invocation.print(
    { arrival, strictDue, latestDue, explanation, calendar: { version, forecast }, rule },
    `arrival ${arrival}: due ${strictDue}, last arguable day ${latestDue}${forecast ? ' (forecast calendar)' : ''}\n  ${explanationText(explanation)}`,
  )
}
