import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFailed, onTestFinished } from 'vitest'
import { PROJECT_ROOT } from '../support/project.ts'
import { tempDirectory } from '../support/temp-directory.ts'

const MINUTE_MS = 60_000

/**
 * README's two commands, taken from the file and run where nothing is prepared: a fresh clone of the last commit, an empty HOME, an
 * empty npm cache.
 */
describe('README in a fresh clone', { timeout: 8 * MINUTE_MS }, () => {
  it('starts by its own command, while the command line sets up the same folder', async () => {
    const { directory, env } = freshClone()
    const [startCommand] = twoCommands(directory)
    // At the same moment, so that one of them has to wait for the other's set-up.
    const start = runInShell(startCommand, directory, { ...env, QABYL_PORT: '0', BROWSER: 'none' })
    const deadline = runInShell('npm run -s qabyl -- deadline --arrival 2026-03-20 --json', directory, env)
    const [address] = await Promise.all([start.addressPrinted, deadline.ended])

    expect({ exitCode: deadline.exitCode(), lines: deadline.stdout().split('\n').length }).toEqual({ exitCode: 0, lines: 2 })
    expect(JSON.parse(deadline.stdout())).toMatchObject({ strictDue: '2026-03-27', latestDue: '2026-03-30' })
    expect(`${start.stderr()}${deadline.stderr()}`.match(/installing packages/g)).toHaveLength(1)
    expect(`${start.stderr()}${deadline.stderr()}`).toContain('is setting this folder up; waiting for it.')

    const page = await fetch(address)
    expect({ status: page.status, hasRoot: (await page.text()).includes('id="root"') }).toEqual({ status: 200, hasRoot: true })

    start.interrupt()
    await start.ended
    await expect(fetch(address)).rejects.toThrow('fetch failed')
    expect(statusOf(directory)).toBe('')
  })

  // The inner run covers set-up, types and the tests of shared/: all of it again would test this same test without end.
  it('passes its tests by its own command', async () => {
    const { directory, env } = freshClone()
    const [, testCommand] = twoCommands(directory)
    const test = runInShell(testCommand, directory, { ...env, QABYL_TEST_FILTER: 'test/shared' })
    await test.ended

    expect(test.stdout().trimEnd().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed$/)
    expect(test.exitCode()).toBe(0)
    expect(statusOf(directory)).toBe('')
  })
})

/** The `sh` blocks under "Two commands", exactly two of them. */
function twoCommands(clone: string): [start: string, test: string] {
  const readme = readFileSync(join(clone, 'README.md'), 'utf8')
  const section = /^## Two commands\n(.*?)^## /ms.exec(readme)?.[1] ?? ''
  const blocks = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map((match) => match[1]?.trim() ?? '')
  const [start, test, ...others] = blocks
  if (start === undefined || test === undefined || others.length > 0) throw new Error(`README shows ${blocks.length} commands`)
  return [start, test]
}

function freshClone(): { directory: string; env: NodeJS.ProcessEnv } {
  const parent = tempDirectory()
  const directory = join(parent, 'qabyl')
  const home = join(parent, 'home')
  mkdirSync(home)
  execFileSync('git', ['clone', '--quiet', PROJECT_ROOT, directory])
  return {
    directory,
    env: { ...environmentOfAShell(), HOME: home },
  }
}

/** This process's environment without what npm and vitest put there, above all our own Node 24 on the PATH. */
function environmentOfAShell(): NodeJS.ProcessEnv {
  const ours = /^(npm_|vitest|vite_|qabyl_|node_|xdg_|init_cwd$|test$|dev$|prod$|mode$|ssr$|base_url$)/i
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name) || name === 'NODE_EXTRA_CA_CERTS')
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !/node_modules|node-gyp-bin/.test(folder))
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) }
}

function statusOf(directory: string): string {
  return execFileSync('git', ['status', '--porcelain'], { cwd: directory, encoding: 'utf8' })
}

/** A command as typed into a terminal: a shell, in a process group of its own. */
function runInShell(command: string, directory: string, env: NodeJS.ProcessEnv) {
  const child = spawn(command, { cwd: directory, env, shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output.stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    output.stderr += chunk
  })
  const ended = once(child, 'close')
  const addressPrinted = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /https?:\/\/\S+/.exec(line)?.[0]
      if (address !== undefined) resolve(address)
    })
    ended.then(() => reject(new Error(`"${command}" ended without printing an address`)), reject)
  })
  // Only the start is asked for its address.
  addressPrinted.catch(() => {})
  const signalGroup = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal)
  }
  onTestFinished(() => signalGroup('SIGKILL'))
  onTestFailed(() => {
    process.stderr.write(`\n── "${command}" ──\n${output.stdout}\n${output.stderr}\n──\n`)
  })
  return {
    ended,
    addressPrinted,
    exitCode: () => child.exitCode,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    /** What Ctrl+C does: every process of the group hears it. */
    interrupt: () => signalGroup('SIGINT'),
  }
}
