import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { openInBrowser } from './open-in-browser.mjs'
import { inProject } from './paths.mjs'
import { say } from './say.mjs'
import { stopWithUs } from './stop-with-us.mjs'

/** The same address every day, so that a bookmark and an installed page keep working. */
const USUAL_PORT = 4680

/**
 * Runs the desk behind its browser host until it or we are stopped; opens a browser and prints the address when it is ready.
 * @param {string} node
 * @param {readonly string[]} deskArguments
 * @param {string | undefined} port the usual one when left out
 * @returns {Promise<number>} exit code
 */
export async function serveInBrowser(node, deskArguments, port) {
  const child = spawn(
    node,
    [
      '--import',
      new URL('./exit-with-parent.mjs', import.meta.url).href,
      inProject('out', 'desk', 'cli.js'),
      'serve',
      '--json',
      '--port',
      port ?? String(await usualPortOrAnyFree()),
      ...deskArguments,
    ],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  )
  let forget = () => {}
  const { stdout } = child
  if (stdout === null) throw new Error('The desk was started without a pipe to hear it by')
  createInterface({ input: stdout }).on('line', (line) => {
    const address = addressIn(line)
    if (address === undefined) return say(line)
    process.stdout.write(`Qabyl is running at ${address}\nPress Ctrl+C to stop it.\n`)
    forget = openInBrowser(address)
  })
  const exitCode = await stopWithUs(child)
  forget()
  return exitCode
}

/** @returns {Promise<number>} 0, which means any free one, when something else listens on the usual port */
function usualPortOrAnyFree() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(USUAL_PORT, '127.0.0.1', () => probe.close(() => resolve(USUAL_PORT)))
  })
}

/**
 * The address in the host's ready line, `{"url": …}`; `undefined` for any other line.
 * @param {string} line
 * @returns {string | undefined}
 */
export function addressIn(line) {
  try {
    const { url } = JSON.parse(line)
    return typeof url === 'string' ? url : undefined
  } catch {
    return undefined
  }
}
