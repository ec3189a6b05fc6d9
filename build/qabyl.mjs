import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { endWithNpm } from './setup/end-with-npm.mjs'
import { inProject } from './setup/paths.mjs'
import { ensureReady } from './setup/ready.mjs'
import { runEntry } from './setup/say.mjs'
import { stopWithUs } from './setup/stop-with-us.mjs'

const COMMAND_LINE = inProject('out', 'desk', 'cli.js')

await runEntry(async () => {
  endWithNpm()
  const node = await ensureReady()
  if (node === process.execPath) {
    // Sets the exit code itself, and hears signals without anyone between.
    await import(pathToFileURL(COMMAND_LINE).href)
    return undefined
  }
  const exitWithParent = new URL('./setup/exit-with-parent.mjs', import.meta.url).href
  const child = spawn(node, ['--import', exitWithParent, COMMAND_LINE, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  return await stopWithUs(child)
})
