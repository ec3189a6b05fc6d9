import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { NO_CALENDAR } from '#shared/regulation/calendar/working-calendar.ts'
import { type Command, choiceOf, Refusal, textOf, textsOf, UsageError } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'
import { yearOf } from './year-argument.ts'

const MOST_YEARS = 20

export const exportYears: Command = {
  summary: 'the years in force as a file: to import elsewhere, or for any calendar program',
  flags: {
    year: { type: 'string', multiple: true, value: 'YEAR', help: 'only this year (otherwise every year with data)' },
    format: { type: 'string', value: 'FORMAT', help: 'json (for import, the default) or ics (for calendar programs)' },
    out: { type: 'string', value: 'FILE', help: 'where to write it (otherwise stdout)' },
  },
  async run(invocation) {
    const format = choiceOf(invocation, 'format', ['json', 'ics']) ?? 'json'
    const typed = textsOf(invocation, 'year').map((text) => yearOf(text, '--year'))
    if (typed.length > MOST_YEARS) throw new UsageError(`--year may be given at most ${MOST_YEARS} times.`)
    const { file, text } = await withDesk(invocation, async (client) => {
      const years = typed.length > 0 ? typed : yearsWithData(await client.calendar.years())
      const made = await client.calendar.exportFile({ years, format })
      return { file: made, text: new TextDecoder().decode(await made.content.arrayBuffer()) }
    })
    const out = textOf(invocation, 'out')
    if (out === undefined) {
      invocation.print({ fileName: file.fileName, mediaType: file.mediaType, content: text }, text.trimEnd())
      return 0
    }
    const path = resolve(out)
    await write(path, text)
    invocation.print({ file: path, mediaType: file.mediaType, bytes: Buffer.byteLength(text) }, `written to ${path}`)
    return 0
  },
}

function yearsWithData(years: readonly { readonly year: number; readonly version: string }[]): number[] {
  const found = years.filter(({ version }) => version !== NO_CALENDAR).map(({ year }) => year)
  if (found.length === 0) throw new Refusal('NO_CALENDAR', 'No year has a calendar here: Monday to Friday counts everywhere.')
  return found.slice(-MOST_YEARS)
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Refusal('FILE_NOT_WRITTEN', `${path} cannot be written (${code}). Check the folder and its rights.`, {
      file: path,
    })
  }
}
