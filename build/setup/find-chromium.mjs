import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { withSetupLock } from './lock.mjs'
import { run } from './run.mjs'
import { SetupError, say } from './say.mjs'

/** Names a browser the tests may use, instead of the one found. */
const CHOSEN = 'QABYL_CHROMIUM'

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const MAC_APPLICATIONS = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const WINDOWS_PATHS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
]

/**
 * Path of a Chrome, Edge or Chromium on this machine; `undefined` when there is none.
 * @returns {string | undefined}
 */
export function findChromium() {
  return candidates().find((path) => existsSync(path))
}

/**
 * Like {@link findChromium}, but on Debian as root it installs one first, and everywhere else it fails with what to install.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const chosen = process.env[CHOSEN]
  if (chosen !== undefined && !existsSync(chosen)) {
    throw new SetupError(`${CHOSEN} names ${chosen}, where there is no browser. Correct it or leave it out.`)
  }
  const found = findChromium()
  if (found !== undefined) return found
  if (canInstall()) await withSetupLock(installOnDebian)
  const installed = findChromium()
  if (installed !== undefined) return installed
  throw new SetupError(`the tests need a browser and found none. ${advice()} Then run the same command again.`)
}

function candidates() {
  const chosen = process.env[CHOSEN]
  if (chosen !== undefined) return [chosen]
  if (process.platform === 'darwin') {
    return MAC_APPLICATIONS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
    return roots.flatMap((root) => (root === undefined ? [] : WINDOWS_PATHS.map((path) => join(root, path))))
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Ubuntu's `chromium` package only asks for a snap, so it has to be Debian itself. */
function canInstall() {
  const release = '/etc/os-release'
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  )
}

/** @param {import('./lock.mjs').SetupLock} lock */
async function installOnDebian(lock) {
  if (findChromium() !== undefined) return
  say('installing Chromium for the tests (once; about half a minute) …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const quietly = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0']
  for (const args of [
    [...quietly, 'update'],
    [...quietly, 'install', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    const exitCode = await run('apt-get', args, { env, lock })
    if (exitCode !== 0)
      throw new SetupError(`Chromium could not be installed: "apt-get ${args.join(' ')}" ended with code ${exitCode}.`)
  }
}

function advice() {
  if (process.platform === 'darwin') return 'Install Google Chrome into /Applications.'
  if (process.platform === 'win32') return 'Install Google Chrome, or repair Microsoft Edge.'
  return `Install Chromium ("sudo apt-get install chromium") or Google Chrome, or name its program in ${CHOSEN}.`
}
