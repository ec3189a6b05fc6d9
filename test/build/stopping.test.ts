import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'

const MODULES = new URL('../../build/setup/', import.meta.url)
const moduleUrl = (name: string) => new URL(name, MODULES).href

/** Stands for the desk: says when it is ready, and when it was asked to stop does so in its own time. */
const DESK = `
  process.once('SIGTERM', () => { console.log('stopping'); setTimeout(() => process.exit(Number(process.argv[1])), 10) })
  console.log('ready')
  setInterval(() => {}, 1000)`

/** A start script around {@link DESK}, whose exit code is to be `exitCode`; `lines` are what the desk says. */
function startAround(exitCode: number) {
  const source = `
    import { spawn } from 'node:child_process'
    import { stopWithUs } from '${moduleUrl('stop-with-us.mjs')}'
    const args = ['--import', '${moduleUrl('exit-with-parent.mjs')}', '-e', ${JSON.stringify(DESK)}, '${exitCode}']
    process.exitCode = await stopWithUs(spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, ended: once(child, 'exit'), nextLine: async () => (await lines.next()).value }
}

describe('the end of npm', () => {
  it('by kill -9 stops what it ran', async () => {
    const script = `
      import { endWithNpm } from '${moduleUrl('end-with-npm.mjs')}'
      endWithNpm()
      process.once('SIGTERM', () => { console.log('stopping'); process.exit() })
      console.log('ready')
      setInterval(() => {}, 1000)`
    const npm = `require('child_process').spawn(process.execPath, ['--input-type=module', '-e', process.argv[1]], { stdio: 'inherit' })`
    const child = spawn(process.execPath, ['-e', npm, script], {
      env: { ...process.env, npm_lifecycle_event: 'qabyl' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    expect((await lines.next()).value).toBe('ready')
    child.kill('SIGKILL')
    expect((await lines.next()).value).toBe('stopping')
  })
})

describe('the end of a script that runs a tool', () => {
  it('is the end of the tool, and nothing comes after it', async () => {
    const script = `
      import { run } from '${moduleUrl('run.mjs')}'
      import { runEntry } from '${moduleUrl('say.mjs')}'
      await runEntry(async () => {
        await run(process.execPath, ['-e', ${JSON.stringify(DESK)}, '0'], { saysOn: 'stdout' })
        console.log('went on')
        return 0
      })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    const said: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      if (line === 'ready') child.kill('SIGTERM')
    })
    expect(await once(child, 'close')).toEqual([1, null])
    expect(said).toEqual(['ready', 'stopping'])
  })
})

describe('the end of a start', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('on %s is the end of the desk, in its own time', async (signal) => {
    const start = startAround(0)
    expect(await start.nextLine()).toBe('ready')
    start.child.kill(signal)
    expect(await start.nextLine()).toBe('stopping')
    expect(await start.ended).toEqual([0, null])
  })

  it('passes on how the desk ended', async () => {
    const start = startAround(3)
    await start.nextLine()
    start.child.kill('SIGTERM')
    expect(await start.ended).toEqual([3, null])
  })

  it('by kill -9 stops the desk too, instead of leaving the folder locked', async () => {
    const start = startAround(0)
    expect(await start.nextLine()).toBe('ready')
    start.child.kill('SIGKILL')
    expect(await start.nextLine()).toBe('stopping')
    expect(await start.ended).toEqual([null, 'SIGKILL'])
  })
})
