import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay } from './ensure-electron.mjs'

/**
 * Opens the address in the person's browser, when there is a display. The address carries a token, and a process list shows every
 * program's arguments to everyone: so the browser is given a file only its owner can read, which leads on to the address.
 * @param {string} address
 * @returns {() => void} removes the file
 */
export function openInBrowser(address) {
  if (!hasDisplay() || process.env['BROWSER'] === 'none') return () => {}
  const folder = mkdtempSync(join(tmpdir(), 'qabyl-')) // mkdtemp: owner only
  const file = join(folder, 'open.html')
  writeFileSync(file, redirectPage(address), { mode: 0o600 })
  const { command, args } = opener(file)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.once('error', () => {}) // no opener here; the address has been printed
  child.unref()
  return () => rmSync(folder, { recursive: true, force: true })
}

/** @param {string} file */
function opener(file) {
  if (process.platform === 'darwin') return { command: 'open', args: [file] }
  // Not `start`, which is a word of the shell and would have to be quoted for it.
  if (process.platform === 'win32') return { command: 'explorer.exe', args: [file] }
  return { command: 'xdg-open', args: [file] }
}

/** @param {string} address */
export function redirectPage(address) {
  const escaped = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<!doctype html><meta charset="utf-8"><title>Qabyl</title><meta http-equiv="refresh" content="0; url=${escaped}">\n`
}
