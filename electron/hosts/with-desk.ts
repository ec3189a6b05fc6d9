import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import { createDeskProcess, type DeskProcess, type DeskProcessOptions } from '#electron/desk/desk-process.ts'
import { createLogger } from '#electron/desk/logging.ts'
import { FILES } from '#electron/store/folder.ts'
import { createDeskClient, type DeskClient } from '#shared/contract/transport/desk-client.ts'
import { isDeskGone } from '#shared/contract/transport/desk-gone.ts'
import { createHttpLink } from '#shared/contract/transport/http-link.ts'
import { APP_VERSION } from './app-version.ts'
import { type Invocation, instantOf, Refusal, textOf, UsageError } from './command.ts'
import { type RunningDesk, readDeskFile } from './desk-file.ts'

const WORKPLACE = 'command-line'

export interface WithDeskOptions {
  /** The command makes the folder; others refuse one that was never set up instead of leaving an empty register behind. */
  readonly mayCreate?: boolean
}

/**
 * Does `work` with the desk of the data folder: the one that runs on it, over HTTP, or one opened for this command alone. Nothing goes out
 * by itself meanwhile.
 */
export async function withDesk<T>(
  invocation: Invocation,
  work: (client: DeskClient) => Promise<T>,
  options: WithDeskOptions = {},
): Promise<T> {
  refuseUnreadableFlags(invocation)
  const running = await readDeskFile(invocation.directory)
  const remote = running === undefined ? undefined : await reach(running, invocation)
  if (remote !== undefined) return work(remote)
  if (options.mayCreate !== true && !existsSync(join(invocation.directory, FILES.register))) {
    throw new Refusal('NOT_SET_UP', `There is no register in ${invocation.directory}. Make one with "qabyl init".`, {
      directory: invocation.directory,
    })
  }
  const desk = createDeskProcess(deskOptions(invocation))
  const started = await desk.start({ isSending: false })
  if (!started.ok) throw new Refusal(started.error.code.toUpperCase(), started.error.message)
  try {
    refuseTrouble(desk)
    return await work(createRouterClient(desk.router, { context: () => desk.contextFor(WORKPLACE, 'cli') }))
  } finally {
    await desk.stop()
  }
}

/** What `--data`, `--now` and `--channel-url` mean for the desk. */
export function deskOptions(invocation: Invocation): DeskProcessOptions {
  const { directory } = invocation
  const startAt = instantOf(invocation, 'now')
  const channelUrl = channelUrlOf(invocation)
  return {
    directory,
    appVersion: APP_VERSION,
    // What is refused is said once, in words; the log is for what the words leave out.
    logger: existsSync(directory)
      ? createLogger({ directory, level: 'error', toStderr: false })
      : createLogger({ directory: null, level: 'error' }),
    ...(startAt === undefined ? {} : { startAt }),
    ...(channelUrl === undefined ? {} : { channelUrl }),
  }
}

/** A folder that does not open: which one, and what to do. */
export function refuseTrouble(desk: DeskProcess): void {
  const trouble = desk.trouble()
  if (trouble !== null) {
    throw new Refusal(trouble.code.toUpperCase(), trouble.message, { directory: trouble.directory })
  }
}

/** The desk that says it runs here; `undefined` when nobody answers there any more. */
async function reach(running: RunningDesk, invocation: Invocation): Promise<DeskClient | undefined> {
  const link = createHttpLink({ origin: running.origin, workplace: WORKPLACE, bearerToken: running.token, fetch })
  const client = createDeskClient(link)
  const status = await client.desk.status().catch((error: unknown) => {
    // The file is left from a desk that was killed, and its process number or port belongs to somebody else now.
    if (isDeskGone(error) || (error instanceof ORPCError && error.status < 500)) return undefined
    throw error
  })
  if (status === undefined) return undefined
  if (status.environment === 'training' && !running.isTraining) {
    throw new Refusal(
      'IN_TRAINING',
      'The desk on this folder is in training just now. Leave training first; nothing was changed.',
    )
  }
  if (textOf(invocation, 'now') !== undefined) {
    throw new Refusal('DESK_RUNS', '--now is for a folder that no desk runs on: the running desk has its own clock.')
  }
  const url = channelUrlOf(invocation)
  if (url !== undefined) await client.setup.setChannelAddress({ url })
  return client
}

/** Mistyped is said before anything about the folder. */
function refuseUnreadableFlags(invocation: Invocation): void {
  channelUrlOf(invocation)
  instantOf(invocation, 'now')
}

function channelUrlOf(invocation: Invocation): string | undefined {
  const text = textOf(invocation, 'channel-url')
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new UsageError('--channel-url is an address that begins with http:// or https://.')
  }
  return text
}
