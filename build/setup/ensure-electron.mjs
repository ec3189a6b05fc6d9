import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { inProject } from './paths.mjs'

/**
 * @typedef {{ path: string, reason?: undefined } | { path?: undefined, reason: string }} ElectronOrReason
 * where Electron's program is, or why the window does not open, as the second half of a sentence
 */

const PACKAGE = inProject('node_modules', 'electron')
const UNPACKED = `${PACKAGE}/dist`
/** Electron writes it last, so its presence says that everything before it is whole. */
const PROGRAM_NAME = `${PACKAGE}/path.txt`
const DOWNLOAD_FOLDER = inProject('node_modules', '.qabyl', 'electron-download')
const FAILED_STAMP = inProject('node_modules', '.qabyl', 'electron-failed')

const FETCH_LIMIT_MS = 5_000
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Electron's program, fetched when that takes no longer than about five seconds. A fetch that failed is not tried again for a day.
 * @param {string} node path of Node 24
 * @returns {Promise<ElectronOrReason>}
 */
export async function ensureElectron(node) {
  if (process.platform === 'linux' && !hasDisplay()) return { reason: 'there is no display here' }
  if (process.platform === 'linux' && process.getuid?.() === 0) return { reason: 'Electron does not run as root' }
  const present = installedElectron()
  if (present !== undefined) return { path: present }
  if (hasFailedToday()) return { reason: 'Electron could not be fetched earlier today' }
  await fetchElectron(node)
  const fetched = installedElectron()
  if (fetched !== undefined) return { path: fetched }
  writeFileSync(FAILED_STAMP, '')
  return { reason: `Electron could not be fetched within ${FETCH_LIMIT_MS / 1000} seconds` }
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

function installedElectron() {
  if (!existsSync(PROGRAM_NAME)) return undefined
  const program = `${UNPACKED}/${readFileSync(PROGRAM_NAME, 'utf8')}`
  return existsSync(program) ? program : undefined
}

function hasFailedToday() {
  return existsSync(FAILED_STAMP) && Date.now() - statSync(FAILED_STAMP).mtimeMs < DAY_MS
}

/**
 * Electron's own installer, cut off at the limit; whatever it leaves behind then is removed.
 * @param {string} node
 */
async function fetchElectron(node) {
  mkdirSync(DOWNLOAD_FOLDER, { recursive: true })
  const temporary = { TMPDIR: DOWNLOAD_FOLDER, TEMP: DOWNLOAD_FOLDER, TMP: DOWNLOAD_FOLDER }
  const env = { ...process.env, ...temporary, ELECTRON_GET_NO_PROGRESS: '1' }
  await new Promise((resolve) => {
    execFile(node, [`${PACKAGE}/install.js`], { env, timeout: FETCH_LIMIT_MS, killSignal: 'SIGKILL' }, resolve)
  })
  rmSync(DOWNLOAD_FOLDER, { recursive: true, force: true })
  if (installedElectron() === undefined) {
    rmSync(PROGRAM_NAME, { force: true })
    rmSync(UNPACKED, { recursive: true, force: true })
  }
}
