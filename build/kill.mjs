import { endWithNpm } from './setup/end-with-npm.mjs'
import { inProject } from './setup/paths.mjs'
import { ensureReady } from './setup/ready.mjs'
import { run } from './setup/run.mjs'
import { runEntry } from './setup/say.mjs'

await runEntry(async () => {
  endWithNpm()
  const node = await ensureReady()
  return await run(node, [inProject('test', 'e2e', 'kill', 'run-kills.ts'), ...process.argv.slice(2)], { saysOn: 'stdout' })
})
