import { endWithNpm } from './setup/end-with-npm.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { ensureNode24 } from './setup/ensure-node24.mjs'
import { ensureChromium } from './setup/find-chromium.mjs'
import { inProject } from './setup/paths.mjs'
import { run } from './setup/run.mjs'
import { runEntry } from './setup/say.mjs'

await runEntry(async () => {
  endWithNpm()
  await ensureInstalled()
  const node = ensureNode24()
  const asked = process.argv.slice(2)
  const env = asked.includes('--photograph') ? { QABYL_CHROMIUM: await ensureChromium() } : {}
  return await run(node, [inProject('test', 'e2e', 'gallery', 'run-gallery.ts'), ...asked], { env, saysOn: 'stdout' })
})
