import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors, type PageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, openDesk, type Theme } from './desk-page.ts'

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

async function openToday(language: Language, theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors: PageErrors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
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

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)('axe finds nothing and nothing is refused (%s)', async (theme) => {
    const { page, errors } = await openToday(language, theme)
    expect(await axeFindings(page)).toEqual([])
    expect(errors.all()).toEqual([])
  })

  test('no deadline and no state is cut on any card', async () => {
    const { page } = await openToday(language)
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('article [id$="-moment"], article [id$="-state"]')]
        .filter((element) =>
          [element, ...element.querySelectorAll('*')].some(
            (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0,
          ),
        )
        .map((element) => element.textContent),
    )
    expect(cut).toEqual([])
  })
})

test('at 200 % zoom nothing scrolls sideways', async () => {
  const { page } = await openToday('kk')
  await page.setViewportSize({ width: 683, height: 384 })
  const widths = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    main: document.querySelector('main')?.scrollWidth,
    shown: document.querySelector('main')?.clientWidth,
  }))
  expect(widths.page).toBeLessThanOrEqual(683)
  expect(widths.main).toBeLessThanOrEqual(widths.shown ?? 0)
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

test('a scan on any screen fires no shortcut', async () => {
  const { page } = await openToday('ru')
  await page.keyboard.press('Slash')
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.tagName !== 'INPUT')
  const cdp = await page.context().newCDPSession(page)
  // A Russian layout: the key by position is N, G, Slash; what it writes is т, п, "."
  const keys = [
    ['KeyN', 'т'],
    ['KeyG', 'п'],
    ['KeyT', 'е'],
    ['Slash', '.'],
    ['KeyG', 'п'],
    ['KeyQ', 'й'],
    ['Slash', '.'],
    ['KeyN', 'т'],
  ] as const
  for (const [code, key] of keys) {
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key, text: key })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key })
  }
  await page.waitForFunction((gapMs) => new Promise((resolve) => setTimeout(() => resolve(true), gapMs)), 400)
  expect(await page.evaluate(() => [location.hash, document.activeElement?.tagName])).not.toContain('INPUT')
})
