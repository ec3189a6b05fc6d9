import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { startedTelegram } from '../../electron/delivery/delivery-under-test.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { runCliJson } from '../../support/run-cli.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { PROPERTY } from '../bad-input/refused.ts'
import { sidewaysOverflow } from './calendar-page.ts'
import { DeliveryPage } from './delivery-page.ts'
import { chooseView, openDesk, type Theme } from './desk-page.ts'

const MONDAY = '2026-11-23T05:43:00.000Z'

let directory: string
let desk: RunningDesk
let browser: TestBrowser

beforeEach(async () => {
  directory = makeTempDirectory()
  const data = join(directory, 'data')
  const property = join(directory, 'property.json')
  writeFileSync(property, JSON.stringify({ ...PROPERTY, channel: 'assisted-portal' }))
  await runCliJson(['init', '--property', property, '--data', data, '--now', MONDAY])
  desk = await startServe(['--data', data, '--now', MONDAY], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser()
})

afterEach(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

async function opened(view: { readonly language?: Language; readonly theme?: Theme } = {}) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language: view.language ?? 'ru', theme: view.theme ?? 'light' })
  await openDesk(page, desk.ready.url)
  const screen = new DeliveryPage(page)
  await screen.open()
  return { page, screen, errors }
}

async function call(procedure: string, input: unknown): Promise<void> {
  const answer = await fetch(new URL(`/rpc/delivery/${procedure}`, desk.ready.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.ready.token}` },
    body: JSON.stringify({ json: input }),
  })
  expect(answer.status).toBe(200)
}

test('a manager names who gets what, tries each way, and sees what did not arrive and why', async () => {
  const telegram = await startedTelegram()
  const { page, screen, errors } = await opened()
  const out = join(directory, 'out')
  await screen.add({ name: 'Архив', way: 'Папка', address: out })
  expect(await screen.test('Архив')).toContain('Такой папки нет или диск не подключён')
  mkdirSync(out)
  await page.getByRole('button', { name: /^Повторить: Проверка, Архив/ }).click()
  await page.locator('tr[data-state="done"]').waitFor()
  expect(readFileSync(join(out, 'qabyl-test.txt'), 'utf8')).toContain('Это проверка')

  await screen.add({ name: 'Владелец', way: 'Telegram', address: '77' })
  expect(await screen.test('Владелец')).toContain('Этот способ не настроен')
  const alert = page.getByText('Не доставлено: 1 сообщение.')
  await alert.waitFor()

  const bot = screen.panel('Бот Telegram')
  await bot.getByRole('button', { name: 'Настроить' }).click()
  await bot.getByLabel('Ключ бота').fill('1:secret-of-the-bot')
  await bot.getByLabel('Адрес Bot API').fill(telegram.apiUrl)
  await page.keyboard.press('Enter')
  await bot.getByText(telegram.apiUrl).waitFor()
  await page.getByRole('button', { name: /^Повторить: Проверка, Владелец/ }).click()
  await page.locator('tr[data-state="done"]').nth(1).waitFor()
  await alert.waitFor({ state: 'detached' })
  expect(telegram.texts.map(({ chat_id }) => chat_id)).toEqual(['77'])
  const listed = await screen.listed()
  expect(listed.map((row) => row.replace(/^.*?Проверка/, 'Проверка'))).toEqual([
    'Проверка Владелец Telegram Доставлено · 2 попытки',
    'Проверка Архив Папка Доставлено · 2 попытки',
  ])
  expect(await page.content()).not.toContain('secret-of-the-bot')
  expect(errors.all()).toEqual([])
})

test('what the desk refuses stands at its field, and nothing typed is lost', async () => {
  const { page, screen } = await opened()
  await page.getByRole('button', { name: 'Добавить получателя' }).click()
  await page.keyboard.type('Архив')
  await page.getByLabel('Способ').selectOption({ label: 'Папка' })
  await page.getByLabel('Полный путь к папке', { exact: true }).fill('reports')
  await page.keyboard.press('Enter')
  await page.getByText('Напишите путь целиком, с диска').waitFor()
  expect(await page.getByLabel('Кто это').inputValue()).toBe('Архив')
  await page.getByLabel('Полный путь к папке', { exact: true }).fill(join(directory, 'out'))
  await page.keyboard.press('Enter')
  await screen.recipient('Архив').waitFor()
})

test('the hours of warnings are changed, each once', async () => {
  const { page, screen } = await opened()
  const ladder = screen.panel('Когда предупреждать')
  await ladder.getByLabel('Когда').selectOption({ label: 'накануне последнего дня' })
  await ladder.getByLabel('Время').fill('18:30')
  await ladder.getByRole('button', { name: 'Добавить час' }).click()
  await ladder.getByRole('listitem').first().getByText('18:30').waitFor()
  expect(await ladder.getByRole('button', { name: 'Добавить час' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Убрать: в последний день, 17:00' }).click()
  await ladder.getByText('17:00').waitFor({ state: 'detached' })
  expect((await ladder.getByRole('listitem').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
    '18:30 накануне последнего дня',
    '09:00 в последний день',
    '09:00 пока просрочено',
  ])
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)('axe finds nothing, and nothing scrolls sideways (%s)', async (theme) => {
    const recipient = { language, dayReport: false, weekly: false, monthly: false, formats: ['pdf'], warnings: true }
    await call('setRecipients', {
      recipients: [
        {
          ...recipient,
          id: '0199a1d0-0000-7000-8000-00000000aaaa',
          name: 'Владелец',
          way: 'telegram',
          address: '-100123456789',
        },
        {
          ...recipient,
          id: '0199a1d0-0000-7000-8000-00000000bbbb',
          name: 'Бухгалтерия',
          way: 'email',
          address: 'accounts.of.the.hotel@a-rather-long-name.example.kz',
          dayReport: true,
          weekly: true,
          monthly: true,
        },
      ],
    })
    await call('test', { recipientId: '0199a1d0-0000-7000-8000-00000000aaaa' })
    const { page, errors } = await opened({ language, theme })
    await page.locator('tr[data-state="failed"]').waitFor()
    expect(await axeFindings(page)).toEqual([])
    const { setUp } = CATALOGUES[language].delivery
    for (let forms = 1; forms <= 3; forms += 1) {
      await page.getByRole('button', { name: setUp, exact: true }).first().click()
      await page
        .locator('main section form input[type="password"]')
        .nth(forms - 1)
        .waitFor()
    }
    await page.locator('main li[data-recipient] button').nth(1).click()
    expect(await axeFindings(page)).toEqual([])
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 683, height: 384 },
    ]) {
      await page.setViewportSize(viewport)
      expect([viewport.width, await sidewaysOverflow(page)]).toEqual([viewport.width, 0])
    }
    expect(errors.all()).toEqual([])
  })
})
