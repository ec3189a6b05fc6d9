import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '#electron/hosts/commands.ts'
import { defaultDataDirectory } from '#electron/hosts/data-directory.ts'
import { run } from './command-line.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qabyl-cli-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('what was typed', () => {
  it.each([
    [[], 'No command was given.'],
    [['fly'], 'There is no command "fly".'],
    [['deadline', '--arival', '2026-03-20'], "Unknown option '--arival'."],
    [['deadline', '--arrival'], '--arrival needs a value.'],
    [['deadline', '--stdin=yes'], "Option '--stdin' does not take an argument."],
    [['deadline'], 'Give either --arrival WHEN or --stdin.'],
    [['deadline', '--arrival', '2026-03-20', '--stdin'], 'Give either --arrival WHEN or --stdin.'],
    [['deadline', '--arrival', '2026-03-20', 'more'], '"more" is not expected here.'],
    [
      ['deadline', '--arrival', '2026-03-20', '--zone', 'Moon/Sea'],
      '--zone is not a zone this machine knows; write Asia/Almaty.',
    ],
    [['simulator', '--data', 'x'], '--port is needed; 0 = any free one.'],
    [['simulator', '--port', '0'], '--data is needed: the service keeps what it received there.'],
    [['simulator', '--port', '70000', '--data', 'x'], '--port is a whole number from 0 to 65535.'],
    [['simulator', '--port', '-1', '--data', 'x'], '--port needs a value.'],
    [
      ['simulator', '--port', '0', '--data', 'x', '--fault', 'http-503=2'],
      '--fault http-503 needs a probability from 0 to 1, e.g. --fault http-503=0.3.',
    ],
  ])('%j is not understood: says why, shows the usage, exits 2', async (typed, message) => {
    const { exit, out, err } = await run(typed)
    expect({ exit, out, first: err.split('\n')[0], hasUsage: err.includes('qabyl ') }).toEqual({
      exit: 2,
      out: '',
      first: message,
      hasUsage: true,
    })
    const json = await run([...typed, '--json'])
    expect([json.exit, json.documents]).toEqual([2, [{ error: { code: 'USAGE', message } }]])
  })

  it.each(COMMANDS.map(({ name }) => name))('%s explains itself', async (name) => {
    const { exit, out } = await run([name, '--help'])
    expect([exit, out.split(' ').slice(0, 2).join(' ')]).toEqual([0, `qabyl ${name}`])
    for (const flag of ['--data', '--json', '--channel-url', '--now', '--help']) expect(out).toContain(flag)
    const json = await run([name, '--help', '--json'])
    expect(json.documents).toEqual([{ usage: out }])
  })

  it('lists every command', async () => {
    const { exit, out } = await run(['--help'])
    expect(exit).toBe(0)
    expect(COMMANDS.filter(({ name }) => !out.includes(`  ${name} `))).toEqual([])
  })
})

describe('deadline', () => {
  it('answers with exactly what is asked for', async () => {
    const { exit, documents } = await run(['deadline', '--arrival', '2025-01-02', '--json'])
    expect(exit).toBe(0)
    expect(documents).toEqual([
      {
        arrival: '2025-01-02',
        strictDue: '2025-01-08',
        latestDue: '2025-01-08',
        explanation: expect.arrayContaining([expect.objectContaining({ date: '2025-01-05', isWorking: true })]),
        calendar: { version: expect.stringMatching(/^2025\.\d+$/), forecast: false },
        rule: expect.stringMatching(/^arrival-notice@/),
      },
    ])
  })

  it('takes an instant for the hotel’s local day', async () => {
    const { documents } = await run(['deadline', '--arrival', '2026-12-30T19:30:00Z', '--json'])
    expect(documents).toEqual([
      expect.objectContaining({
        arrival: '2026-12-31',
        strictDue: '2027-01-06',
        latestDue: '2027-01-08',
        calendar: expect.objectContaining({ forecast: true }),
      }),
    ])
  })

  it('explains day by day in text', async () => {
    const { out } = await run(['deadline', '--arrival', '2026-03-20'])
    expect(out).toBe(
      'arrival 2026-03-20: due 2026-03-27, last arguable day 2026-03-30\n' +
        '  Fri 20 Mar arrival = day 1 · Sat 21, Sun 22 weekend · Mon 23 – Wed 25 Nauryz · Thu 26 = day 2 · ' +
        'Fri 27 = day 3, due by 23:59 · Sat 28, Sun 29 weekend · Mon 30 = last arguable day\n',
    )
  })

  it('answers line by line, a bad line in its place', async () => {
    const notAnArrival = {
      code: 'BAD_INPUT',
      message: expect.stringContaining('not a date or time'),
      issues: [expect.objectContaining({ path: 'arrival', code: 'not_an_arrival' })],
    }
    const { exit, documents } = await run(['deadline', '--stdin', '--json'], { input: '2026-08-28\r\n\nhello\n2026-11-28' })
    expect(exit).toBe(1)
    expect(documents).toEqual([
      expect.objectContaining({ arrival: '2026-08-28', strictDue: '2026-09-01' }),
      { error: notAnArrival, line: 2 },
      { error: notAnArrival, line: 3 },
      expect.objectContaining({ arrival: '2026-11-28', strictDue: '2026-12-02' }),
    ])
  })

  it('refuses a day that does not exist', async () => {
    const { exit, documents } = await run(['deadline', '--arrival', '2026-02-29', '--json'])
    expect([exit, documents]).toEqual([1, [{ error: expect.objectContaining({ code: 'BAD_INPUT' }) }]])
  })
})

describe('simulator', () => {
  it('says where it is, works until it is stopped, and remembers', async () => {
    const received: unknown[] = []
    for (let start = 0; start < 2; start++) {
      const { exit, documents } = await run(
        ['simulator', '--port', '0', '--data', folder, '--fault', 'http-503=0.2', '--seed', '7'],
        {
          async stopOnOutput(line) {
            const { url }: { url: string } = JSON.parse(line)
            received.push(await (await fetch(`${url}/received`)).json())
          },
        },
      )
      expect([exit, documents]).toEqual([0, [{ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) }]])
    }
    expect(received).toEqual([[], []])
  })

  it('refuses a busy port in a sentence', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { exit, documents } = await run(['simulator', '--port', String(port), '--data', folder, '--json'])
    expect([exit, documents]).toEqual([
      1,
      [
        {
          error: {
            code: 'PORT_BUSY',
            message: `Port ${port} is used by another program. Choose another with --port, or 0 for any free one.`,
            port,
          },
        },
      ],
    ])
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/a', '/home/a/.local/share/qabyl'],
    ['linux', { XDG_DATA_HOME: '/xdg' }, '/home/a', '/xdg/qabyl'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/a', '/home/a/.local/share/qabyl'],
    ['darwin', {}, '/Users/a', '/Users/a/Library/Application Support/Qabyl'],
  ] as const)('on %s with %j is in the user’s place', (platform, environment, home, expected) => {
    expect(defaultDataDirectory(platform, environment, home)).toBe(expected)
  })

  it('on Windows is under the local application data', () => {
    expect(defaultDataDirectory('win32', { LOCALAPPDATA: 'L' }, 'H')).toBe(join('L', 'Qabyl'))
  })
})
