import { endWithNpm } from './setup/end-with-npm.mjs'
import { ensureChromium } from './setup/find-chromium.mjs'
import { inProject } from './setup/paths.mjs'
import { ensureReady } from './setup/ready.mjs'
import { run } from './setup/run.mjs'
import { runEntry } from './setup/say.mjs'

await runEntry(async () => {
  endWithNpm()
  const node = await ensureReady()
  const chromium = await ensureChromium()
  const args = [inProject('test', 'e2e', 'screens', 'run-screens.ts'), ...process.argv.slice(2)]
  return await run(node, args, { env: { QABYL_CHROMIUM: chromium }, saysOn: 'stdout' })
})
