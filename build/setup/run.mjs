import { spawn } from 'node:child_process'
import { projectRoot } from './paths.mjs'
import { SetupError } from './say.mjs'
import { stopWithUs } from './stop-with-us.mjs'

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {import('./lock.mjs').SetupLock} [lock] kept for the child too, should this process be killed before it
 * @property {boolean} [throughShell] for `npm.cmd` and its kind, which Windows starts no other way
 * @property {'stdout' | 'stderr'} [saysOn] where what the tool prints goes; stderr when left out
 */

/**
 * Runs a tool in the project's folder. Answers its exit code; 127 when it could not be started. When this process is asked to stop,
 * the tool is stopped and nothing comes after it: the promise is rejected.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export async function run(command, args, { env = {}, lock, throughShell = false, saysOn = 'stderr' } = {}) {
  let wasStopped = false
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', saysOn === 'stdout' ? 1 : 2, 2],
    shell: throughShell,
  })
  if (child.pid !== undefined) lock?.coverChild(child.pid)
  const exitCode = await stopWithUs(child, () => {
    wasStopped = true
  })
  if (wasStopped) throw new SetupError('stopped.')
  return exitCode
}
