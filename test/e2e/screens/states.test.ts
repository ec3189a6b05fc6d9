import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { runCliJson } from '../../support/run-cli.ts'
import { SAMPLE_HOTEL } from '../../support/sample-hotel.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { DeskLine } from './desk-line.ts'
import { chooseView, goTo, openDesk } from './desk-page.ts'
import { VIEWS, type View } from './photograph.ts'
import { everyAddress } from './routes.ts'
import { sidewaysOf } from './sideways.ts'

/** Monday 20 July 2026, 10:41 in Almaty. */
const NOW = '2026-07-20T05:41:00.000Z'
const WAITING = 'main [data-waiting]'
/** Content, an answer that there is nothing, or an error. */
const SETTLED = 'main:not(:has([data-silent])):not(:has([data-waiting])) :is(section, form, table, h2, dl, [role="alert"])'
/** A browser opens six lines to one desk at most, and every window keeps one of them for the desk's events. */
const WINDOWS_AT_ONCE = 4

let browser: TestBrowser
let desk: RunningDesk
let directory: string
/** Nobody was here yet. */
let empty: readonly string[]
let addresses: readonly string[]

beforeAll(async () => {
  browser = await launchBrowser()
  directory = makeTempDirectory()
  const property = join(directory, 'property.json')
  writeFileSync(property, JSON.stringify(SAMPLE_HOTEL))
  await runCliJson(['init', '--property', property, '--data', data(), '--now', NOW])
  desk = await serve()
  empty = everyAddress('').filter((address) => address !== '/guest/')
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

const data = () => join(directory, 'data')

function serve(port = '0'): Promise<RunningDesk> {
  return startServe(['--data', data(), '--now', NOW, '--port', port], { TZ: 'Asia/Almaty' })
}

/** Each address is looked at in one of the six views, the next in the next. */
function viewAt(index: number): View {
  const view = VIEWS[index % VIEWS.length]
  if (view === undefined) throw new Error('There are no views')
  return view
}

async function openWindow(view: View) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  page.setDefaultTimeout(15_000)
  const errors = await collectPageErrors(page)
  await chooseView(page, view)
  return { page, errors }
}

/** Fits at 1366 × 768 and at 200 %, and axe finds nothing. */
async function isSound(page: Page, where: string): Promise<void> {
  expect(await axeFindings(page), where).toEqual([])
  expect(await sidewaysOf(page), where).toBe(0)
  await page.setViewportSize({ width: 683, height: 384 })
  expect(await sidewaysOf(page), `${where} at 200 %`).toBe(0)
  await page.setViewportSize({ width: 1366, height: 768 })
}

test('empty: before the first guest every screen stands, fits and says something', async () => {
  for (const [place, view] of VIEWS.entries()) {
    const { page, errors } = await openWindow(view)
    await openDesk(page, desk.ready.url)
    for (const address of empty.filter((_, index) => index % VIEWS.length === place)) {
      await goTo(page, address)
      await page.locator(SETTLED).first().waitFor()
      await isSound(page, `${address} ${view.language} ${view.theme}`)
    }
    expect(errors.all(), `${view.language} ${view.theme}`).toEqual([])
    await page.close()
  }
}, 180_000)

/** The help has its words with it and asks the desk for nothing. */
const isRead = (address: string) => !address.startsWith('/help')

const answerSchema = z.object({ notices: z.tuple([z.object({ id: z.string() })]) })

test('a guest arrives, for the screens that tell of one', async () => {
  const guest = {
    surname: 'Klimova',
    givenNames: 'Olga',
    citizenship: 'RUS',
    documentType: 'passport',
    documentNumber: '751234567',
  }
  const stay = { arrivalAt: '2026-07-19T12:33', departureDate: '2026-07-28', room: '402', reservation: null }
  const answer = await fetch(new URL('/api/v1/check-ins', desk.ready.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.ready.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requestId: randomUUID(), stay, guests: [guest] }),
  })
  addresses = everyAddress(answerSchema.parse(await answer.json()).notices[0].id)
  expect(addresses.length).toBeGreaterThanOrEqual(18)
})

declare global {
  interface Window {
    /** When the title of a screen and its word of waiting came into the page, in ms. */
    waited?: { title?: number; word?: number }
  }
}

/** Notes in the page itself when title and word were drawn: from outside the business of this machine would be measured. */
async function watchTheWait(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const waited: { title?: number; word?: number } = {}
    window.waited = waited
    new MutationObserver(() => {
      if (document.querySelector('main h1') !== null) waited.title ??= performance.now()
      if (document.querySelector('main [data-waiting]') !== null) waited.word ??= performance.now()
    }).observe(document, { childList: true, subtree: true, attributes: true })
  })
}

test('slow and failed: silence for a tenth of a second, then one calm line; a failure in three sentences; asked again it is there', async () => {
  for (const [place, view] of VIEWS.entries()) {
    const { page } = await openWindow(view)
    const line = await DeskLine.of(page)
    await openDesk(page, desk.ready.url)
    await watchTheWait(page)
    for (const address of addresses.filter(isRead).filter((_, index) => index % VIEWS.length === place)) {
      const where = `${address} ${view.language} ${view.theme}`
      await goTo(page, address)
      line.hold()
      await page.reload()
      await page.locator(WAITING).first().waitFor()
      expect(await page.locator(WAITING).count(), where).toBe(1)
      const { title = 0, word = 0 } = (await page.evaluate(() => window.waited)) ?? {}
      expect(word - title, where).toBeGreaterThanOrEqual(99)
      await isSound(page, `${where} waiting`)

      line.fail()
      await page.reload()
      const said = page.locator('main [role="alert"]').first()
      await said.waitFor()
      await isSound(page, `${where} failed`)
      await line.pass()
      const { what, deadline, todo } = CATALOGUES[view.language].errors.UNEXPECTED
      for (const sentence of [what, deadline, todo]) expect(await said.innerText(), where).toContain(sentence)
      await said.getByRole('button', { name: CATALOGUES[view.language].common.retry }).focus()
      await page.keyboard.press('Enter')
      await said.waitFor({ state: 'detached' })
      await page.locator(SETTLED).first().waitFor()
    }
    await page.close()
  }
}, 240_000)

test.each([
  { on: '/', part: 'lostPassport/openCases' },
  { on: '/guest/', part: 'lostPassport/get' },
  { on: '/guest/', part: 'card/get' },
  { on: '/guest/', part: 'document/photos' },
  { on: '/queue', part: 'guest/get' },
])(
  '$on without $part: the rest stands, the part says why it is not there, and asked again it goes',
  async ({ on, part }) => {
    const { page } = await openWindow({ language: 'ru', theme: 'light' })
    const line = await DeskLine.of(page)
    line.fail(new RegExp(part))
    await openDesk(page, desk.ready.url)
    await goTo(page, addresses.find((address) => address.startsWith(on)) ?? on)
    const said = page.locator('main [role="alert"]')
    await said.waitFor()
    await page.locator(SETTLED).first().waitFor()
    await isSound(page, `${on} without ${part}`)
    await line.pass()
    await said.getByRole('button', { name: CATALOGUES.ru.common.retry }).click()
    await said.waitFor({ state: 'detached' })
  },
  60_000,
)

test('the desk dies under every screen: each is covered, and stands as it was once the new address is pasted', async () => {
  for (let first = 0; first < addresses.length; first += WINDOWS_AT_ONCE) {
    const windows = await Promise.all(
      addresses.slice(first, first + WINDOWS_AT_ONCE).map(async (address) => {
        const view = viewAt(first / WINDOWS_AT_ONCE)
        const { page } = await openWindow(view)
        await openDesk(page, desk.ready.url)
        await goTo(page, address)
        await page.locator(SETTLED).first().waitFor()
        return { page, view, address, hash: await hashOf(page), title: await titleOf(page) }
      }),
    )
    await desk.kill()
    for (const [index, { page, view, address }] of windows.entries()) {
      const { gone } = CATALOGUES[view.language].shell
      await page.getByRole('heading', { level: 1, name: gone.title }).waitFor()
      await page.getByText(gone.waiting).waitFor()
      // The cover is the same on all of them.
      if (index === 0) await isSound(page, address)
    }
    desk = await serve(new URL(desk.ready.url).port)
    for (const { page, view, address, hash, title } of windows) {
      const { shell } = CATALOGUES[view.language]
      await page.goto(desk.ready.url)
      for (const { title: cover } of [shell.gone, shell.notAllowed])
        await page.getByRole('heading', { level: 1, name: cover }).waitFor({ state: 'detached' })
      expect({ hash: await hashOf(page), title: await titleOf(page) }, address).toEqual({ hash, title })
      await page.close()
    }
  }
}, 240_000)

const hashOf = (page: Page) => page.evaluate(() => location.hash)
const titleOf = (page: Page) => page.locator('main h1').first().innerText()
