import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser, type TestBrowser } from '../support/browser.ts'
import { runCliJson } from '../support/run-cli.ts'
import { type RunningDesk, startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { openDesk } from './screens/desk-page.ts'

const NOW = '2026-07-20T06:00:00.000Z'
/** Two more than a browser opens connections to one address. */
const WINDOWS = 8
const EVENTS = '/rpc/desk/events'

let directory: string
let desk: RunningDesk
let browser: TestBrowser

beforeAll(async () => {
  directory = makeTempDirectory()
  const property = join(directory, 'property.json')
  writeFileSync(
    property,
    JSON.stringify({
      name: 'Отель «Мысал»',
      bin: '180340020169',
      address: 'ул. Панфилова, 98, Алматы',
      department: 'УМС ДП г. Алматы',
      channel: 'assisted-portal',
      environment: 'test',
    }),
  )
  const data = join(directory, 'data')
  await runCliJson(['init', '--property', property, '--data', data, '--now', NOW])
  desk = await startServe(['--data', data, '--now', NOW], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

/** A colleague's check-in, past every window. */
async function arrive(surname: string): Promise<void> {
  const answer = await fetch(new URL('/api/v1/check-ins', desk.ready.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.ready.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      requestId: randomUUID(),
      stay: { arrivalAt: '2026-07-20T10:33', departureDate: '2026-07-28', room: '402', reservation: null },
      guests: [{ surname, givenNames: 'Olga', citizenship: 'RUS', documentType: 'passport', documentNumber: '751234567' }],
    }),
  })
  expect(answer.status).toBe(200)
}

interface Window {
  readonly page: Page
  readonly line: CDPSession
  /** Streams of events it holds. */
  streams(): number
}

/** A window on the board, marked: the mark goes with a reload. */
async function openWindow(from: TestBrowser): Promise<Window> {
  const page = await from.newPage()
  page.setDefaultTimeout(20_000)
  const streams = new Set<object>()
  page.on('request', (request) => request.url().endsWith(EVENTS) && streams.add(request))
  page.on('requestfailed', (request) => streams.delete(request))
  page.on('requestfinished', (request) => streams.delete(request))
  await openDesk(page, desk.ready.url)
  await page.evaluate(() => document.documentElement.setAttribute('data-opened', 'once'))
  return { page, line: await page.context().newCDPSession(page), streams: () => streams.size }
}

/** Everybody has read of this guest, in the page that was opened: it was not loaded again. */
async function allShow(windows: readonly Window[], surname: string): Promise<void> {
  // Asked from outside: a window behind another draws nothing, and its own clock is slow.
  const isShown = (name: string) =>
    document.documentElement.dataset['opened'] === 'once' && document.querySelector('main')?.innerText.includes(name) === true
  const lacking = async () => (await Promise.all(windows.map(({ page }) => page.evaluate(isShown, surname)))).indexOf(false)
  await expect.poll(lacking, { timeout: 20_000 }).toBe(-1)
}

function leaderOf(windows: readonly Window[]): Window {
  const [leader, ...others] = windows.filter(({ streams }) => streams() > 0)
  if (leader === undefined || others.length > 0) throw new Error(`${others.length + (leader ? 1 : 0)} windows hold a stream`)
  return leader
}

test('eight windows of one browser and one of another: each change is in all of them, whoever of them is closed, crashes or stands still', async () => {
  const another = await launchBrowser()
  onTestFinished(() => another.close())
  const elsewhere = await openWindow(another)
  let windows: readonly Window[] = []
  for (let opened = 0; opened < WINDOWS; opened += 1) windows = [...windows, await openWindow(browser)]
  await arrive('Albrecht')
  await allShow([...windows, elsewhere], 'Albrecht')
  expect(elsewhere.streams()).toBe(1)

  const gone: [name: string, leave: (leader: Window) => Promise<unknown>][] = [
    ['Bauer', ({ page }) => page.close()],
    ['Clemens', ({ page, line }) => crash(page, line)],
    // As the browser's print dialog does: nothing runs behind it.
    ['Dietrich', ({ page }) => holdDialog(page)],
  ]
  for (const [surname, leave] of gone) {
    const leader = leaderOf(windows)
    windows = windows.filter((window) => window !== leader)
    await leave(leader)
    // Somebody looks at another window: the ones behind ask for nothing.
    await windows.at(-1)?.page.bringToFront()
    await arrive(surname)
    await allShow([...windows, elsewhere], surname)
  }
  expect(windows).toHaveLength(WINDOWS - gone.length)
})

/** Opens a dialog that nobody answers. */
async function holdDialog(page: Page): Promise<void> {
  const opened = page.waitForEvent('dialog')
  await page.evaluate(() => void setTimeout(() => window.alert('held'), 0))
  await opened
}

async function crash(page: Page, line: CDPSession): Promise<void> {
  const crashed = page.waitForEvent('crash')
  // What has crashed does not answer.
  void line.send('Page.crash').catch(() => undefined)
  await crashed
}
