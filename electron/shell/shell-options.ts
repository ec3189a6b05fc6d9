import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface ShellOptions {
  readonly directory: string
  readonly isTraining: boolean
}

/** Reads `--training` and `--data DIR` from what Electron was started with; Chromium's own switches stand among them. */
export function readShellOptions(typed: readonly string[], defaultDirectory: string): ShellOptions {
  const { values } = parseArgs({
    args: [...typed],
    options: { training: { type: 'boolean' }, data: { type: 'string' } },
    strict: false,
  })
  return {
    directory: typeof values.data === 'string' ? resolve(values.data) : defaultDirectory,
    isTraining: values.training === true,
  }
}
