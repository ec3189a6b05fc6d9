const LOOK_EVERY_MS = 250

/**
 * Stops this process, as if it had been asked to, when the npm that runs it is gone. npm hands SIGTERM on, but nobody hands on a
 * `kill -9`, and a desk that lives on would keep the folder locked.
 */
export function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return
  const npm = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === npm) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  watch.unref()
}
