import { createLogger } from '#electron/desk/logging.ts'
import { systemPorts } from '#electron/desk/system-ports.ts'
import { recoverKey as putKeyBack } from '#electron/store/recover-key.ts'
import { type Command, Refusal } from '../command.ts'
import { readRecoveryCode } from '../read-recovery-code.ts'

/** Works on a folder that no desk runs on. */
export const recoverKey: Command = {
  summary: 'puts a lost key file back: the printed recovery code on stdin',
  flags: {},
  async run(invocation) {
    const { directory } = invocation
    const key = await readRecoveryCode(invocation)
    const logger = createLogger({ directory: null, level: 'warn' })
    const recovered = putKeyBack({ directory, key, ports: systemPorts(), logger })
    if (!recovered.ok) throw new Refusal(recovered.error.code.toUpperCase(), recovered.error.message, { directory })
    const { keptAside } = recovered.value
    invocation.print(
      recovered.value,
      `The register opens with this code; its key is back in ${directory}.${
        keptAside.length === 0 ? '' : ` What was there is kept as ${keptAside.join(', ')}.`
      }`,
    )
    return 0
  },
}
