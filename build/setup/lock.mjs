import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { inProject } from './paths.mjs'
import { say } from './say.mjs'

/**
 * @typedef {object} SetupLock
 * @property {(pid: number) => void} coverChild keeps the lock while that child lives, even when its parent was killed
 */

const HEARTBEAT_MS = 5_000
/** A claim this long without a heartbeat belongs to nobody: its process number was given to someone else. */
const ABANDONED_AFTER_MS = 60_000
/** The same for a child that outlived its parent and has no heartbeat; longer than any set-up takes on a slow line. */
const CHILD_ABANDONED_AFTER_MS = 30 * 60_000

/**
 * Runs `work` while no other process on this machine sets up the same folder.
 *
 * Everyone who wants in first announces a claim of his own and only then looks for others; who sees a living one withdraws and
 * tries again. So two never hold it at once, and a claim left by a killed process needs no removal that could hit a new one.
 * @template T
 * @param {(lock: SetupLock) => Promise<T>} work
 * @param {string} [directory] of the claims
 * @returns {Promise<T>}
 */
export async function withSetupLock(work, directory = inProject('out', 'setup-lock')) {
  mkdirSync(directory, { recursive: true })
  const claim = await claimAlone(directory)
  const heartbeat = setInterval(() => touch(claim), HEARTBEAT_MS)
  try {
    return await work({ coverChild: (pid) => writeFileSync(claim, `${pid}\n`, { flag: 'a' }) })
  } finally {
    clearInterval(heartbeat)
    rmSync(claim, { force: true })
  }
}

/** @param {string} directory */
async function claimAlone(directory) {
  const name = `${process.pid}-${randomBytes(6).toString('hex')}`
  const claim = `${directory}/${name}`
  let hasSaidWaiting = false
  for (;;) {
    writeFileSync(claim, '')
    const other = livingClaims(directory).find((living) => living !== name)
    if (other === undefined) return claim
    rmSync(claim, { force: true })
    if (!hasSaidWaiting) {
      say(`another start (process ${ownerOf(other)}) is setting this folder up; waiting for it.`)
      hasSaidWaiting = true
    }
    // Uneven pauses, or two that announced at the same moment would withdraw at the same moment for ever.
    await delay(100 + Math.random() * 200)
  }
}

/** @param {string} directory */
function livingClaims(directory) {
  return readdirSync(directory).filter((name) => {
    const claim = `${directory}/${name}`
    if (isLiving(claim, name)) return true
    rmSync(claim, { force: true })
    return false
  })
}

/**
 * @param {string} claim
 * @param {string} name
 */
function isLiving(claim, name) {
  try {
    const ageMs = Date.now() - statSync(claim).mtimeMs
    const children = readFileSync(claim, 'utf8').split('\n').filter(Boolean).map(Number)
    if (children.some(isRunning) && ageMs < CHILD_ABANDONED_AFTER_MS) return true
    return isRunning(ownerOf(name)) && ageMs < ABANDONED_AFTER_MS
  } catch {
    return false // withdrawn meanwhile
  }
}

/** @param {string} name */
function ownerOf(name) {
  return Number(name.split('-')[0])
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {string} claim */
function touch(claim) {
  try {
    const now = new Date()
    utimesSync(claim, now, now)
  } catch {
    // `out/` was deleted under a running set-up: nothing is left to keep alive.
  }
}
