import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFailed } from 'vitest'
import { z } from 'zod'
import { BUILT_CLI, PROJECT_ROOT } from './project.ts'

const serveReadySchema = z.object({ url: z.url(), token: z.string(), apiToken: z.string() })
const simulatorReadySchema = z.object({ url: z.url() })

/** A command of the built product that goes on until it is stopped. */
export interface RunningCommand<Ready> {
  /** What it printed when it was ready. */
  readonly ready: Ready
  readonly pid: number
  /** Everything it has said on stderr so far. */
  log(): string
  /** SIGTERM; resolves with the exit code once it has ended. */
  stop(): Promise<number | null>
  /** SIGKILL: no goodbye, as in a power cut. */
  kill(): Promise<void>
}

export type RunningDesk = RunningCommand<z.infer<typeof serveReadySchema>>
export type RunningSimulator = RunningCommand<z.infer<typeof simulatorReadySchema>>

/** The desk behind its browser host, on any free port unless `args` name one. Its log is printed when the test fails. */
export function startServe(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<RunningDesk> {
  return startCommand('serve', args, env, serveReadySchema)
}

/** The simulated migration service, on any free port unless `args` name one. */
export function startSimulatorProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningSimulator> {
  return startCommand('simulator', args, env, simulatorReadySchema)
}

async function startCommand<Ready>(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  readySchema: z.ZodType<Ready>,
): Promise<RunningCommand<Ready>> {
  const port = args.includes('--port') ? [] : ['--port', '0']
  const child = spawn(process.execPath, [BUILT_CLI, command, ...port, ...args, '--json'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk
  })
  attachLogOnFailure(command, () => log)
  const line = await Promise.race([firstLine(child), ended.then(() => undefined)])
  if (line === undefined || child.pid === undefined) throw new Error(`"${command}" ended before it was ready: ${log}`)
  const ready = readySchema.parse(JSON.parse(line))
  return {
    ready,
    pid: child.pid,
    log: () => log,
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (child.stdout === null) throw new Error('Started without a pipe for its answer')
    createInterface({ input: child.stdout }).once('line', resolve)
  })
}

/** Works inside a test; a process that a `beforeAll` starts has nobody to attach its log to. */
function attachLogOnFailure(command: string, log: () => string): void {
  try {
    onTestFailed(() => {
      process.stderr.write(`\n── log of "${command}" ──\n${log()}──\n`)
    })
  } catch {
    // not inside a test
  }
}
