import { keyOfRecoveryCode } from '#electron/store/recovery-code.ts'
import { type Invocation, Refusal } from './command.ts'
import { readText } from './read-lines.ts'

/** The key of the recovery code on stdin; never on the command line, where other users of the PC see it. */
export async function readRecoveryCode(invocation: Invocation): Promise<Buffer> {
  const key = keyOfRecoveryCode(await readText(invocation.io.stdin))
  if (key.ok) return key.value
  throw new Refusal('BAD_INPUT', 'The recovery code was mistyped; nothing was changed. Compare it with the print.', {
    problem: key.error,
  })
}
