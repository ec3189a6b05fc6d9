import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, openDesk, type Theme } from './desk-page.ts'

let browser: TestBrowser
let desk: RunningDesk
let directory: string

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  directory = makeTempDirectory()
  desk = await startServe(['--data', directory], { TZ: 'Asia/Almaty' })
})

afterEach(async () => {
  await desk.stop()
  removeDirectory(directory)
})

async function openFirstStart(language: (typeof LANGUAGES)[number] = 'ru', theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  // Another test of this browser may have left a half-filled form for this port.
  await page.evaluate(() => localStorage.removeItem('qabyl.property-draft'))
  return { page, errors }
}

async function fill(page: Awaited<ReturnType<typeof openFirstStart>>['page'], values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value)
}

test('a property is set up from nothing to the board, and its recovery code is shown once', async () => {
  const { page, errors } = await openFirstStart()
  await page.getByRole('button', { name: 'Заполнить карточку' }).click()
  await fill(page, { name: 'Отель «Мысал»', bin: '990140000385', city: 'Алматы', roomCount: '64' })
  await page.getByRole('button', { name: 'Создать объект' }).click()

  const bin = page.locator('[name="bin"]')
  expect(await bin.getAttribute('aria-invalid')).toBe('true')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('bin')
  await page.getByText('Контрольная цифра не сходится').waitFor()

  await fill(page, { bin: SOUND_BIN, address: 'пр. Абая, 1', department: 'УМС ДП г. Алматы' })
  await page.getByText('цифра сошлась').waitFor()
  await page.getByRole('button', { name: 'Создать объект' }).click()

  await page.getByRole('heading', { name: 'Код восстановления' }).waitFor()
  const code = await page.locator('output').innerText()
  expect(code.replaceAll(/[^A-Z0-9]/gi, '').length).toBeGreaterThanOrEqual(24)
  expect(await axeFindings(page)).toEqual([])
  const toBoard = page.getByRole('button', { name: 'Перейти к доске' })
  expect(await toBoard.isDisabled()).toBe(true)
  await page.getByLabel('Код записан').check()
  await toBoard.click()

  await page.getByRole('heading', { name: 'Все сроки закрыты' }).waitFor()
  expect(await page.getByText('Отель «Мысал»').first().isVisible()).toBe(true)
  await page.reload()
  await page.getByRole('heading', { name: 'Все сроки закрыты' }).waitFor()
  expect(await page.getByText(code).count()).toBe(0)
  expect(errors.all()).toEqual([])
})

test('a half-filled form opens where it was left', async () => {
  const { page } = await openFirstStart()
  await page.getByRole('button', { name: 'Заполнить карточку' }).click()
  await fill(page, { name: 'Гостевой дом «Шаңырақ»', bin: '9901' })
  await page.reload()
  await page.locator('[name="name"]').waitFor()
  expect([await page.locator('[name="name"]').inputValue(), await page.locator('[name="bin"]').inputValue()]).toEqual([
    'Гостевой дом «Шаңырақ»',
    '9901',
  ])
  await page.evaluate(() => localStorage.removeItem('qabyl.property-draft'))
})

test('training opens with its guests and can be left again', async () => {
  const { page } = await openFirstStart('kk')
  await page.getByRole('button', { name: 'Оқуды бастау' }).click()
  await page.locator('article').first().waitFor()
  expect(await page.getByRole('status').innerText()).toContain('Оқу режимі')
  await page.getByRole('button', { name: 'Шығу' }).click()
  await page.getByRole('heading', { name: 'Неден бастаймыз?' }).waitFor()
})

test('axe finds nothing in any language and theme, on the choice and on the form', async () => {
  for (const language of LANGUAGES)
    for (const theme of ['light', 'dark'] as const) {
      const { page, errors } = await openFirstStart(language, theme)
      expect(await axeFindings(page)).toEqual([])
      await page.locator('main button').first().click()
      await page.locator('button[type="submit"]').click()
      await page.locator('[aria-invalid="true"]').first().waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect(errors.all()).toEqual([])
      await page.evaluate(() => localStorage.removeItem('qabyl.property-draft'))
    }
})

/** Weighted by 1…11, its first eleven digits give the twelfth. */
const SOUND_BIN = '990140000384'
