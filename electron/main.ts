import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { defaultDataDirectory } from './hosts/data-directory.ts'
import { denyPermissions, lockNavigation } from './shell/guard-web-contents.ts'
import { openWindow } from './shell/open-window.ts'
import { quitCleanly } from './shell/quit-cleanly.ts'
import { registerAppScheme } from './shell/register-app-scheme.ts'
import { serveAppProtocol } from './shell/serve-app-protocol.ts'
import { readShellOptions } from './shell/shell-options.ts'
import { startDesk } from './shell/start-desk.ts'
import { tellFailure } from './shell/tell-failure.ts'
import { watchPower } from './shell/watch-power.ts'

const BUILT = join(import.meta.dirname, '..')

registerAppScheme()
app.enableSandbox()

// Two programs on one register would fight for it; the first shows itself instead.
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron becomes ready only when this module has been evaluated.
  run().catch((error: unknown) => {
    console.error('Qabyl could not start', error)
    app.exit(1)
  })
} else app.quit()

async function run(): Promise<void> {
  const options = readShellOptions(process.argv.slice(1), defaultDataDirectory(process.platform, process.env, homedir()))
  let window: BrowserWindow | undefined

  lockNavigation()
  await app.whenReady()
  denyPermissions()
  serveAppProtocol(join(BUILT, 'renderer'))
  const desk = startDesk({
    ...options,
    entry: join(BUILT, 'desk', 'desk-process.js'),
    onState: (state) => {
      if (state.kind === 'failed') void tellFailure(state, () => desk.retry())
    },
  })
  quitCleanly(desk)
  watchPower(desk)
  window = openWindow(desk, join(BUILT, 'preload', 'preload.cjs'))
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
}
