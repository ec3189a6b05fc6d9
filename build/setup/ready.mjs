import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { ensureNode24 } from './ensure-node24.mjs'

/**
 * All set-up a fresh clone needs before the product can run.
 * @returns {Promise<string>} path of the Node to run it on
 */
export async function ensureReady() {
  await ensureInstalled()
  const node = ensureNode24()
  await ensureBuilt()
  return node
}
