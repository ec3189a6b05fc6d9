import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { endWithNpm } from './setup/end-with-npm.mjs'
import { ensureElectron } from './setup/ensure-electron.mjs'
import { projectRoot } from './setup/paths.mjs'
import { ensureReady } from './setup/ready.mjs'
import { runEntry, say } from './setup/say.mjs'
import { serveInBrowser } from './setup/serve-in-browser.mjs'
import { stopWithUs } from './setup/stop-with-us.mjs'

const USAGE = `Usage: npm start [-- options]

Starts the front desk: in a window of its own, or in the browser where Electron is not at hand.

  --training    sample guests and a simulated service, in a folder of its own
  --data DIR    data folder instead of the usual one
  --port N      port of the browser host (default: 4680, or a free one when that is taken)
  --help        this text
`

await runEntry(async () => {
  endWithNpm()
  const options = readOptions()
  if (options === undefined) {
    process.stderr.write(USAGE)
    return 2
  }
  if (options.help) {
    process.stdout.write(USAGE)
    return 0
  }
  const node = await ensureReady()
  const electron = await ensureElectron(node)
  const deskArguments = [
    ...(options.training ? ['--training'] : []),
    ...(options.data === undefined ? [] : ['--data', options.data]),
  ]
  if (electron.path !== undefined) return await openWindow(electron.path, deskArguments)
  say(`${electron.reason}, so the desk runs in the browser instead of a window of its own.`)
  return await serveInBrowser(node, deskArguments, options.port)
})

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        training: { type: 'boolean', default: false },
        data: { type: 'string' },
        port: { type: 'string', default: process.env['QABYL_PORT'] },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.port !== undefined && !/^\d{1,5}$/.test(values.port))
      throw new TypeError(`--port takes a number, not "${values.port}".`)
    return values
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

/**
 * @param {string} electron
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
function openWindow(electron, args) {
  const child = spawn(electron, [projectRoot, ...args], { cwd: projectRoot, stdio: 'inherit' })
  return stopWithUs(child)
}
