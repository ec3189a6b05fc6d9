import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { inProject, projectRoot } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'
import { typeCheck } from './type-check.mjs'

/** @typedef {(node: string) => Promise<boolean>} Check whether it found nothing */

/** A layer check that looked at nothing is worse than none: the tool's default parser sees no TypeScript 7 at all. */
const FEWEST_MODULES = 60

/** @type {Check} */
export async function biome(node) {
  return (
    (await run(node, [inProject('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'])) ===
    0
  )
}

/** @type {Check} */
export async function lint(node) {
  return (await run(node, [inProject('node_modules', 'oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'])) === 0
}

/** @type {Check} */
export async function unused(node) {
  return (await run(node, [inProject('node_modules', 'knip', 'bin', 'knip.js')])) === 0
}

/** @type {Check} */
export async function types(node) {
  return (await typeCheck(node)).failed === 0
}

/** @type {Check} */
export async function layers(node) {
  const depcruise = inProject('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const args = [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'shared', 'electron', 'renderer']
  const { summary } = JSON.parse(execFileSync(node, args, { cwd: projectRoot, maxBuffer: 1e9, encoding: 'utf8' }))
  for (const { rule, from, to } of summary.violations) process.stderr.write(`${rule.name}: ${from} → ${to}\n`)
  const hasSeenEnough = summary.totalCruised >= FEWEST_MODULES
  if (!hasSeenEnough) say(`the layer check saw ${summary.totalCruised} modules; there must be at least ${FEWEST_MODULES}.`)
  return summary.error === 0 && hasSeenEnough
}

/** Folders of this very machine, and those that build machines have. Put together here so that this file does not name one. @type {Check} */
export async function paths() {
  const folders = [...['work', 'tmp', 'root'].map((name) => `/${name}/`), `${homedir()}/`]
  const machinePath = new RegExp(
    `(?<![\\w.\\]])(?:${folders.map((folder) => folder.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`,
  )
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' }).split('\0').filter(Boolean)
  let isClean = true
  for (const file of files) {
    if (!existsSync(inProject(file))) continue // deleted, and not committed yet
    const content = readFileSync(inProject(file), 'utf8')
    if (content.includes('\0')) continue // not a text
    for (const [index, line] of content.split('\n').entries()) {
      if (!machinePath.test(line)) continue
      process.stderr.write(`${file}:${index + 1}: names a path of one machine\n`)
      isClean = false
    }
  }
  return isClean
}
