import { endWithNpm } from './setup/end-with-npm.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { ensureNode24 } from './setup/ensure-node24.mjs'
import { inProject } from './setup/paths.mjs'
import { run } from './setup/run.mjs'
import { runEntry } from './setup/say.mjs'

await runEntry(async () => {
  endWithNpm()
  await ensureInstalled()
  const node = ensureNode24()
  const args = [inProject('test', 'simulation', 'planted', 'run-planted-bugs.ts'), ...process.argv.slice(2)]
  return await run(node, args, { saysOn: 'stdout' })
})
