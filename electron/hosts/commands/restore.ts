import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createLogger } from '#electron/desk/logging.ts'
import { systemPorts } from '#electron/desk/system-ports.ts'
import { readOrCreateKeyFile } from '#electron/store/keys.ts'
import { restore as restoreBackup } from '#electron/store/restore.ts'
import { type Command, isSet, Refusal } from '../command.ts'
import { readRecoveryCode } from '../read-recovery-code.ts'

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
    // Otherwise a mistyped path would leave a new folder with a key in it.
    if (!existsSync(directory) && !existsSync(resolve(file))) {
      throw new Refusal('BACKUP_MISSING', `Nothing was restored: there is no file ${file}. Check the path.`, { file })
    }
    const ports = systemPorts()
    const backupKey = isSet(invocation, 'recovery-code') ? await readRecoveryCode(invocation) : undefined
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
