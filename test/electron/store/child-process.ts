import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const SCRIPT = fileURLToPath(new URL('./desk-child.ts', import.meta.url))

export interface DeskChild {
  readonly process: ChildProcess
  /** The next JSON line it says; throws with its error output when it ends first. */
  next(): Promise<unknown>
  /** kill -9, and waits until the system has taken the process away. */
  kill(): Promise<void>
}

/**
 * `fileSizeLimitBlocks` = largest file the process may write, in blocks of 1024 bytes (POSIX `ulimit -f`); `script` = another program than
 * the store's own, started with the same two words.
 */
export function startDeskChild(
  directory: string,
  task: string,
  options: { fileSizeLimitBlocks?: number; script?: URL } = {},
): DeskChild {
  const command = [process.execPath, options.script === undefined ? SCRIPT : fileURLToPath(options.script), directory, task]
  const limit = options.fileSizeLimitBlocks
  const child =
    limit === undefined
      ? spawn(process.execPath, command.slice(1), { stdio: ['pipe', 'pipe', 'pipe'] })
      : spawn('bash', ['-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...command], { stdio: ['pipe', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  return {
    process: child,
    kill,
    async next() {
      const line = await lines.next()
      if (line.done === true) throw new Error(`the child said nothing more: ${errors}`)
      return JSON.parse(line.value) as unknown
    },
  }
}
