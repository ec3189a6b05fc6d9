import { execFileSync } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A seed below 2^26 that no earlier state of the product's sources had: every committed change plays schedules nobody has played, and the
 * same state the same ones, so that a red run is red again. By chance where there are changes that are not committed, or no git.
 */
export function freshSeed(): number {
  try {
    const trees = git('rev-parse', 'HEAD:electron', 'HEAD:shared')
    if (git('status', '--porcelain', '--', 'electron', 'shared') === '') {
      return createHash('sha256').update(trees).digest().readUInt32BE() % 2 ** 26
    }
  } catch {
    // An unpacked archive.
  }
  return randomInt(2 ** 26)
}

function git(...args: readonly string[]): string {
  return execFileSync('git', [...args], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}
