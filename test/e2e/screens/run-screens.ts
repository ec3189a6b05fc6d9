import { parseArgs } from 'node:util'
import { contactSheet } from './contact-sheet.ts'
import { photographScreens, VIEWS } from './photograph.ts'

const USAGE = `npm run screens -- [--only TEXT]

Photographs every screen of the built desk at 1366×768 in three languages, light and dark, and puts them on one contact sheet.
--only TEXT   screens whose name holds the text
Exit code 0 = all were taken, 1 = one would not stand, 2 = not understood.
`

process.exitCode = await main()

async function main(): Promise<number> {
  const only = readOnly()
  if (only === undefined) return 2
  const taken = await photographScreens(VIEWS, only)
  if (taken.length === 0) {
    process.stderr.write(`No screen's name holds "${only}".\n`)
    return 2
  }
  const sheet = await contactSheet(taken, VIEWS)
  process.stdout.write(`${taken.length / VIEWS.length} screens, ${taken.length} photographs, one sheet: ${sheet}\n`)
  return 0
}

function readOnly(): string | undefined {
  try {
    return parseArgs({ options: { only: { type: 'string', default: '' } } }).values.only
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    return undefined
  }
}
