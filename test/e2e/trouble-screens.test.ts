import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { en } from '#shared/i18n/en/index.ts'
import { ru } from '#shared/i18n/ru/index.ts'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../support/browser.ts'
import { collectPageErrors } from '../support/page-errors.ts'
import { runCliJson } from '../support/run-cli.ts'
import { type RunningDesk, startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { contentOf, makeRegister } from './bad-input/refused.ts'

let base: string
let sound: string
let browser: TestBrowser

beforeAll(async () => {
  base = makeTempDirectory()
  sound = join(base, 'sound')
  await makeRegister(sound)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  removeDirectory(base)
})

async function served(directory: string, port = '0'): Promise<RunningDesk> {
  const desk = await startServe(['--data', directory, '--port', port], { TZ: 'Asia/Almaty' })
  onTestFinished(async () => void (await desk.stop()))
  return desk
}

async function opened(url: string) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await page.goto(url)
  return { page, errors }
}

/** What covers the window: heading and sentences. */
async function coverOf(page: Page, heading: string): Promise<string> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  return await page
    .getByRole('alert')
    .filter({ has: page.getByRole('heading', { name: heading }) })
    .innerText()
}

async function openCheckIn(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.evaluate(() => {
    location.hash = '#/check-in'
  })
  await page.getByLabel('Фамилия').waitFor()
}

const keyOf = (folder: string) => join(folder, 'register.key')
const registerOf = (folder: string) => join(folder, 'register.db')

function raiseVersion(folder: string): void {
  const database = new Database(registerOf(folder))
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${readFileSync(keyOf(folder), 'latin1').trim()}'"`)
  database.pragma('user_version = 900')
  database.close()
}

test.each<[code: keyof typeof ru.folderTrouble.reasons, spoil: (folder: string) => void]>([
  ['wrong_key', (folder) => writeFileSync(keyOf(folder), `${'5a'.repeat(32)}\n`, { mode: 0o600 })],
  ['key_missing', (folder) => rmSync(keyOf(folder))],
  ['from_future', raiseVersion],
  ['damaged', (folder) => truncateSync(registerOf(folder), 20_000)],
  [
    'folder_blocked',
    (folder) => {
      rmSync(folder, { recursive: true })
      writeFileSync(folder, '')
    },
  ],
])('%s: the window says which folder, what happened, what it means and what to do', async (code, spoil) => {
  const folder = join(base, code)
  cpSync(sound, folder, { recursive: true })
  spoil(folder)
  const desk = await served(folder)
  const { page, errors } = await opened(desk.ready.url)
  const said = await coverOf(page, ru.folderTrouble.title)
  const { what, todo } = ru.folderTrouble.reasons[code]
  for (const part of [what, ru.folderTrouble.deadline, todo, folder]) expect(said).toContain(part)
  expect(await axeFindings(page)).toEqual([])
  expect(errors.all()).toEqual([])
})

test('the window opens the board by itself once the right key is back', async () => {
  const folder = join(base, 'to be mended')
  cpSync(sound, folder, { recursive: true })
  rmSync(keyOf(folder))
  const desk = await served(folder)
  const { page } = await opened(desk.ready.url)
  await coverOf(page, ru.folderTrouble.title)
  await page.getByRole('button', { name: 'Eng' }).click()
  expect(await coverOf(page, en.folderTrouble.title)).toContain(en.folderTrouble.reasons.key_missing.todo)
  await page.getByRole('button', { name: 'Рус' }).click()
  copyFileSync(keyOf(sound), keyOf(folder))
  await page.getByRole('heading', { level: 1, name: ru.shell.today }).waitFor()
  await page.getByText('Muster').first().waitFor()
})

test('kill -9 while somebody types: the window says so, the new address brings it back, nothing typed is lost', async () => {
  const folder = join(base, 'killed')
  cpSync(sound, folder, { recursive: true })
  const desk = await served(folder)
  const { page } = await opened(desk.ready.url)
  await openCheckIn(page)
  await page.getByLabel('Фамилия').fill('ERIKSSON')
  await page.getByLabel('Отчество').fill('ANNA')
  await desk.kill()
  const said = await coverOf(page, ru.shell.gone.title)
  for (const part of [...Object.values(ru.errors.DESK_GONE), ru.shell.gone.waiting]) expect(said).toContain(part)

  const again = await served(folder, new URL(desk.ready.url).port)
  const refused = await coverOf(page, ru.shell.notAllowed.title)
  for (const part of Object.values(ru.errors.UNAUTHORIZED)) expect(refused).toContain(part)

  // Pasted over the old address in the same tab: the browser keeps the page.
  await page.goto(again.ready.url)
  await page.getByRole('heading', { name: ru.shell.notAllowed.title }).waitFor({ state: 'detached' })
  const typed = async () => [await page.getByLabel('Фамилия').inputValue(), await page.getByLabel('Отчество').inputValue()]
  expect(await typed()).toEqual(['ERIKSSON', 'ANNA'])
  expect(page.url()).toBe(`${new URL(again.ready.url).origin}/#/check-in`)

  await page.reload()
  await page.getByLabel('Фамилия').waitFor()
  await page.waitForFunction(() => [...document.querySelectorAll('input')].some((input) => input.value === 'ERIKSSON'))
  expect(await typed()).toEqual(['ERIKSSON', 'ANNA'])
})

test('an address of yesterday does not open the desk and says where the new one is', async () => {
  const desk = await served(sound)
  const { page } = await opened(`${new URL(desk.ready.url).origin}/#token=${'A'.repeat(43)}`)
  expect(await coverOf(page, ru.shell.notAllowed.title)).toContain(ru.errors.UNAUTHORIZED.todo)
  expect(page.url()).not.toContain('token')
})

/** A disk of 3 MB of this test's own; `undefined` where this user may not mount one. */
function mountDisk(): string | undefined {
  if (process.platform !== 'linux') return undefined
  const directory = mkdtempSync(join(tmpdir(), 'qabyl-disk-'))
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', directory]).status === 0) return directory
  rmSync(directory, { recursive: true })
  return undefined
}

/** Writes until there is no room for one more byte. */
function fillDisk(file: string): void {
  const descriptor = openSync(file, 'w')
  for (const size of [65_536, 4_096, 1]) while (hasRoomFor(descriptor, size));
  closeSync(descriptor)
}

function hasRoomFor(descriptor: number, size: number): boolean {
  try {
    return writeSync(descriptor, Buffer.alloc(size, 1)) === size
  } catch {
    return false
  }
}

function unmountDisk(directory: string): void {
  spawnSync('umount', ['-l', directory])
  rmSync(directory, { recursive: true, force: true })
}

function canMount(): boolean {
  const directory = mountDisk()
  if (directory !== undefined) unmountDisk(directory)
  return directory !== undefined
}

// Where nothing may be mounted, data-folder.test.ts still runs a real write that fails.
test.skipIf(!canMount())(
  'a disk that fills up while somebody types: not saved is said as not saved, and once there is room it goes through',
  async () => {
    const small = mountDisk() ?? ''
    onTestFinished(() => unmountDisk(small))
    const folder = join(small, 'data')
    const filler = join(small, 'filler')
    await makeRegister(folder)
    const desk = await served(folder)
    const { page } = await opened(desk.ready.url)
    await openCheckIn(page)
    const failures = new Set<number>()
    page.on('response', (response) => {
      if (!response.ok()) failures.add(response.status())
    })
    // No room for a line of the log either.
    const log = join(folder, 'logs', 'desk.log')
    appendFileSync(log, '\n'.repeat(65_536 - (statSync(log).size % 65_536)))
    fillDisk(filler)
    await page.getByLabel('Фамилия').fill('ERIKSSON')
    await page.getByRole('button', { name: /^В очередь/ }).click()
    await page.getByText(ru.errors.STORE_FAILED.what).first().waitFor()
    expect(await page.getByText(ru.errors.STORE_FAILED.todo).first().isVisible()).toBe(true)
    await page.getByText(ru.storeTrouble.disk_full).first().waitFor()
    expect(await page.getByLabel('Фамилия').inputValue()).toBe('ERIKSSON')
    expect(await runCliJson(['queue', '--data', folder])).toHaveLength(1)

    expect([...failures]).toEqual([507])

    rmSync(filler)
    await page.getByRole('button', { name: ru.checkIn.failed.retry }).click()
    await page.waitForFunction(() => [...document.querySelectorAll('input')].every((input) => input.value !== 'ERIKSSON'))
    await desk.stop()
    const { notices, isClean } = await contentOf(folder)
    expect({ names: notices.map(({ displayName }) => displayName).toSorted(), isClean }).toEqual({
      names: ['ERIKSSON', 'Muster'],
      isClean: true,
    })
  },
)
