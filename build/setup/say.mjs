/**
 * One plain sentence to the person at the terminal. Always on stderr: stdout belongs to the command's own answer.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`qabyl: ${sentence}\n`)
}

/** Something the person has to put right. The message says what happened and what to do; no stack is shown. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}

/**
 * Runs an entry script: a {@link SetupError} becomes its sentence and exit code 1, anything else keeps its stack.
 * @param {() => Promise<number | undefined>} main answers the exit code; `undefined` leaves the process to end by itself
 */
export async function runEntry(main) {
  try {
    const exitCode = await main()
    if (exitCode !== undefined) process.exitCode = exitCode
  } catch (error) {
    process.exitCode = 1
    if (!(error instanceof SetupError)) throw error
    say(error.message)
  }
}
