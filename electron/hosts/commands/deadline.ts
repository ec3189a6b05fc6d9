import { readLines } from '#electron/hosts/read-lines.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import type { AlarmReading, Deadline } from '#shared/regulation/deadline-types.ts'
import { isTimeZone, localDateOf } from '#shared/regulation/local-time.ts'
import { type Answer, type AskedLaw, lawOfDesk, lawOfProgram } from '../asked-law.ts'
import { guestOfFlags, readAskedStay, STAY_FLAGS } from '../asked-stay.ts'
import {
  type Command,
  choiceOf,
  type ExitCode,
  type Invocation,
  instantOf,
  isFolderNamed,
  isSet,
  Refusal,
  textOf,
  UsageError,
} from '../command.ts'
import { parseJson } from '../read-input.ts'

const READINGS = ['strict', 'latest'] as const satisfies readonly AlarmReading[]

/** Needs no data folder: the law and the built-in calendars are enough. With `--data` the calendars in force there count. */
export const deadline: Command = {
  summary: 'by when the service must be told about an arrival, and why; with a citizenship every other clock of the stay too',
  flags: {
    arrival: { type: 'string', value: 'WHEN', help: '2026-03-20, 2026-03-20T00:10 (hotel time) or 2026-03-19T19:10:00Z' },
    stdin: {
      type: 'boolean',
      help: 'one arrival per line on stdin, or one JSON with arrival, citizenship, borderEntry …; one answer per line',
    },
    ...STAY_FLAGS,
    zone: { type: 'string', value: 'ZONE', help: 'zone of the hotel (that of --data, else Asia/Almaty)' },
    language: { type: 'string', value: 'LANGUAGE', help: `words of the answer: ${LANGUAGES.join(', ')} (en)` },
    reading: { type: 'string', value: 'READING', help: `which date is the due one: ${READINGS.join(', ')} (that of --data)` },
  },
  async run(invocation) {
    const zone = textOf(invocation, 'zone')
    if (zone !== undefined && !isTimeZone(zone))
      throw new UsageError('--zone is not a zone this machine knows; write Asia/Almaty.')
    const arrival = textOf(invocation, 'arrival')
    if (isSet(invocation, 'stdin') === (arrival !== undefined)) throw new UsageError('Give either --arrival WHEN or --stdin.')
    const asked: Asked = { arrival, guest: guestOfFlags(invocation), print: await printerOf(invocation) }
    const now = instantOf(invocation, 'now')
    if (!isFolderNamed(invocation)) {
      const here = zone ?? 'Asia/Almaty'
      const today = localDateOf(now === undefined ? Date.now() : Date.parse(now), here)
      return answerAll(invocation, asked, lawOfProgram(here, today))
    }
    // What is mistyped is said before a folder is opened; a zone matters only to instants.
    if (arrival !== undefined) readAskedStay({ ...asked.guest, arrival }, zone ?? 'Asia/Almaty')
    const { withDesk } = await import('../with-desk.ts')
    return withDesk(invocation, async (client) => answerAll(invocation, asked, await lawOfDesk(client, zone)))
  },
}

interface Asked {
  readonly arrival: string | undefined
  readonly guest: Readonly<Record<string, unknown>>
  readonly print: (arrival: CalendarDate, answer: Answer, law: AskedLaw) => void
}

async function answerAll(invocation: Invocation, asked: Asked, law: AskedLaw): Promise<ExitCode> {
  const answer = async (told: Readonly<Record<string, unknown>>) => {
    const stay = readAskedStay({ ...asked.guest, ...told }, law.zone)
    asked.print(stay.input.arrival, await law.answer(stay), law)
  }
  if (asked.arrival !== undefined) {
    await answer({ arrival: asked.arrival })
    return 0
  }
  let line = 0
  let hasFailed = false
  for await (const text of readLines(invocation.io.stdin)) {
    line++
    try {
      await answer(toldByLine(text))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      hasFailed = true
      const { code, message, data } = error
      invocation.print({ error: { code, message, ...data }, line }, `line ${line}: ${message}`)
    }
  }
  return hasFailed ? 1 : 0
}

/** An arrival, or a JSON object that tells more about the guest. */
function toldByLine(text: string): Readonly<Record<string, unknown>> {
  if (!text.trimStart().startsWith('{')) return { arrival: text }
  const json = parseJson(text, 'The line')
  return typeof json === 'object' && json !== null ? { ...json } : {}
}

/** Words are loaded for people only: a program that reads JSON does not wait for three catalogues. */
async function printerOf(invocation: Invocation): Promise<Asked['print']> {
  const chosen = choiceOf(invocation, 'reading', READINGS)
  const language = choiceOf(invocation, 'language', LANGUAGES) ?? 'en'
  if (invocation.isJson) return (arrival, answer) => invocation.print(documentOf(arrival, answer, chosen), '')
  const { deadlineText } = await import('../deadline-text.ts')
  return (_arrival, answer, law) => invocation.print(undefined, deadlineText(answer, chosen ?? law.alarmReading, language))
}

function documentOf(arrival: CalendarDate, { deadline: owed, clocks }: Answer, reading: AlarmReading | undefined) {
  return {
    arrival,
    ...(owed === null ? NOT_OWED : datesOf(owed)),
    ...(reading === undefined ? {} : { reading, due: owed === null ? null : owed[`${reading}Due`] }),
    ...(clocks ?? {}),
  }
}

function datesOf({ strictDue, latestDue, explanation, calendar: { version, forecast }, rule }: Deadline) {
  return { strictDue, latestDue, explanation, calendar: { version, forecast }, rule }
}

/** A citizen of Kazakhstan is nobody the service is told about. */
const NOT_OWED = { strictDue: null, latestDue: null, explanation: [], calendar: null, rule: null }
