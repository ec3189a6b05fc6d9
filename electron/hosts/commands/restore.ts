import { resolve } from 'node:path'
import { createLogger } from '#electron/desk/logging.ts'
import { systemPorts } from '#electron/desk/system-ports.ts'
import { readOrCreateKeyFile } from '#electron/store/keys.ts'
import { keyOfRecoveryCode } from '#electron/store/recovery-code.ts'
import { restore as restoreBackup } from '#electron/store/restore.ts'
import { type Command, isSet, Refusal } from '../command.ts'
import { readText } from '../read-lines.ts'

/** Works on a folder that no desk runs on: the register is changed under it. */
export const restore: Command = {
  summary: 'puts a backup in the place of the register; what was there is kept aside',
  positionals: ['FILE'],
  flags: {
    'recovery-code': {
      type: 'boolean',
      help: 'the backup was made under another key, whose recovery code stands on stdin (never on the command line, where others see it)',
    },
  },
  async run(invocation) {
    const [file = ''] = invocation.positionals
    const { directory } = invocation
    const ports = systemPorts()
    const backupKey = isSet(invocation, 'recovery-code') ? readCode(await readText(invocation.io.stdin)) : undefined
    const keys = readOrCreateKeyFile(directory, ports.randomBytes)
    if (!keys.ok) throw new Refusal(keys.error.code.toUpperCase(), keys.error.message, { directory })
    const restored = restoreBackup({
      directory,
      backupFile: resolve(file),
      key: keys.value.key,
      backupKey,
      ports,
      logger: createLogger({ directory, level: 'warn' }),
    })
    if (!restored.ok) throw new Refusal(restored.error.code.toUpperCase(), restored.error.message, { directory })
    const { rows, keptAside } = restored.value
    invocation.print(
      restored.value,
      `${rows} rows restored.${keptAside === null ? '' : ` The register from before lies in ${keptAside}.`}`,
    )
    return 0
  },
}

function readCode(text: string): Buffer {
  const key = keyOfRecoveryCode(text)
  if (!key.ok)
    throw new Refusal('BAD_INPUT', 'The recovery code was mistyped; nothing was changed. Compare it with the print.', {
      problem: key.error,
    })
  return key.value
}
