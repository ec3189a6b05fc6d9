import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { CheckInPage } from '../check-in-page.ts'
import { watchDeskCalls } from './desk-calls.ts'
import { chooseView, goTo, openDesk, type Theme } from './desk-page.ts'
import { LAYOUT_NAMES, PalettePage } from './palette-page.ts'

const MRZ = 'P<RUSVETROVA<<OLGA<<<<<<<<<<<<<<<<<<<<<<<<<<\n7501234561RUS8809141F3103223<<<<<<<<<<<<<<00'

let root: string
let desk: RunningDesk
let browser: TestBrowser

beforeAll(async () => {
  root = makeTempDirectory()
  desk = await startServe(['--data', join(root, 'desk'), '--training', '--now', '2026-05-05T09:41:00.000Z'], {
    TZ: 'Asia/Almaty',
  })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(root)
})

async function open(language: Language = 'ru', theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  const calls = watchDeskCalls(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  await page.locator('article').first().waitFor()
  // What one test used lately is no business of the next.
  await page.evaluate(() => localStorage.removeItem('qabyl.recent-commands'))
  return { page, errors, calls, palette: new PalettePage(page) }
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('the list of keys fits on the screen, whatever the screen', async () => {
    const { page } = await open(language)
    for (const route of [
      '/',
      '/check-in',
      '/guests',
      '/queue',
      '/queue/paper',
      '/end-of-day',
      '/calendar',
      '/rules/countries',
    ]) {
      await goTo(page, route)
      if (route === '/check-in') {
        // The cursor stands in the scan box, where ? is a character.
        await new CheckInPage(page).untilCursorIn('scan')
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('Shift+Slash')
      const sheet = page.locator('dialog[open]')
      await sheet.waitFor()
      expect([route, await sheet.evaluate((box) => box.scrollHeight - box.clientHeight)]).toEqual([route, 0])
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'detached' })
    }
  })
})

describe('by keys alone', () => {
  test('from a field: what stands in it stays, the cursor comes back, and a command runs where the clerk was', async () => {
    const { page, palette, errors } = await open()
    const checkIn = new CheckInPage(page)
    await checkIn.open()
    await checkIn.field('room').fill('214')
    await checkIn.field('room').focus()
    await palette.open()
    expect(await palette.active().count()).toBe(0)
    await page.keyboard.press('Escape')
    await palette.closed()
    await checkIn.untilCursorIn('room')
    expect(await checkIn.value('room')).toBe('214')
    await palette.open()
    await page.keyboard.type('қаз')
    expect(await palette.active().innerText()).toBe('Язык: Қазақша')
    await page.keyboard.press('Enter')
    await page.locator('html[lang="kk"]').waitFor({ state: 'attached' })
    expect(await checkIn.value('room')).toBe('214')
    await checkIn.untilCursorIn('room')
    // The way back is found by whoever reads no Kazakh, and stands first by now.
    await palette.open()
    await page.keyboard.press('ArrowDown')
    expect(await palette.options().first().innerText()).not.toContain('Қазақша')
    await page.keyboard.type('русский')
    await page.keyboard.press('Enter')
    await page.locator('html[lang="ru"]').waitFor({ state: 'attached' })
    expect(errors.all()).toEqual([])
  })

  test('a guest opens at once, however fast Enter follows; Esc leads back to where the palette was opened', async () => {
    const { page, palette } = await open()
    await goTo(page, '/calendar')
    await palette.open()
    await page.keyboard.type('delor')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/guest\//)
    await page.getByRole('heading', { name: 'Delorme Étienne' }).waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(/#\/calendar/)
  })

  test('a guest typed in the other script, and on the wrong layout', async () => {
    const { page, palette } = await open()
    await palette.open()
    await page.keyboard.type('vetrov')
    await palette.options().filter({ hasText: 'Ветров Павел' }).waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('dtnhjd')
    await palette.options().filter({ hasText: 'Ветров Павел' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Ветров Павел' }).waitFor()
  })

  test.each(['жжжжж', ';;;'])('%s names nobody: signs are no question, on no layout', async (typed) => {
    const { page, palette, calls } = await open()
    await palette.open()
    await palette.box().fill(typed)
    await page.getByText('Ничего не нашлось').waitFor()
    await calls.answered()
    expect(
      await palette
        .options()
        .filter({ hasText: /Ветров|Rahimova/ })
        .count(),
    ).toBe(0)
    expect(await palette.options().count()).toBe(0)
  })

  test('a command typed on the wrong layout leads to its screen; what is used lately stands first next time', async () => {
    const { page, palette } = await open()
    await palette.open()
    await page.keyboard.type(';ehyfk')
    expect(await palette.active().innerText()).toBe('Очередь: журнал связи')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/queue\/journal$/)
    await palette.open()
    await palette.page.getByRole('group', { name: 'Недавнее' }).getByText('Очередь: журнал связи').waitFor()
  })

  test('more than fit: the last line opens the list with all of them', async () => {
    const { page, palette } = await open()
    await palette.open()
    await page.keyboard.type('1')
    const all = palette.options().filter({ hasText: 'Показать всех' })
    await all.waitFor()
    await page.keyboard.press('ArrowUp')
    expect(await palette.active().innerText()).toContain('Показать всех')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/guests/)
    await palette.closed()
  })

  test('what does not work now stands grey with the reason, and Enter leaves it alone', async () => {
    const { page, palette } = await open()
    await goTo(page, '/queue')
    await page.locator('tr[data-notice]').filter({ hasText: 'PARK JIHOON' }).click()
    await palette.open()
    await page.keyboard.type('отправить выбр')
    const line = palette.options().filter({ hasText: 'Отправить выбранное сейчас' })
    expect(await line.getAttribute('aria-disabled')).toBe('true')
    expect(await line.innerText()).toContain('Выбранное не готово к отправке')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await palette.box().isVisible()).toBe(true)
  })

  test('from any screen the connection is checked, and what was found is said there', async () => {
    const { page, palette } = await open()
    await goTo(page, '/calendar')
    await palette.open()
    await page.keyboard.type('проверить')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('Служба').waitFor()
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/calendar/)
  })
})

describe.each(LAYOUT_NAMES)('on the %s layout', (layout) => {
  test('Ctrl+K, /, N and G with a letter are read by their places', async () => {
    const { page, palette } = await open()
    await palette.press('KeyK', layout, true)
    await palette.box().waitFor()
    await palette.press('KeyK', layout, true)
    await palette.closed()
    await palette.press('Slash', layout)
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.tagName !== 'INPUT')
    await palette.press('KeyG', layout)
    // Two keys closer than a hand's would be a burst.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 90)))
    await palette.press('KeyQ', layout)
    await page.waitForURL(/#\/queue$/)
    await palette.press('KeyN', layout)
    await page.waitForURL(/#\/check-in$/)
  })

  test('a burst of these very keys, Ctrl+K among them, fires none of them', async () => {
    const { page, palette } = await open()
    await palette.burst(
      ['KeyN', 'KeyG', 'KeyT', 'Ctrl+KeyK', 'Slash', 'KeyG', 'KeyQ', 'Ctrl+KeyK', 'Slash', 'KeyN', 'Enter'],
      layout,
    )
    // A key that is heard again shows that the burst is settled, and all it could have done is done.
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Shift+Slash')
          return await page.locator('dialog[open]').count()
        },
        { interval: 300, timeout: 10_000 },
      )
      .toBe(1)
    expect(await page.evaluate(() => [location.hash, document.querySelectorAll('dialog').length])).toEqual(['#/', 1])
    expect(await palette.box().count()).toBe(0)
  })
})

describe('a passport scanned', () => {
  test.each(['us', 'ru'] as const)('into the open palette goes to the check-in (%s layout)', async (layout) => {
    const { page, palette, errors } = await open()
    await palette.open()
    const checkIn = new CheckInPage(page)
    await checkIn.scan(MRZ, layout)
    await palette.closed()
    await page.waitForURL(/#\/check-in$/)
    await expect.poll(() => checkIn.value('surname')).toBe('VETROVA')
    expect(errors.all()).toEqual([])
  })

  test('over the list of keys is taken by the check-in below', async () => {
    const { page } = await open()
    const checkIn = new CheckInPage(page)
    await checkIn.open()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('Shift+Slash')
    await page.locator('dialog[open]').waitFor()
    await checkIn.scan(MRZ)
    await page.locator('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => checkIn.value('surname')).toBe('VETROVA')
  })
})
