import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUILT_CLI, PROJECT_ROOT } from '../../support/project.ts'
import { runCli, runCliJson } from '../../support/run-cli.ts'
import { startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { checkInOf, contentOf, fileWith, makeRegister, refused } from './refused.ts'

let base: string
let data: string
let code: string
let backup: string

beforeAll(async () => {
  base = makeTempDirectory()
  data = join(base, 'data')
  code = await makeRegister(data)
  const made = await runCliJson(['backup', '--to', join(base, 'backups'), '--data', data])
  backup = String(Object(made).file)
})

afterAll(() => removeDirectory(base))

/** A copy of the sound folder to be spoilt. */
function spoiltFolder(name: string, spoil: (folder: string) => void): string {
  const folder = join(base, name)
  spawnSync('cp', ['-r', data, folder])
  spoil(folder)
  return folder
}

const registerOf = (folder: string) => join(folder, 'register.db')
const keyOf = (folder: string) => join(folder, 'register.key')

/** Opens the register from outside, as another program with the key would. */
function changeRegister(folder: string, change: (database: Database.Database) => void): void {
  const database = new Database(registerOf(folder))
  try {
    database.pragma("cipher = 'sqlcipher'")
    database.pragma('legacy = 4')
    database.pragma(`key = "x'${readFileSync(keyOf(folder), 'latin1').trim()}'"`)
    change(database)
  } finally {
    database.close()
  }
}

function versionAndNoticesOf(folder: string): readonly unknown[] {
  let found: readonly unknown[] = []
  changeRegister(folder, (database) => {
    const notices = database.prepare('SELECT count(*) FROM notification').pluck().get()
    found = [database.pragma('user_version', { simple: true }), notices]
  })
  return found
}

function flip(file: string, from: number): void {
  const bytes = readFileSync(file)
  for (let at = from; at < bytes.length; at += 1024) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

test.each<[what: string, code: string, todo: RegExp, spoil: (folder: string) => void]>([
  [
    'with the key of another folder',
    'WRONG_KEY',
    /Put the right key file back.*recover-key.*restore a backup/,
    (folder) => writeFileSync(keyOf(folder), `${'5a'.repeat(32)}\n`),
  ],
  ['whose key file is gone', 'KEY_MISSING', /Put the key file back.*recover-key/, (folder) => rmSync(keyOf(folder))],
  [
    'whose key file holds no key',
    'KEY_DAMAGED',
    /Put the right file back.*recover-key/,
    (folder) => writeFileSync(keyOf(folder), 'hello\n'),
  ],
  ['whose key file is empty', 'KEY_DAMAGED', /Put the right file back/, (folder) => truncateSync(keyOf(folder))],
  ['whose key others can read', 'KEY_EXPOSED', /chmod 600/, (folder) => chmodSync(keyOf(folder), 0o644)],
  [
    'written by a newer version',
    'FROM_FUTURE',
    /Install the newer version/,
    (folder) => changeRegister(folder, (database) => database.pragma('user_version = 900')),
  ],
  ['with flipped bytes', 'DAMAGED', /Restore the latest backup/, (folder) => flip(registerOf(folder), 8_192)],
  ['with a damaged beginning', 'WRONG_KEY', /beginning of the file is damaged/, (folder) => flip(registerOf(folder), 0)],
  ['that was cut off', 'DAMAGED', /Restore the latest backup/, (folder) => truncateSync(registerOf(folder), 20_000)],
  [
    'that is not encrypted',
    'DAMAGED',
    /not encrypted/,
    (folder) => {
      rmSync(registerOf(folder))
      new Database(registerOf(folder)).exec('CREATE TABLE guest (name TEXT)').close()
    },
  ],
])('a register %s is refused by every command and left as it is', async (_what, code, todo, spoil) => {
  const folder = spoiltFolder(`spoilt-${code}-${Math.floor(performance.now())}`, spoil)
  const before = readFileSync(registerOf(folder))
  const property = `${data}.property.json`
  for (const args of [['queue'], ['import', property], ['init', '--property', property]]) {
    const { code: found, message } = await refused([...args, '--data', folder])
    expect({ args, found, message }).toEqual({ args, found: code, message: expect.stringMatching(todo) })
    expect(message).toContain(folder)
  }
  // Opening writes a page as it was, and every written page is encrypted anew: a readable register is compared by what it holds.
  if (code === 'FROM_FUTURE') expect(versionAndNoticesOf(folder)).toEqual([900, 1])
  else expect(readFileSync(registerOf(folder)).equals(before)).toBe(true)
})

test('a folder that cannot be is refused and named', async () => {
  const file = fileWith(base, 'a-file', '')
  const property = `${data}.property.json`
  for (const folder of [file, join(file, 'below'), ...(process.platform === 'linux' ? ['/proc/qabyl'] : [])]) {
    const { code, message } = await refused(['init', '--property', property, '--data', folder])
    expect({ code, message }).toEqual({ code: 'FOLDER_BLOCKED', message: expect.stringMatching(/start with another folder/) })
    expect(message).toContain(folder)
  }
  expect((await refused(['queue', '--data', join(base, 'none')])).code).toBe('NOT_SET_UP')
  expect(existsSync(join(base, 'none'))).toBe(false)
})

test('a lost key comes back from the printed code, and a mistyped code changes nothing', async () => {
  const expected = await contentOf(data)
  const lost = spoiltFolder('lost', (folder) => rmSync(keyOf(folder)))
  const mistyped = await refused(['recover-key', '--data', lost], {
    input: code.replace(/^./, (first) => (first === '0' ? '1' : '0')),
  })
  expect(mistyped).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('Compare it with the print') })
  const foreign = await refused(['recover-key', '--data', lost], { input: await makeRegister(join(base, 'somebody else’s')) })
  expect(foreign.code).toBe('WRONG_KEY')
  expect(existsSync(keyOf(lost))).toBe(false)
  expect(await runCliJson(['recover-key', '--data', lost], { input: `${code.toLowerCase().replaceAll('-', ' ')}\n` })).toEqual({
    keptAside: [],
  })
  expect(await contentOf(lost)).toEqual(expected)

  const replaced = spoiltFolder('replaced', (folder) => writeFileSync(keyOf(folder), `${'5a'.repeat(32)}\n`))
  const answer = await runCliJson(['recover-key', '--data', replaced], { input: code })
  expect(answer).toEqual({ keptAside: [expect.stringMatching(/^register\.key\.before-recovery-/)] })
  expect(await contentOf(replaced)).toEqual(expected)
  expect((await refused(['recover-key', '--data', join(base, 'none')], { input: code })).code).toBe('REGISTER_MISSING')
})

test('a file that is no backup of this register is not restored, and the register stays as it was', async () => {
  const before = await contentOf(data)
  const sound = readFileSync(backup)
  const foreign = join(base, 'foreign')
  await makeRegister(foreign)
  const foreignBackup = String(Object(await runCliJson(['backup', '--data', foreign])).file)
  const future = spoiltFolder('future', (folder) => changeRegister(folder, (database) => database.pragma('user_version = 900')))
  const flipped = Buffer.from(sound)
  flipped[sound.length - 3000] = (flipped[sound.length - 3000] ?? 0) ^ 0xff
  const files: readonly (readonly [string, string, string])[] = [
    ['nothing', join(base, 'none.db'), 'BACKUP_MISSING'],
    ['a folder', base, 'FOLDER_BLOCKED'],
    ['an empty file', fileWith(base, 'empty.db', ''), 'BACKUP_DAMAGED'],
    ['a picture', fileWith(base, 'picture.db', sound.subarray(50)), 'BACKUP_WRONG_KEY'],
    ['another hotel’s backup', foreignBackup, 'BACKUP_WRONG_KEY'],
    ['half a backup', fileWith(base, 'half.db', sound.subarray(0, sound.length / 2)), 'BACKUP_DAMAGED'],
    ['a backup with one flipped byte', fileWith(base, 'flipped.db', flipped), 'BACKUP_DAMAGED'],
    ['a newer version’s backup', registerOf(future), 'FROM_FUTURE'],
  ]
  for (const [what, file, code] of files) {
    const answer = await refused(['restore', file, '--data', data])
    expect({ what, code: answer.code, message: answer.message }).toEqual({
      what,
      code,
      message: expect.stringMatching(/^Nothing was restored/),
    })
  }
  expect(await contentOf(data)).toEqual(before)
  expect(readdirSync(data).filter((name) => name.startsWith('before-restore') || name.includes('restoring'))).toEqual([])
  expect((await refused(['restore', join(base, 'none.db'), '--data', join(base, 'fresh')])).code).toBe('BACKUP_MISSING')
  expect(existsSync(join(base, 'fresh'))).toBe(false)
})

test('a second desk on the folder, a restore beside it and a busy port are refused; the first goes on', async () => {
  const folder = spoiltFolder('shared', () => undefined)
  const desk = await startServe(['--data', folder])
  try {
    for (const args of [
      ['serve', '--port', '0'],
      ['restore', backup],
      ['init', '--property', `${data}.property.json`],
    ]) {
      const { code } = await refused([...args, '--data', folder])
      expect({ args, code }).toEqual({ args, code: args[0] === 'init' ? 'ALREADY_SET_UP' : 'LOCKED' })
    }
    const busy = await refused(['serve', '--port', new URL(desk.ready.url).port, '--data', data])
    expect(busy).toMatchObject({ code: 'PORT_BUSY', message: expect.stringMatching(/Choose another with --port, or 0/) })
    expect((await contentOf(folder)).isClean).toBe(true)
  } finally {
    expect(await desk.stop()).toBe(0)
  }
  expect(existsSync(join(folder, 'desk.json'))).toBe(false)
})

test('a busy port is refused by the simulator too', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  try {
    const { code } = await refused(['simulator', '--port', String(port), '--data', join(base, 'simulator')])
    expect(code).toBe('PORT_BUSY')
  } finally {
    server.close()
  }
})

test('what a killed desk left behind is in nobody’s way, even when its number or port belongs to somebody else now', async () => {
  const folder = spoiltFolder('killed', () => undefined)
  const before = await contentOf(folder)
  const desk = await startServe(['--data', folder])
  await desk.kill()
  const deskFile = join(folder, 'desk.json')
  const left: unknown = JSON.parse(readFileSync(deskFile, 'utf8'))
  expect(await contentOf(folder)).toEqual(before)

  // Our own number: a living process that is no desk.
  writeFileSync(deskFile, JSON.stringify({ ...Object(left), pid: process.pid }))
  expect(await contentOf(folder)).toEqual(before)

  // The port answers, but it is another hotel's desk.
  const other = spoiltFolder('other', () => undefined)
  const stranger = await startServe(['--data', other])
  try {
    const { origin } = new URL(stranger.ready.url)
    writeFileSync(deskFile, JSON.stringify({ ...Object(left), pid: stranger.pid, origin }))
    expect(await contentOf(folder)).toEqual(before)
  } finally {
    await stranger.stop()
  }
  for (const content of ['', '{', '[]', '{"pid": -1}', '\0'.repeat(100)]) {
    writeFileSync(deskFile, content)
    expect(await runCliJson(['queue', '--data', folder])).toHaveLength(1)
  }
})

test('where no file may grow any more a check-in is refused as not saved, and goes through once it may', async () => {
  const folder = spoiltFolder('full', () => undefined)
  const before = await contentOf(folder)
  const input = JSON.stringify(checkInOf({ surname: 'Third' }))
  // The shell's limit in 512-byte blocks: the log of the register cannot take a check-in.
  const child = spawn(
    'sh',
    ['-c', 'ulimit -f 60; exec "$0" "$@"', process.execPath, BUILT_CLI, 'check-in', '--data', folder, '--json'],
    { cwd: PROJECT_ROOT },
  )
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stdin.end(input)
  const [exitCode] = await once(child, 'close')
  expect(exitCode).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: expect.stringMatching(/STORE_FAILED|FOLDER_BLOCKED|DISK_FULL/) } })
  expect(await contentOf(folder)).toEqual(before)
  expect((await runCli(['check-in', '--data', folder], { input })).exitCode).toBe(0)
})

test('a register that was moved away is not replaced in silence', async () => {
  const folder = spoiltFolder('moved', (moved) => renameSync(registerOf(moved), join(moved, 'register.old')))
  expect((await refused(['queue', '--data', folder])).code).toBe('NOT_SET_UP')
  expect(existsSync(registerOf(folder))).toBe(false)
  copyFileSync(join(folder, 'register.old'), registerOf(folder))
  expect((await contentOf(folder)).isClean).toBe(true)
})
