import { spawn } from 'node:child_process'
import { BUILT_CLI, PROJECT_ROOT } from './project.ts'

export interface CliRun {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  /** Fed to stdin, which is then closed; without it stdin is empty. */
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** Kills the run, which then shows as `signal`. */
  readonly timeoutMs?: number
}

/** Runs the built command line under the Node the tests run on, to its end. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BUILT_CLI, ...args], {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...options.env },
      timeout: options.timeoutMs ?? 60_000,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk
    })
    child.once('error', reject)
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }))
    // A command that refuses at once closes stdin before it has read it.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
  })
}

/** A run with `--json` that must succeed: exactly one line on stdout, and that line is JSON. */
export async function runCliJson(args: readonly string[], options: CliOptions = {}): Promise<unknown> {
  const run = await runCli([...args, '--json'], options)
  if (run.exitCode !== 0) {
    throw new Error(`"${args.join(' ')}" ended with ${run.exitCode ?? run.signal}: ${run.stdout}${run.stderr}`)
  }
  if (!/^[^\n]+\n$/.test(run.stdout)) throw new Error(`"${args.join(' ')}" did not print exactly one line: ${run.stdout}`)
  const answer: unknown = JSON.parse(run.stdout)
  return answer
}
