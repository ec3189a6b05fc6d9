import { biome, layers, lint, paths, types, unused } from './setup/checks.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { ensureNode24 } from './setup/ensure-node24.mjs'
import { runEntry, say } from './setup/say.mjs'

/** Every static check by name, quickest first. Each answers whether it found nothing. */
const CHECKS = { paths, biome, lint, layers, unused, types }

await runEntry(async () => {
  const names = process.argv.slice(2)
  const unknown = names.find((name) => !(name in CHECKS))
  if (unknown !== undefined) {
    say(`there is no check called "${unknown}". There are: ${Object.keys(CHECKS).join(', ')}.`)
    return 2
  }
  await ensureInstalled()
  const node = ensureNode24()
  const broken = []
  for (const [name, check] of Object.entries(CHECKS)) {
    if (names.length > 0 && !names.includes(name)) continue
    const startedAt = performance.now()
    const isClean = await check(node)
    say(`${name}: ${isClean ? 'clean' : 'NOT clean, see above'} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
    if (!isClean) broken.push(name)
  }
  return broken.length === 0 ? 0 : 1
})
