import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { MUELLER } from '../../renderer/check-in/samples.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { CheckInPage } from '../check-in-page.ts'
import { chooseView, goTo, openDesk, type Theme } from './desk-page.ts'
import { arrangeLoss, type LossScene, TUESDAY } from './lost-passport-scene.ts'

let root: string
let scene: LossScene
let desk: RunningDesk
let browser: TestBrowser

beforeAll(async () => {
  root = makeTempDirectory()
  scene = await arrangeLoss(join(root, 'desk'))
  desk = await startServe(['--data', join(root, 'desk'), '--now', TUESDAY], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(root)
})

async function open(route: string, language: Language = 'ru', theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  page.setDefaultTimeout(10_000)
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  await goTo(page, route)
  return { page, errors }
}

/** Pixels that lie outside the window. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    const root = document.documentElement
    return Math.max(main.scrollWidth - main.clientWidth, root.scrollWidth - root.clientWidth)
  })
}

/** What a press shows in a tab of its own: the PDF, ready for the printer. */
async function printed(page: Page, press: () => Promise<void>): Promise<string> {
  const [tab] = await Promise.all([page.waitForEvent('popup'), press()])
  const address = tab.url()
  await tab.close()
  return address
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing and nothing scrolls sideways (%s)',
    { timeout: 60_000 },
    async (theme) => {
      const { page, errors } = await open(`/guest/${scene.open}`, language, theme)
      await page.locator('[data-case]').waitFor()
      await page.locator('[data-act="consent"]').waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.locator('[data-step="certificate"] button').click()
      await page.locator('[name="doneOn"]').fill('1.1.2026')
      await page.locator('[data-act="close-case"]').click()
      expect(await axeFindings(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await page.setViewportSize({ width: 683, height: 384 })
      expect(await overflow(page)).toBe(0)
      // What is half typed would stand open again for whoever comes next.
      await page.locator('[data-step="certificate"] [data-act="discard-typed"]').click()
      await page.locator('[data-act="discard-typed"]').waitFor({ state: 'detached' })
      await goTo(page, `/guest/${scene.calm}`)
      await page.locator('[data-act="lost-passport"]').click()
      await page.locator('[name="place"]').waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await goTo(page, '/settings/card')
      await page.locator('textarea').first().waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      expect(errors.all()).toEqual([])
    },
  )
})

test('from Today to the exit visa and out: the open case, its steps, both sheets, its end and the end taken back', {
  timeout: 60_000,
}, async () => {
  const { page, errors } = await open('/')
  const today = page.getByRole('region', { name: 'Утерян паспорт' })
  await today.getByText('с 3 мая, дальше: справка об утере').waitFor()
  await today.getByRole('link', { name: 'Delorme Claire' }).click()
  const step = (name: string) => page.locator(`[data-step="${name}"]`)
  await step('police').getByText('4 мая, № КУИ-3318, Управляющий').waitFor()
  await step('certificate').getByText('Миграционная полиция: УМС ДП г. Алматы').waitFor()
  expect(await step('certificate').getAttribute('aria-current')).toBe('step')
  await page.getByText('Дни пребывания идут дальше').waitFor()

  await page.getByRole('button', { name: 'Отметить: Справка об утере' }).click()
  const day = page.getByLabel('Когда', { exact: true })
  await day.fill('02.05.2026')
  await page.getByText('Это раньше, чем пропал паспорт: 3 мая').waitFor()
  await day.fill('05.05.2026')
  await page.getByLabel('Номер справки').fill('С-204')
  await page.keyboard.press('Enter')
  await step('certificate').getByText('5 мая, № С-204').waitFor()
  await step('consulate').getByText('Консульство: Франция').waitFor()

  // What is typed into a step outlives its form.
  await page.getByRole('button', { name: 'Отметить: Новый документ' }).click()
  await page.getByLabel('Номер нового документа').fill('LP-9')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Отметить: Новый документ' }).click()
  expect(await page.getByLabel('Номер нового документа').inputValue()).toBe('LP-9')
  await page.keyboard.press('Escape')

  for (const name of ['Лист гостю', 'Лист управляющему'])
    expect(await printed(page, () => page.getByRole('button', { name }).click())).toMatch(/^blob:/)

  await page.locator('[data-act="close-case"]').click()
  await page.getByLabel('Закрыто без итога').check()
  await page.getByRole('button', { name: 'Закрыть дело' }).click()
  await page.getByText('Напишите, почему: хотя бы несколько слов').waitFor()
  await page.getByLabel('Паспорт нашёлся').check()
  await page.getByRole('button', { name: 'Закрыть дело' }).click()
  await page.getByText('Дело закрыто 5 мая, Управляющий: Паспорт нашёлся').waitFor()
  await page.locator('[data-act="lost-passport"]').waitFor()
  await page.getByRole('button', { name: 'Открыть снова' }).click()
  await step('certificate').waitFor()
  await page.getByText('Утеря паспорта: дело открыто снова').first().waitFor()
  expect(errors.all()).toEqual([])
})

test('by keys: L opens the form, Esc keeps what was typed, Enter opens the case; the new document is a correction', {
  timeout: 60_000,
}, async () => {
  const { page, errors } = await open(`/guest/${scene.calm}`)
  await page.locator('[data-act="lost-passport"]').waitFor()
  await page.keyboard.press('KeyL')
  await page.locator('[name="place"]:focus').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Напишите место: хотя бы две буквы').waitFor()
  await page.keyboard.type('такси от вокзала')
  await page.keyboard.press('Escape')
  await page.locator('[name="place"]').waitFor({ state: 'detached' })
  await page.keyboard.press('KeyL')
  expect(await page.locator('[name="place"]').inputValue()).toBe('такси от вокзала')
  await page.keyboard.press('Enter')
  await page.locator('[data-step="police"][aria-current="step"]').waitFor()
  await page.getByText('Уведомление ещё не подано. Подайте сейчас').waitFor()
  // The clock of the notice is where it was.
  await page.getByText('ср, 6 мая 23:59').first().waitFor()

  await page.getByRole('button', { name: 'Внести новый документ' }).click()
  const number = page.locator('[data-field="documentNumber"]')
  await number.fill('R0077')
  await page.keyboard.press('Enter')
  await page.getByText('Новый документ: Паспорт R•••7').waitFor()
  await page.getByText('ср, 6 мая 23:59').first().waitFor()
  expect(errors.all()).toEqual([])
})

test('the card: P on the guest’s screen, the word that it was signed, and F9 right after a check-in', {
  timeout: 60_000,
}, async () => {
  const { page, errors } = await open(`/guest/${scene.calm}`)
  await page.locator('[data-act="consent"]').waitFor()
  expect(await printed(page, () => page.keyboard.press('KeyP'))).toMatch(/^blob:/)
  await page.getByText('Регистрационная карточка отпечатана').first().waitFor()
  await page.getByRole('button', { name: 'Гость подписал' }).click()
  await page.getByText('Согласие подписано 5 мая, отметил(а) Управляющий').waitFor()
  await page.getByRole('button', { name: 'Снять отметку' }).click()
  await page.getByText('Согласие ещё не отмечено').waitFor()

  const checkIn = new CheckInPage(page)
  await checkIn.open()
  await checkIn.scan(MUELLER)
  await checkIn.field('act').click()
  await page.getByRole('button', { name: /^Карточка/ }).waitFor()
  expect(await printed(page, () => page.keyboard.press('F9'))).toMatch(/^blob:/)
  await page.getByRole('link', { name: 'Открыть' }).click()
  await page.getByText('Регистрационная карточка отпечатана').first().waitFor()
  expect(errors.all()).toEqual([])
})

test('words of the house are kept by the settings', async () => {
  const { page, errors } = await open('/settings/card')
  await page.getByLabel('Сколько лет после выезда действует согласие').fill('90')
  await page.getByText('Целое число от 1 до 75').waitFor()
  await page.getByLabel('Сколько лет после выезда действует согласие').fill('3')
  await page.getByLabel('Правила проживания: Русский').fill('Тишина с 23:00 до 7:00.')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('status').getByText('Сохранено').waitFor()
  await page.reload()
  expect(await page.getByLabel('Правила проживания: Русский').inputValue()).toBe('Тишина с 23:00 до 7:00.')
  expect(errors.all()).toEqual([])
})
