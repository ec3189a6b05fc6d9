import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { inProject } from './paths.mjs'

/**
 * @typedef {{ path: string, reason?: undefined } | { path?: undefined, reason: string }} ElectronOrReason
 * where Electron's program is, or why the window does not open, as the first half of a sentence
 */

/**
 * @typedef {object} ElectronPlace
 * @property {string} packageFolder of the `electron` package
 * @property {string} stateFolder where a failed try is remembered
 * @property {number} fetchLimitMs
 */

/** @type {ElectronPlace} */
const USUAL_PLACE = {
  packageFolder: inProject('node_modules', 'electron'),
  stateFolder: inProject('node_modules', '.qabyl'),
  fetchLimitMs: 5_000,
}
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Electron's program, if a window can open here at all.
 * @param {string} node path of Node 24
 * @returns {Promise<ElectronOrReason>}
 */
export async function ensureElectron(node) {
  if (!hasDisplay()) return { reason: 'There is no display here' }
  // Chromium's sandbox refuses root, and without it a page could do what root can.
  if (process.platform === 'linux' && process.getuid?.() === 0) return { reason: 'Electron does not run as root' }
  return await fetchedElectron(node, USUAL_PLACE)
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * Electron's program, fetched when that takes no longer than the limit. A fetch that failed is not tried again for a day.
 * @param {string} node
 * @param {ElectronPlace} place
 * @returns {Promise<ElectronOrReason>}
 */
export async function fetchedElectron(node, place) {
  const present = installedElectron(place)
  if (present !== undefined) return { path: present }
  const failedStamp = `${place.stateFolder}/electron-failed`
  if (existsSync(failedStamp) && Date.now() - statSync(failedStamp).mtimeMs < DAY_MS) {
    return { reason: 'Electron could not be fetched earlier today' }
  }
  await fetchElectron(node, place)
  const fetched = installedElectron(place)
  if (fetched !== undefined) return { path: fetched }
  writeFileSync(failedStamp, '')
  return { reason: `Electron could not be fetched within ${place.fetchLimitMs / 1000} seconds` }
}

/**
 * Electron's installer writes `path.txt` last, so its presence says that everything before it is whole.
 * @param {ElectronPlace} place
 */
function installedElectron({ packageFolder }) {
  const programName = `${packageFolder}/path.txt`
  if (!existsSync(programName)) return undefined
  const program = `${packageFolder}/dist/${readFileSync(programName, 'utf8')}`
  return existsSync(program) ? program : undefined
}

/**
 * Electron's own installer, cut off at the limit; whatever it leaves behind then is removed.
 * @param {string} node
 * @param {ElectronPlace} place
 */
async function fetchElectron(node, place) {
  const { packageFolder, stateFolder, fetchLimitMs } = place
  const downloadFolder = `${stateFolder}/electron-download`
  mkdirSync(downloadFolder, { recursive: true })
  const env = {
    ...process.env,
    TMPDIR: downloadFolder,
    TEMP: downloadFolder,
    TMP: downloadFolder,
    ELECTRON_GET_NO_PROGRESS: '1',
  }
  await new Promise((resolve) => {
    execFile(node, [`${packageFolder}/install.js`], { env, timeout: fetchLimitMs, killSignal: 'SIGKILL' }, resolve)
  })
  rmSync(downloadFolder, { recursive: true, force: true })
  if (installedElectron(place) !== undefined) return
  rmSync(`${packageFolder}/path.txt`, { force: true })
  rmSync(`${packageFolder}/dist`, { recursive: true, force: true })
}
