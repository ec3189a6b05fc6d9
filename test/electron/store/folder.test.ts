import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStoreWithKeyFile } from '#electron/store/keys.ts'
import { openStore } from '#electron/store/open-store.ts'
import { startDeskChild } from './child-process.ts'
import { addProperty, KEY, newFolder, openRegister, testLogger, testPorts } from './register-fixture.ts'

function open(directory: string) {
  return openStore({ directory, key: KEY, ports: testPorts(), logger: testLogger() })
}

function openWithKeyFile(directory: string) {
  return openStoreWithKeyFile({ directory, ports: testPorts(), logger: testLogger() })
}

test('one process at a time; the folder is free again after kill -9', async () => {
  const directory = newFolder()
  const child = startDeskChild(directory, 'hold')
  expect(await child.next()).toEqual({ open: true })

  expect(openWithKeyFile(directory)).toMatchObject({ ok: false, error: { code: 'locked', directory } })
  const second = startDeskChild(directory, 'hold')
  expect(await second.next()).toEqual({ failure: 'locked' })

  await child.kill()
  const opened = openWithKeyFile(directory)
  expect(opened).toMatchObject({ ok: true })
  if (opened.ok) opened.value.close()
})

test('the same process does not open a folder twice either; closing frees it', () => {
  const directory = newFolder()
  const first = openRegister(directory)
  expect(open(directory)).toMatchObject({ ok: false, error: { code: 'locked' } })
  first.close()
  openRegister(directory)
})

test('killed in the middle of a transaction: the acknowledged one is there, the open one is not', async () => {
  const directory = newFolder()
  const child = startDeskChild(directory, 'die-in-transaction')
  expect(await child.next()).toEqual({ rows: 2 })
  await child.kill()
  const opened = openWithKeyFile(directory)
  if (!opened.ok) throw new Error(opened.error.message)
  onTestFinished(() => opened.value.close())
  expect(opened.value.database.prepare('SELECT id FROM property').pluck().all()).toEqual(['saved'])
})

test('a folder that cannot be is blocked, with a sentence that says what to do', () => {
  const parent = newFolder()
  writeFileSync(join(parent, 'a-file'), 'in the way')
  const places = [
    join(parent, 'a-file'),
    join(parent, 'a-file', 'data'),
    ...(process.platform === 'linux' ? ['/proc/qabyl'] : []),
  ]
  for (const directory of places) {
    const refused = open(directory)
    expect(refused).toMatchObject({ ok: false, error: { code: 'folder_blocked', directory } })
    expect(refused.ok ? '' : refused.error.message).toContain('another folder')
    expect(openWithKeyFile(directory)).toMatchObject({ ok: false, error: { code: 'folder_blocked' } })
  }
  expect(readFileSync(join(parent, 'a-file'), 'utf8')).toBe('in the way')
})

test('a folder in the place of the register is blocked', () => {
  const directory = newFolder()
  mkdirSync(join(directory, 'register.db'))
  expect(open(directory)).toMatchObject({ ok: false, error: { code: 'folder_blocked' } })
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder without the right to write is blocked (not as root, whom no right stops)',
  () => {
    const directory = newFolder()
    chmodSync(directory, 0o500)
    expect(open(directory)).toMatchObject({ ok: false, error: { code: 'folder_blocked' } })
    chmodSync(directory, 0o700)
  },
)

/** A small file system of its own; `undefined` where this user may not mount one. */
function mountSmallDisk(kilobytes: number): string | undefined {
  const directory = newFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', directory])
  if (mounted.status !== 0) return undefined
  onTestFinished(() => void execFileSync('umount', ['-l', directory]))
  return directory
}

const mayMount =
  spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs tmpfs "$d" && umount "$d"; s=$?; rmdir "$d"; exit $s']).status === 0

test.runIf(mayMount)(
  'a full disk: first start says so, and a running desk keeps what it acknowledged (where tmpfs may be mounted)',
  async () => {
    const tooSmall = mountSmallDisk(64) ?? ''
    expect(openWithKeyFile(tooSmall)).toMatchObject({ ok: false, error: { code: 'disk_full' } })

    const small = mountSmallDisk(2_000) ?? ''
    const child = startDeskChild(small, 'fill')
    const said = (await child.next()) as { acknowledged: number; kept: number; cause: string }
    expect(said).toMatchObject({ cause: 'disk_full' })
    expect(said.acknowledged).toBeGreaterThan(10)
    expect(said.kept).toBe(said.acknowledged)
    await child.kill()
    execFileSync('mount', ['-o', 'remount,size=8m', small])
    const again = openWithKeyFile(small)
    if (!again.ok) throw new Error(again.error.message)
    expect(again.value.database.prepare('SELECT count(*) FROM property').pluck().get()).toBe(said.acknowledged)
    again.value.close()
  },
)

test('a register that is not encrypted is not taken for ours', () => {
  const directory = newFolder()
  writeFileSync(join(directory, 'register.db'), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]))
  expect(open(directory)).toMatchObject({ ok: false, error: { code: 'damaged' } })
})

test('one flipped bit is found, wherever in the file it is', () => {
  const directory = newFolder()
  const store = openRegister(directory)
  addProperty(store)
  store.close()
  const file = join(directory, 'register.db')
  const sound = readFileSync(file)
  const pages = sound.length / 4096
  expect(pages).toBeGreaterThan(20)
  for (let page = 0; page < pages; page++) {
    const damaged = Buffer.from(sound)
    const at = page * 4096 + ((page * 997) % 4096)
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (page % 8)), at)
    writeFileSync(file, damaged)
    const opened = open(directory)
    if (!opened.ok) {
      expect(['wrong_key', 'damaged']).toContain(opened.error.code)
      continue
    }
    let finding: unknown
    try {
      finding = opened.value.database.pragma('integrity_check', { simple: true })
    } catch (error) {
      finding = error
    }
    expect(finding, `bit flipped in page ${page + 1}`).not.toBe('ok')
    opened.value.close()
  }
})
