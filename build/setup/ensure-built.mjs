import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { ensureNode24 } from './ensure-node24.mjs'
import { withSetupLock } from './lock.mjs'
import { inProject } from './paths.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

const STAMP = inProject('out', 'built')
/** Everything the build reads. */
const SOURCES = ['shared', 'electron', 'renderer', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'vite.config.ts']

/** Builds `out/` unless it was made from exactly these sources. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await withSetupLock(async (lock) => {
    if (isBuilt()) return
    say('building (once after every change; a few seconds) …')
    rmSync(STAMP, { force: true })
    const fingerprint = sourcesFingerprint()
    const exitCode = await run(
      ensureNode24(),
      [inProject('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--app', '--logLevel', 'warn'],
      { lock },
    )
    if (exitCode !== 0) throw new SetupError('the build failed; what the builder says is above.')
    writeFileSync(STAMP, fingerprint)
  })
}

function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesFingerprint()
}

function sourcesFingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path from the project's folder
 */
function addTo(hash, path) {
  const full = inProject(path)
  if (!existsSync(full)) return
  if (!statSync(full).isDirectory()) {
    const content = readFileSync(full)
    hash.update(`${path}\0${content.length}\0`).update(content)
    return
  }
  for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`)
}
