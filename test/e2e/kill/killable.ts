import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { BUILT_CLI, PROJECT_ROOT } from '../../support/project.ts'

/** A command of the built product that may be killed at any moment, also before it is ready. */
export interface Killable {
  /** Its first line of JSON; `undefined` when it ended before. */
  readonly ready: Promise<unknown>
  kill(): Promise<void>
  stop(): Promise<void>
}

export function startKillable(args: readonly string[]): Killable {
  const child = spawn(process.execPath, [BUILT_CLI, ...args, '--json'], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  return {
    ready: Promise.race([firstLine(child), ended.then(() => undefined)]),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function firstLine(child: ChildProcess): Promise<unknown> {
  if (child.stdout === null) throw new Error('Started without a pipe for its answer')
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return JSON.parse(line)
}
