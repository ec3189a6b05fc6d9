import { inputIssuesOf } from '#electron/desk/input-issues.ts'
import { requireSound } from '#electron/desk/set-up-property.ts'
import { sampleProperty } from '#electron/desk/training/sample-property.ts'
import { propertyInputSchema } from '#shared/contract/schemas.ts'
import { type Command, type Invocation, isSet, Refusal, textOf, UsageError } from '../command.ts'
import { readJsonFile } from '../read-input.ts'
import { withDesk } from '../with-desk.ts'

export const init: Command = {
  summary: 'sets up the property of a data folder, or a training folder',
  flags: {
    property: { type: 'string', value: 'FILE', help: `JSON with ${Object.keys(propertyInputSchema.shape).join(', ')}` },
    training: { type: 'boolean', help: 'sample guests and a simulated service; needs no file' },
  },
  async run(invocation) {
    const file = textOf(invocation, 'property')
    if (isSet(invocation, 'training') === (file !== undefined))
      throw new UsageError('Give either --property FILE or --training.')
    return file === undefined ? initTraining(invocation) : initProperty(invocation, await readJsonFile(file))
  },
}

/** As many as the training that a click opens, and the same ones. */
const SAMPLE_GUESTS = { guests: 40, seed: 1 } as const

async function initTraining(invocation: Invocation): Promise<0> {
  const made = await withDesk(
    invocation,
    async (client) => {
      const created = await client.setup.createProperty(sampleProperty('ru'))
      await client.maintenance.seed(SAMPLE_GUESTS)
      return created
    },
    { mayCreate: true },
  )
  invocation.print(
    made,
    `Training at "${made.property.name}", with ${SAMPLE_GUESTS.guests} fictional guests, in ${invocation.directory}.`,
  )
  return 0
}

async function initProperty(invocation: Invocation, content: unknown): Promise<0> {
  const hasUrl = textOf(invocation, 'channel-url') !== undefined
  const input = readProperty(content, {
    channel: hasUrl ? 'migration-api' : 'assisted-portal',
    environment: textOf(invocation, 'now') === undefined ? 'production' : 'test',
  })
  if (hasUrl && input.channel !== 'migration-api') {
    throw new Refusal(
      'BAD_INPUT',
      `The property file names the channel ${input.channel}, which has no address; nothing was set up.`,
      {
        issues: [{ path: 'channel', code: 'not_taken', message: '--channel-url goes with migration-api' }],
      },
    )
  }
  // Before there is a folder: what is refused leaves nothing behind.
  requireSound(input)
  const made = await withDesk(invocation, (client) => client.setup.createProperty(input), { mayCreate: true })
  invocation.print(
    made,
    `"${made.property.name}" is set up in ${invocation.directory}.\n` +
      `Recovery code – print it and keep it away from this computer; it opens the register if the key is lost:\n${made.recoveryCode}`,
  )
  return 0
}

type PropertyInput = ReturnType<typeof propertyInputSchema.parse>

/** What the file leaves out is filled in; what it has too much of is refused by name, since a misspelt key would be lost in silence. */
function readProperty(content: unknown, otherwise: Pick<PropertyInput, 'channel' | 'environment'>): PropertyInput {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Refusal('BAD_INPUT', 'The property file is a JSON object; nothing was set up.', {
      issues: [{ path: '', code: 'wrong_format', message: 'expected an object' }],
    })
  }
  const parsed = propertyInputSchema.strict().safeParse({ ...otherwise, ...content })
  if (parsed.success) return parsed.data
  throw new Refusal('BAD_INPUT', 'The property file was not understood; nothing was set up.', {
    issues: inputIssuesOf(parsed.error.issues),
  })
}
