import type { z } from 'zod'
import { inputIssuesOf } from '#electron/desk/input-issues.ts'
import { checkInInputSchema } from '#shared/contract/schemas.ts'
import type { DeskClient } from '#shared/contract/transport/desk-client.ts'
import { checkInFromMrz, MRZ_FLAGS } from '../check-in-from-mrz.ts'
import { type Command, type ExitCode, type Invocation, isSet, Refusal, textOf, UsageError } from '../command.ts'
import { parseJson } from '../read-input.ts'
import { readLines, readText } from '../read-lines.ts'
import { describeError } from '../run-cli.ts'
import { withDesk } from '../with-desk.ts'

type CheckInInput = z.input<typeof checkInInputSchema>
type CheckedIn = Awaited<ReturnType<DeskClient['checkIn']['create']>>

export const checkIn: Command = {
  summary: 'records an arrival: JSON on stdin, or a machine-readable zone',
  flags: {
    stdin: { type: 'boolean', help: 'one check-in per line on stdin, one answer per line' },
    ...MRZ_FLAGS,
  },
  async run(invocation) {
    const mrz = textOf(invocation, 'mrz')
    const stray = mrz === undefined ? Object.keys(MRZ_FLAGS).find((flag) => textOf(invocation, flag) !== undefined) : undefined
    if (stray !== undefined) throw new UsageError(`--${stray} goes with --mrz.`)
    if (mrz !== undefined && isSet(invocation, 'stdin')) throw new UsageError('Give either --mrz TEXT or --stdin.')
    if (isSet(invocation, 'stdin')) return checkInLines(invocation)
    const text = mrz === undefined ? await readText(invocation.io.stdin) : ''
    const typed = mrz === undefined ? readCheckIn(parseJson(text, 'What stands on stdin')) : undefined
    const made = await withDesk(invocation, async (client) =>
      client.checkIn.create(typed ?? checkInFromMrz(invocation, mrz ?? '', await client.desk.status())),
    )
    print(invocation, made)
    return 0
  },
}

async function checkInLines(invocation: Invocation): Promise<ExitCode> {
  return withDesk(invocation, async (client) => {
    let line = 0
    let hasFailed = false
    for await (const text of readLines(invocation.io.stdin)) {
      line++
      try {
        print(invocation, await client.checkIn.create(readCheckIn(parseJson(text, `Line ${line}`))))
      } catch (error) {
        hasFailed = true
        const { code, message, data } = describeError(error)
        invocation.print({ error: { code, message, ...data }, line }, `line ${line}: ${message}`)
      }
    }
    return hasFailed ? 1 : 0
  })
}

/** Without a request id of the caller's one is made: then a repeat after a lost answer is a second check-in. */
function readCheckIn(content: unknown): CheckInInput {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Refusal('BAD_INPUT', 'A check-in is a JSON object with stay and guests; nothing was changed.', {
      issues: [{ path: '', code: 'wrong_format', message: 'expected an object' }],
    })
  }
  const parsed = checkInInputSchema.safeParse({ requestId: crypto.randomUUID(), ...content })
  if (parsed.success) return parsed.data
  throw new Refusal('BAD_INPUT', 'The check-in was not understood; nothing was changed.', {
    issues: inputIssuesOf(parsed.error.issues),
  })
}

function print(invocation: Invocation, made: CheckedIn): void {
  const lines = made.notices.map((notice) => {
    const missing = notice.missing.length === 0 ? '' : `, still missing: ${notice.missing.join(', ')}`
    return `${notice.state}, act by ${notice.actBy ?? '-'}${missing}  ${notice.id}`
  })
  invocation.print(made, lines.join('\n'))
}
