import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { withSetupLock } from '../../build/setup/lock.mjs'
import { PROJECT_ROOT } from '../support/project.ts'
import { tempDirectory } from '../support/temp-directory.ts'

const LOCK_MODULE = JSON.stringify(pathToFileURL(join(PROJECT_ROOT, 'build', 'setup', 'lock.mjs')).href)

/** A process that runs `body` with `withSetupLock` and `argument` at hand. */
function runProcess(body: string, argument: string) {
  const source = `import { withSetupLock } from ${LOCK_MODULE}; const [, argument] = process.argv; ${body}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source, argument], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, ended: once(child, 'exit') }
}

describe('the set-up lock', () => {
  it('lets one process in at a time', async () => {
    const directory = tempDirectory()
    // `wx` fails when a second one is inside.
    const body = `
      import { once } from 'node:events'
      import { rmSync, writeFileSync } from 'node:fs'
      import { setTimeout as pause } from 'node:timers/promises'
      console.log('ready')
      await once(process.stdin, 'data')
      for (let round = 0; round < 5; round += 1) {
        await withSetupLock(async () => {
          writeFileSync(argument + '/inside', '', { flag: 'wx' })
          await pause(20)
          rmSync(argument + '/inside')
        }, argument + '/lock')
      }`
    const processes = Array.from({ length: 4 }, () => runProcess(body, directory))
    await Promise.all(processes.map(({ child }) => once(createInterface({ input: child.stdout }), 'line')))
    for (const { child } of processes) child.stdin.end('go')
    const exits = await Promise.all(processes.map(({ ended }) => ended))
    expect(exits).toEqual(Array.from({ length: 4 }, () => [0, null]))
    expect(readdirSync(join(directory, 'lock'))).toEqual([])
  })

  it('is free again when its holder was killed', async () => {
    const directory = tempDirectory()
    const { child, ended } = runProcess('await withSetupLock(() => new Promise(() => console.log("in")), argument)', directory)
    await once(createInterface({ input: child.stdout }), 'line')
    expect(readdirSync(directory)).toHaveLength(1)
    child.kill('SIGKILL')
    await ended
    expect(await withSetupLock(async () => readdirSync(directory).length, directory)).toBe(1)
    expect(readdirSync(directory)).toEqual([])
  })

  it('stays taken while a tool of its killed holder still works', async () => {
    const directory = tempDirectory()
    const tool = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
    onTestFinished(() => {
      tool.kill('SIGKILL')
    })
    const { child, ended } = runProcess(
      `await withSetupLock((lock) => new Promise(() => { lock.coverChild(${tool.pid}); console.log("in") }), argument)`,
      directory,
    )
    await once(createInterface({ input: child.stdout }), 'line')
    child.kill('SIGKILL')
    await ended
    const order: string[] = []
    const next = withSetupLock(async () => order.push('let in'), directory)
    const toolEnded = once(tool, 'exit').then(() => order.push('tool ended'))
    // Its first try is over by the time it has anything to wait for: withdrawn, the other claim left alone.
    expect(readdirSync(directory)).toHaveLength(1)
    tool.stdin.end()
    await Promise.all([next, toolEnded])
    expect(order).toEqual(['tool ended', 'let in'])
  })

  it('is given back when the work fails', async () => {
    const directory = tempDirectory()
    await expect(withSetupLock(() => Promise.reject(new Error('no disk')), directory)).rejects.toThrow('no disk')
    expect(readdirSync(directory)).toEqual([])
  })
})
