import { app } from 'electron'

/** Longer than the longest flight: the row of a notice on its way is saved before the desk ends. */
const DESK_GRACE_MS = 30_000

/** Lets the desk finish and close its register before the program ends. */
export function quitCleanly(desk: { stop(graceMs: number): Promise<void> }): void {
  let isStopped = false
  app.on('before-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    void desk.stop(DESK_GRACE_MS).finally(() => {
      isStopped = true
      app.quit()
    })
  })
  app.on('window-all-closed', () => app.quit())
}
