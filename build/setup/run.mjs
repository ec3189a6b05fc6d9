import { spawn } from 'node:child_process'
import { projectRoot } from './paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {import('./lock.mjs').SetupLock} [lock] kept for the child too, should this process be killed before it
 * @property {boolean} [throughShell] for `npm.cmd` and its kind, which Windows starts no other way
 */

/**
 * Runs a tool in the project's folder, what it says going to stderr. Answers its exit code; 127 when it could not be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, lock, throughShell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', 2, 2],
      shell: throughShell,
    })
    if (child.pid !== undefined) lock?.coverChild(child.pid)
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
