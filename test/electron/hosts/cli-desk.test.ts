import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from './command-line.ts'

const PROPERTY = { name: 'Отель Алатау', bin: '000140000002', address: 'г. Алматы, ул. Абая, 1', department: 'Алматы' }
const NOW = '2026-11-23T05:43:00Z'
const MRZ = 'P<D<<ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36D<<7408122F1204159ZE184226B<<<<<10'
const CHECK_IN = { stay: { arrivalAt: '2026-11-23T10:10', room: '12' }, guests: [{ surname: 'MÜLLER', citizenship: 'DEU' }] }

let base: string
let data: string
let propertyFile: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'qabyl-cli-desk-'))
  data = join(base, 'data')
  propertyFile = join(base, 'property.json')
  await writeFile(propertyFile, JSON.stringify(PROPERTY))
})
afterEach(async () => {
  await chmod(base, 0o700)
  await rm(base, { recursive: true, force: true })
})

/** A command on the folder of this test, with `--json`; answers exit code and the one document. */
async function json(...typed: string[]) {
  const { exit, documents, out } = await run([...typed, '--data', data, '--json'])
  expect(out.endsWith('\n') && documents.length === 1).toBe(true)
  return { exit, document: documents[0] }
}

async function jsonWith(input: string, ...typed: string[]) {
  const { exit, documents } = await run([...typed, '--data', data, '--json'], { input })
  return { exit, documents }
}

const errorOf = (code: string, more: object = {}) => ({
  exit: 1,
  document: { error: expect.objectContaining({ code, message: expect.any(String), ...more }) },
})

async function initTest(...more: string[]): Promise<void> {
  const { exit } = await json('init', '--property', propertyFile, '--now', NOW, ...more)
  expect(exit).toBe(0)
}

describe('init', () => {
  it('fills in what the file leaves out and prints the recovery code', async () => {
    expect(await json('init', '--property', propertyFile)).toEqual({
      exit: 0,
      document: {
        property: expect.objectContaining({
          ...PROPERTY,
          kind: 'small_business',
          zone: 'Asia/Almaty',
          channel: 'assisted-portal',
          environment: 'production',
        }),
        recoveryCode: expect.stringMatching(/^([0-9A-Z]{5}-){12}[0-9A-Z]{5}$/),
      },
    })
    expect((await stat(data)).mode & 0o777).toBe(0o700)
  })

  it('is refused where there is a property already, and changes nothing', async () => {
    await initTest()
    expect(await json('init', '--property', propertyFile)).toEqual(errorOf('ALREADY_SET_UP', { property: PROPERTY.name }))
    expect(await json('init', '--training')).toEqual(errorOf('ALREADY_SET_UP'))
  })

  it('takes the migration-api channel with an address, a test folder with another time', async () => {
    const { document } = await json('init', '--property', propertyFile, '--now', NOW, '--channel-url', 'http://127.0.0.1:9')
    expect(document).toMatchObject({ property: { channel: 'migration-api', environment: 'test' } })
  })

  it('names every field it does not know and every value it does not take', async () => {
    await writeFile(propertyFile, JSON.stringify({ ...PROPERTY, adress: 'x', bin: '12', stars: 5 }))
    const { exit, document } = await json('init', '--property', propertyFile)
    expect([exit, document]).toEqual([
      1,
      {
        error: {
          code: 'BAD_INPUT',
          message: 'The property file was not understood; nothing was set up.',
          issues: expect.arrayContaining([
            { path: 'bin', code: 'wrong_format', message: 'expected 12 digits' },
            { path: 'adress', code: 'unknown_field', message: 'there is no such field' },
            { path: 'stars', code: 'unknown_field', message: 'there is no such field' },
          ]),
        },
      },
    ])
    await expect(stat(data)).rejects.toThrow()
  })

  it.each([
    ['a BIN whose check digit is wrong', JSON.stringify({ ...PROPERTY, bin: '000140000003' }), 'BAD_INPUT'],
    ['a list', '[]', 'BAD_INPUT'],
    ['no JSON', '{"name": "Отель', 'BAD_INPUT'],
    ['another time in production', JSON.stringify({ ...PROPERTY, environment: 'production' }), 'BAD_INPUT'],
  ])('refuses %s', async (_name, content, code) => {
    await writeFile(propertyFile, content)
    expect(await json('init', '--property', propertyFile, '--now', NOW)).toEqual(errorOf(code))
  })

  it('refuses a file that is not there, or is a folder', async () => {
    expect(await json('init', '--property', join(base, 'none.json'))).toEqual(errorOf('NO_SUCH_FILE'))
    expect(await json('init', '--property', base)).toEqual(errorOf('NO_SUCH_FILE'))
  })

  it('makes a training folder with sample guests', async () => {
    expect((await json('init', '--training')).document).toMatchObject({ property: { environment: 'training' } })
    const { document } = await json('queue')
    expect(Array.isArray(document) && document.length).toBeGreaterThan(30)
  })
})

describe('a folder', () => {
  it('that was never set up is refused and not made', async () => {
    expect(await json('queue')).toEqual(errorOf('NOT_SET_UP', { directory: data }))
    await expect(stat(data)).rejects.toThrow()
  })

  it('whose key was changed is refused in a sentence', async () => {
    await initTest()
    await writeFile(join(data, 'register.key'), `${'ab'.repeat(32)}\n`)
    expect(await json('queue')).toEqual(errorOf('WRONG_KEY', { directory: data }))
  })

  it('that is a file is refused in a sentence', async () => {
    await writeFile(data, 'x')
    expect(await json('init', '--property', propertyFile)).toEqual(errorOf('FOLDER_BLOCKED'))
  })

  it('in production keeps its own time', async () => {
    await json('init', '--property', propertyFile)
    expect(await json('queue', '--now', NOW)).toEqual(errorOf('CLOCK_ONLY_FOR_TRIALS'))
  })
})

describe('check-in', () => {
  it('takes JSON from stdin; the same request id again is the same check-in', async () => {
    await initTest()
    const input = JSON.stringify({ ...CHECK_IN, requestId: '01a206ed-d6c5-7052-9516-11a4f0a31b18' })
    const first = await jsonWith(input, 'check-in', '--now', NOW)
    const second = await jsonWith(input, 'check-in', '--now', NOW)
    expect(first).toEqual({
      exit: 0,
      documents: [
        {
          stayId: expect.any(String),
          notices: [
            expect.objectContaining({ state: 'incomplete', strictDue: '2026-11-25', latestDue: '2026-11-26', room: '12' }),
          ],
        },
      ],
    })
    expect(second).toEqual(first)
    expect((await json('queue')).document).toHaveLength(1)
  })

  it('reads a machine-readable zone with what stands beside it', async () => {
    await initTest()
    const { exit, document } = await json(
      ...['check-in', '--mrz', MRZ, '--arrival', '2026-11-23T10:10', '--room', '7', '--departure', '2026-11-25'],
      ...['--issue-date', '2020-01-01', '--purpose', 'tourism', '--now', NOW],
    )
    expect(exit).toBe(0)
    expect(document).toMatchObject({
      notices: [{ displayName: 'ERIKSSON ANNA MARIA', citizenship: 'DEU', room: '7', missing: [] }],
    })
  })

  it('puts an instant on the hotel’s own day', async () => {
    await initTest()
    const { document } = await json('check-in', '--mrz', MRZ, '--arrival', '2026-11-22T19:10:00Z', '--now', NOW)
    expect(document).toMatchObject({ notices: [{ arrivalAt: '2026-11-23T00:10', strictDue: '2026-11-25' }] })
  })

  it('answers line by line, a bad line in its place', async () => {
    await initTest()
    const input = [JSON.stringify(CHECK_IN), '{"stay":', JSON.stringify({ guests: [] }), JSON.stringify(CHECK_IN)].join('\n')
    const { exit, documents } = await jsonWith(input, 'check-in', '--stdin', '--now', NOW)
    expect(exit).toBe(1)
    expect(documents).toMatchObject([
      { notices: [{ state: 'incomplete' }] },
      { error: { code: 'BAD_INPUT' }, line: 2 },
      { error: { code: 'BAD_INPUT' }, line: 3 },
      { notices: [{}] },
    ])
  })

  it.each([
    ['no JSON', 'surname: MÜLLER'],
    ['nothing', ''],
    ['a bare word', '"MÜLLER"'],
    ['a guest with an impossible birthday', JSON.stringify({ ...CHECK_IN, guests: [{ birthDate: '1974-02-30' }] })],
  ])('refuses %s without repeating it, and saves nothing', async (_name, input) => {
    await initTest()
    const { exit, documents } = await jsonWith(input, 'check-in', '--now', NOW)
    expect([exit, documents]).toEqual([1, [{ error: expect.objectContaining({ code: 'BAD_INPUT' }) }]])
    expect(JSON.stringify(documents)).not.toMatch(/MÜLLER|1974/)
    expect((await json('queue')).document).toEqual([])
  })

  it('refuses a zone that cannot be read', async () => {
    await initTest()
    expect(await json('check-in', '--mrz', 'HELLO', '--now', NOW)).toEqual(errorOf('BAD_INPUT'))
  })

  it('refuses input without end, whole and line by line', async () => {
    await initTest()
    const endless = 'x'.repeat(21 * 1024 * 1024)
    const refused = [{ error: expect.objectContaining({ code: 'TOO_LARGE' }) }]
    expect(await jsonWith(endless, 'check-in')).toEqual({ exit: 1, documents: refused })
    expect(await jsonWith(endless, 'check-in', '--stdin')).toEqual({ exit: 1, documents: refused })
  })

  it.each([
    [['--room', '7'], '--room goes with --mrz.'],
    [['--mrz', MRZ, '--stdin'], 'Give either --mrz TEXT or --stdin.'],
    [['--mrz', MRZ, '--purpose', 'holiday'], /^--purpose is one of/],
    [['--mrz', MRZ, '--departure', 'tomorrow'], '--departure is a day that exists, written YYYY-MM-DD.'],
    [['--mrz', MRZ, '--now', 'yesterday'], /^--now is an instant/],
    [['--mrz', MRZ, '--channel-url', 'ftp://x'], /^--channel-url is an address/],
  ])('%j is not understood', async (typed, message) => {
    await initTest()
    const { exit, documents } = await run(['check-in', ...typed, '--data', data, '--json'])
    expect([exit, documents]).toEqual([
      2,
      [{ error: { code: 'USAGE', message: typeof message === 'string' ? message : expect.stringMatching(message) } }],
    ])
  })
})

describe('import', () => {
  it('takes the whole file once; again changes nothing', async () => {
    await initTest()
    const file = join(import.meta.dirname, '..', '..', 'fixtures', 'arrivals.csv')
    const first = await json('import', file, '--now', NOW)
    expect(first).toMatchObject({ exit: 0, document: { created: 59, unchanged: 1, refused: 0 } })
    const second = await json('import', file, '--now', NOW)
    expect(second).toMatchObject({ exit: 0, document: { created: 0, unchanged: 60, refused: 0 } })
    expect((await json('queue')).document).toHaveLength(59)
  })

  it.each([
    ['nothing', ''],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
    ['other columns', 'a;b\n1;2\n'],
  ])('refuses a file with %s', async (_name, content) => {
    await initTest()
    const file = join(base, 'arrivals.csv')
    await writeFile(file, content)
    expect(await json('import', file)).toEqual(errorOf('BAD_INPUT'))
    expect((await json('queue')).document).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('refuses a file without end before it fills the memory', async () => {
    await initTest()
    expect(await json('import', '/dev/zero')).toEqual(errorOf('TOO_LARGE'))
    expect(await json('init', '--property', '/dev/zero')).toEqual(errorOf('TOO_LARGE'))
  })

  it('refuses a file that is not there', async () => {
    await initTest()
    expect(await json('import', join(base, 'none.csv'))).toEqual(errorOf('NO_SUCH_FILE'))
  })
})

describe('keeping the register', () => {
  it('backs up, restores, verifies', async () => {
    await initTest()
    await jsonWith(JSON.stringify(CHECK_IN), 'check-in', '--now', NOW)
    const { document } = await json('backup', '--to', join(base, 'copies'))
    expect(document).toMatchObject({ verified: true, bytes: expect.any(Number) })
    const [copy = ''] = (await readdir(join(base, 'copies'))).filter((name) => name.endsWith('.db'))
    await jsonWith(JSON.stringify(CHECK_IN), 'check-in', '--now', NOW)
    expect((await json('queue')).document).toHaveLength(2)

    expect(await json('restore', join(base, 'copies', copy))).toMatchObject({
      exit: 0,
      document: { keptAside: expect.any(String) },
    })
    expect((await json('queue')).document).toHaveLength(1)
    expect(await json('verify')).toMatchObject({ exit: 0, document: { isClean: true, auditBrokenAt: null } })
  })

  it('restores on another PC with the recovery code, never from the command line', async () => {
    const { document } = await json('init', '--property', propertyFile, '--now', NOW)
    const made = await json('backup', '--to', base)
    const { recoveryCode } = document as { recoveryCode: string }
    const { file } = made.document as { file: string }
    data = join(base, 'other-pc')
    expect(await json('restore', file)).toEqual(errorOf('BACKUP_WRONG_KEY'))
    expect(await jsonWith('ABC', 'restore', file, '--recovery-code')).toMatchObject({ exit: 1 })
    expect(await jsonWith(`${recoveryCode}\n`, 'restore', file, '--recovery-code')).toMatchObject({ exit: 0 })
    expect((await json('queue')).document).toEqual([])
  })

  it('refuses a backup that is not there or is none', async () => {
    await initTest()
    await writeFile(join(base, 'no.db'), 'x'.repeat(8192))
    expect(await json('restore', join(base, 'none.db'))).toEqual(errorOf('BACKUP_MISSING'))
    expect(await json('restore', join(base, 'no.db'))).toEqual(errorOf('BACKUP_WRONG_KEY'))
    expect(await json('verify')).toMatchObject({ exit: 0 })
  })

  it('adds fictional guests where that is allowed', async () => {
    await initTest()
    expect(await json('seed', '--guests', '3', '--seed', '7')).toEqual({ exit: 0, document: { guests: 3, seed: 7 } })
    data = join(base, 'real')
    await json('init', '--property', propertyFile)
    expect(await json('seed', '--guests', '3', '--seed', '7')).toMatchObject({
      exit: 1,
      document: { error: expect.any(Object) },
    })
  })

  it('reports a day', async () => {
    await initTest()
    await jsonWith(JSON.stringify(CHECK_IN), 'check-in', '--now', NOW)
    expect(await json('report', '--date', '2026-11-23')).toMatchObject({
      exit: 0,
      document: { report: { date: '2026-11-23', totals: { open: 1 } }, close: null },
    })
    expect((await run(['report', '--date', '2026-02-30', '--data', data])).exit).toBe(2)
  })
})

describe('beside a running desk', () => {
  it('talks to that desk, which keeps the folder to itself', async () => {
    await initTest()
    const seen: unknown[] = []
    const served = await run(['serve', '--port', '0', '--data', data], {
      async stopOnOutput(line) {
        const ready = JSON.parse(line)
        seen.push(Object.keys(ready))
        expect((await stat(join(data, 'desk.json'))).mode & 0o777).toBe(0o600)
        expect(await jsonWith(JSON.stringify(CHECK_IN), 'check-in')).toMatchObject({ exit: 0 })
        seen.push((await json('queue')).document)
        expect(await json('queue', '--now', NOW)).toEqual(errorOf('DESK_RUNS'))
        expect(await json('restore', join(base, 'x.db'))).toEqual(errorOf('LOCKED'))
        expect(await json('serve', '--port', '0')).toEqual(errorOf('LOCKED'))
        const port = new URL(ready.url).port
        data = join(base, 'second')
        await initTest()
        expect(await json('serve', '--port', port)).toEqual(errorOf('PORT_BUSY'))
        data = join(base, 'data')
        const answer = await fetch(new URL('/api/v1/notices', ready.url), {
          headers: { authorization: `Bearer ${ready.apiToken}` },
        })
        seen.push(await answer.json())
      },
    })
    expect(served.exit).toBe(0)
    expect(seen[0]).toEqual(['url', 'token', 'apiToken'])
    expect(seen[1]).toEqual([expect.objectContaining({ state: 'incomplete', room: '12' })])
    expect(seen[2]).toEqual(seen[1])
    await expect(stat(join(data, 'desk.json'))).rejects.toThrow()
    expect((await json('queue')).document).toHaveLength(1)
  })

  it.each([
    ['a dead process', { pid: 2 ** 22 + 1, origin: 'http://127.0.0.1:9' }],
    ['a process number that somebody else has now', { pid: process.pid, origin: 'http://127.0.0.1:9' }],
  ])('a file left by %s is no obstacle', async (_name, left) => {
    await initTest()
    await writeFile(join(data, 'desk.json'), JSON.stringify({ ...left, token: 'x'.repeat(43), isTraining: false }))
    expect((await json('queue')).document).toEqual([])
  })

  it('does not take training for the property', async () => {
    await initTest()
    const served = await run(['serve', '--port', '0', '--data', data], {
      async stopOnOutput(line) {
        const { origin } = new URL(JSON.parse(line).url)
        const { token } = JSON.parse(await readFile(join(data, 'desk.json'), 'utf8'))
        await fetch(`${origin}/rpc/setup/startTraining`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ json: {} }),
        })
        expect(await json('queue')).toEqual(errorOf('IN_TRAINING'))
      },
    })
    expect(served.exit).toBe(0)
  })

  it('serves a folder that does not open, so that a screen can say which and why', async () => {
    await mkdir(data)
    await writeFile(join(data, 'register.db'), 'x'.repeat(8192))
    const statuses: unknown[] = []
    const served = await run(['serve', '--port', '0', '--data', data], {
      async stopOnOutput(line) {
        const ready = JSON.parse(line)
        const answer = await fetch(new URL('/api/v1/status', ready.url), {
          headers: { authorization: `Bearer ${ready.apiToken}` },
        })
        statuses.push(await answer.json())
      },
    })
    expect([served.exit, served.err]).toEqual([0, expect.stringContaining(data)])
    expect(statuses).toEqual([expect.objectContaining({ mode: 'read_only', trouble: 'key_missing' })])
  })
})
