import { spawn } from 'node:child_process'
import { inProject } from './setup/paths.mjs'
import { ensureReady } from './setup/ready.mjs'
import { runEntry } from './setup/say.mjs'
import { stopWithUs } from './setup/stop-with-us.mjs'

await runEntry(async () => {
  const node = await ensureReady()
  const cli = inProject('out', 'desk', 'cli.js')
  const exitWithParent = new URL('./setup/exit-with-parent.mjs', import.meta.url).href
  const child = spawn(node, ['--import', exitWithParent, cli, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  return await stopWithUs(child)
})
