/**
 * Hands our own end on to a child, and waits for the child's. A child that was asked to stop and did counts as success.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} exit code
 */
export function stopWithUs(child) {
  return new Promise((resolve) => {
    let isStopping = false
    const stop = () => {
      // A terminal sends Ctrl+C to the child as well; asking twice would look like impatience.
      if (isStopping) return
      isStopping = true
      child.kill('SIGTERM')
    }
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop)
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? (isStopping ? 0 : 1)))
  })
}
