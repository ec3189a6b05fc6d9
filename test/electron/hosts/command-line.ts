import type { CommandIo, ExitCode } from '#electron/hosts/command.ts'
import { runCli } from '#electron/hosts/run-cli.ts'

export interface Run {
  readonly exit: ExitCode
  readonly out: string
  readonly err: string
  /** Each line of stdout as JSON. */
  readonly documents: readonly unknown[]
}

export interface RunOptions {
  readonly input?: string
  /** Asks the command to end once it has printed a line. */
  readonly stopOnOutput?: (line: string) => Promise<void>
}

/** Runs a command line in this process, with its own stdin, stdout and stderr. */
export async function run(typed: readonly string[], options: RunOptions = {}): Promise<Run> {
  let out = ''
  let err = ''
  const stop = Promise.withResolvers<void>()
  const io: CommandIo = {
    stdin: (async function* () {
      yield Buffer.from(options.input ?? '')
    })(),
    writeOut(text) {
      out += text
      options.stopOnOutput?.(text).then(stop.resolve, stop.reject)
    },
    writeErr(text) {
      err += text
    },
    environment: {},
    rendererDirectory: import.meta.dirname,
    untilStopped: () => stop.promise,
  }
  const exit = await runCli(typed, io)
  return {
    exit,
    out,
    err,
    get documents() {
      return out
        .split('\n')
        .filter((line) => line !== '')
        .map((line): unknown => JSON.parse(line))
    },
  }
}
