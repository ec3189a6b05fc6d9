import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Language } from '#shared/i18n/language.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors, type PageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, openDesk } from './desk-page.ts'

const MONDAY = '2026-11-23T05:43:00.000Z'

let desk: RunningDesk
let browser: TestBrowser
let directory: string

beforeAll(async () => {
  directory = makeTempDirectory()
  desk = await startServe(['--training', '--data', directory, '--now', MONDAY], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

async function openToday(language: Language) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors: PageErrors = await collectPageErrors(page)
  await chooseView(page, { language, theme: 'light' })
  await openDesk(page, desk.ready.url)
  await page.locator('article').first().waitFor()
  return { page, errors }
}

test('Chromium shows Kazakh dates in Kazakh', async () => {
  const { page } = await openToday('kk')
  const header = await page.locator('header').first().innerText()
  expect(header).toContain('Дс, 2026 ж. 23 қараша')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('kk')
})

test('the arrows walk the board, and the selected card carries Enter', async () => {
  const { page } = await openToday('ru')
  const selected = () => page.locator('article[aria-current="true"] b').first().innerText()
  const first = await selected()
  await page.keyboard.press('ArrowDown')
  const second = await selected()
  await page.keyboard.press('ArrowUp')
  expect([await selected(), second === first]).toEqual([first, false])
  expect(await page.locator('article[aria-current="true"] kbd').innerText()).toBe('Enter')
})

test('language changes every word at once and is remembered', async () => {
  const { page } = await openToday('ru')
  await page.getByRole('button', { name: 'Eng' }).click()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  expect(await page.evaluate(() => localStorage.getItem('qabyl.view'))).toContain('"language":"en"')
})

test('training is unmistakable', async () => {
  const { page } = await openToday('ru')
  expect(await page.getByRole('status').innerText()).toContain('Учебный режим: гости вымышлены')
})

/** Presses keys as a wedge scanner does on a Russian layout: positions of the US layout, letters of the Russian one. */
async function scan(page: Page, keys: readonly (readonly [code: string, writes: string, shift?: boolean])[]) {
  const keyboard = await page.context().newCDPSession(page)
  for (const [code, key, shift] of keys) {
    const event = { code, key, modifiers: shift === true ? 8 : 0 }
    await keyboard.send('Input.dispatchKeyEvent', { ...event, type: 'keyDown', text: key })
    await keyboard.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' })
  }
}

test('a burst of keys that are shortcuts fires none of them', async () => {
  const { page } = await openToday('ru')
  await page.keyboard.press('Slash')
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.tagName !== 'INPUT')
  await scan(page, [
    ['KeyN', 'т'],
    ['KeyG', 'п'],
    ['KeyT', 'е'],
    ['Slash', '.'],
    ['KeyG', 'п'],
    ['KeyQ', 'й'],
    ['Slash', '.'],
    ['KeyN', 'т'],
  ])
  // A key that is heard again shows that the burst was settled, and everything it could have done is done.
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Shift+Slash')
        return await page.locator('dialog[open]').count()
      },
      { interval: 300 },
    )
    .toBe(1)
  expect(await page.evaluate(() => [location.hash, document.activeElement?.tagName])).toEqual(['#/', 'BUTTON'])
})

test('a passport scanned on the board opens the check-in', async () => {
  const { page } = await openToday('ru')
  await scan(page, [
    ['KeyP', 'з', true],
    ['Comma', 'б', true],
    ['KeyR', 'к', true],
    ['KeyU', 'г', true],
    ['KeyS', 'ы', true],
    ['KeyN', 'т', true],
    ['KeyG', 'п', true],
    ['Comma', 'б', true],
  ])
  await page.waitForFunction(() => location.hash === '#/check-in')
})
