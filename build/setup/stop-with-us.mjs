const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Hands our own end on to a child, and waits for the child's. A child that was asked to stop and did counts as success.
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => void} [onStop] when we were asked to stop
 * @returns {Promise<number>} exit code
 */
export function stopWithUs(child, onStop = () => {}) {
  return new Promise((resolve) => {
    let isStopping = false
    const stop = () => {
      // A terminal sends Ctrl+C to the child as well; asking twice would look like impatience.
      if (isStopping) return
      isStopping = true
      onStop()
      child.kill('SIGTERM')
    }
    /** @param {number} exitCode */
    const end = (exitCode) => {
      for (const signal of SIGNALS) process.off(signal, stop)
      resolve(exitCode)
    }
    for (const signal of SIGNALS) process.on(signal, stop)
    child.once('error', () => end(127))
    child.once('exit', (code) => end(code ?? (isStopping ? 0 : 1)))
  })
}
