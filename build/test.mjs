import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { layers } from './setup/checks.mjs'
import { endWithNpm } from './setup/end-with-npm.mjs'
import { ensureChromium } from './setup/find-chromium.mjs'
import { inProject } from './setup/paths.mjs'
import { ensureReady } from './setup/ready.mjs'
import { run } from './setup/run.mjs'
import { runEntry, say } from './setup/say.mjs'
import { typeCheck } from './setup/type-check.mjs'
import { closingLine, countsOf, sumOf } from './setup/vitest-counts.mjs'

/** @typedef {import('./setup/vitest-counts.mjs').Counts} Counts */

const REPORTS = inProject('out', 'test-results')

await runEntry(async () => {
  endWithNpm()
  const filters = readFilters()
  const node = await ensureReady()
  const chromium = await ensureChromium()
  const suites = [
    { name: 'types', run: () => typeCheck(node) },
    { name: 'layers', run: async () => asCounts(await layers(node)) },
    { name: 'unit', run: () => runVitest(node, chromium, 'unit', filters) },
    { name: 'e2e', run: () => runVitest(node, chromium, 'e2e', filters) },
  ]
  /** @type {string[]} */
  const lines = []
  /** @type {Counts[]} */
  const counts = []
  for (const suite of suites) {
    const startedAt = performance.now()
    const result = await suite.run()
    const minutes = (performance.now() - startedAt) / 60_000
    counts.push(result)
    lines.push(`${suite.name.padEnd(7)}${minutes.toFixed(1).padStart(5)} min   ${closingLine(result)}`)
  }
  const total = sumOf(counts)
  const tests = sumOf(counts.slice(2))
  const hasRunTests = tests.passed + tests.failed > 0
  if (!hasRunTests) say(`no test file matches ${filters.join(' ')}.`)
  for (const name of total.skipped) lines.push(`not run: ${name}`)
  process.stdout.write(`\n${lines.join('\n')}\n\n${closingLine(total)}\n`)
  return total.failed === 0 && hasRunTests ? 0 : 1
})

/** Parts of file names, as vitest takes them: from the command line, else from the environment of a test that runs this. */
function readFilters() {
  const given = process.argv.slice(2)
  return given.length > 0 ? given : (process.env['QABYL_TEST_FILTER'] ?? '').split(' ').filter(Boolean)
}

/**
 * @param {boolean} isClean
 * @returns {Counts}
 */
function asCounts(isClean) {
  return { passed: isClean ? 1 : 0, failed: isClean ? 0 : 1, skipped: [] }
}

/**
 * @param {string} node
 * @param {string} chromium
 * @param {string} project of vitest.config.ts
 * @param {readonly string[]} filters
 * @returns {Promise<Counts>}
 */
async function runVitest(node, chromium, project, filters) {
  const reportFile = `${REPORTS}/${project}.json`
  mkdirSync(REPORTS, { recursive: true })
  rmSync(reportFile, { force: true })
  const args = [
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
  ]
  const exitCode = await run(node, args, { env: { QABYL_CHROMIUM: chromium }, saysOn: 'stdout' })
  return countsOf(existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined, exitCode)
}
