import { inProject } from './paths.mjs'
import { run } from './run.mjs'

/** One configuration per layer: what a layer may not use does not compile there. */
const LAYERS = ['shared', 'electron', 'electron/shell', 'renderer', 'test', 'build']

/**
 * @param {string} node
 * @returns {Promise<import('./vitest-counts.mjs').Counts>} layers that compile, and that do not
 */
export async function typeCheck(node) {
  let failed = 0
  for (const layer of LAYERS) {
    const exitCode = await run(node, [inProject('node_modules', 'typescript', 'bin', 'tsc'), '--pretty', '-p', layer])
    if (exitCode !== 0) failed += 1
  }
  return { passed: LAYERS.length - failed, failed, skipped: [] }
}
