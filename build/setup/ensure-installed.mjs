import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { withSetupLock } from './lock.mjs'
import { inProject } from './paths.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

const LOCK_FILE = inProject('package-lock.json')
/** What npm writes last: the packages that are really in `node_modules`. */
const INSTALLED_LIST = inProject('node_modules', '.package-lock.json')
const STAMP = inProject('node_modules', '.qabyl', 'installed')

/** Makes `node_modules` what `package-lock.json` says, with `npm ci`, unless it is that already. */
export async function ensureInstalled() {
  if (isStamped()) return
  await withSetupLock(async (lock) => {
    if (isStamped()) return
    if (!isInstalledAsLocked()) await install(lock)
    mkdirSync(inProject('node_modules', '.qabyl'), { recursive: true })
    writeFileSync(STAMP, fingerprint())
  })
}

/** @param {import('./lock.mjs').SetupLock} lock */
async function install(lock) {
  say('installing packages (once; about half a minute on a good line) …')
  moveRunningNodeAside()
  const { command, args, throughShell } = npm()
  const exitCode = await run(
    command,
    // Said outright, because the environment of `npm run -s` or of a production shell would say otherwise.
    [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--progress=false', '--loglevel=error'],
    { lock, throughShell },
  )
  if (exitCode !== 0) {
    throw new SetupError(
      `the packages could not be installed (npm ended with code ${exitCode}; its words are above). ` +
        'Check the internet connection and that 2 GB of disk are free, then run the same command again.',
    )
  }
}

/** The npm that started us, on the Node that runs it; else the one on the PATH. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script !== undefined && basename(script) === 'npm-cli.js' && existsSync(script)) {
    return { command: node ?? process.execPath, args: [script], throughShell: false }
  }
  return { command: 'npm', args: [], throughShell: process.platform === 'win32' }
}

/** Windows deletes no program that runs, and `npm ci` begins by deleting `node_modules`; renaming it away is allowed. */
function moveRunningNodeAside() {
  if (process.platform !== 'win32' || !process.execPath.startsWith(inProject('node_modules').replaceAll('/', '\\'))) return
  renameSync(process.execPath, inProject('out', `node-${process.pid}.exe`))
}

function isStamped() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()
}

function fingerprint() {
  const lockHash = createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex')
  return `${lockHash} ${process.platform}-${process.arch}\n`
}

function isInstalledAsLocked() {
  if (!existsSync(INSTALLED_LIST)) return false
  return matchesLock(JSON.parse(readFileSync(LOCK_FILE, 'utf8')), JSON.parse(readFileSync(INSTALLED_LIST, 'utf8')))
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

/**
 * Whether what is installed is what the lock names: the same packages at the same versions with the same contents. An optional
 * package may be absent: it is for another platform.
 * @param {LockFile} locked
 * @param {LockFile} installed
 */
export function matchesLock(locked, installed) {
  const wanted = Object.entries(locked.packages).filter(([path]) => path !== '')
  const isEachPresent = wanted.every(([path, entry]) => {
    const present = installed.packages[path]
    if (present === undefined) return entry.optional === true || entry.devOptional === true
    return present.version === entry.version && present.integrity === entry.integrity && present.link === entry.link
  })
  return isEachPresent && Object.keys(installed.packages).every((path) => locked.packages[path] !== undefined)
}
