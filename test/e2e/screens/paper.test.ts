import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Language } from '#shared/i18n/language.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, goTo, openDesk, type Theme } from './desk-page.ts'
import { PaperPage } from './paper-page.ts'
import { arrangePaper, type PaperScene, TUESDAY } from './paper-scene.ts'

let root: string
let scene: PaperScene
let desk: RunningDesk
let browser: TestBrowser

beforeAll(async () => {
  root = makeTempDirectory()
  scene = await arrangePaper(join(root, 'desk'))
  desk = await startServe(['--data', join(root, 'desk'), '--now', TUESDAY], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(root)
})

async function openPaper(language: Language = 'ru', theme: Theme = 'light', list = '2026-001') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  await goTo(page, '/queue/paper')
  const paper = new PaperPage(page)
  await paper.candidates().first().waitFor()
  await paper.list(list).waitFor()
  return { page, errors, paper }
}

test('by keys alone: from the queue, whoever is urgent, a list of them, back', async () => {
  const { page, paper } = await openPaper()
  await page.keyboard.press('Escape')
  await page.waitForURL(/#\/queue$/)
  await page.keyboard.press('b')
  await page.waitForURL(/#\/queue\/paper$/)
  await paper.candidates().first().waitFor()
  expect(await paper.candidates().count()).toBe(3)
  await paper.candidates().first().focus()
  await page.keyboard.press('Space')
  expect(await paper.chosen()).toBe('Отмечен 1 гость')
  const printed = page.waitForEvent('popup')
  await page.keyboard.press('l')
  await (await printed).close()
  await paper.list('2026-002').waitFor()
  expect(await paper.candidates().count()).toBe(2)
  // It is made first and printed after.
  await paper.list('2026-002').getByText('Напечатана 5 мая, 15:').waitFor()
  expect(await paper.facts('2026-002')).toMatch(/Составлена 5 мая, 15:\d\d, .+\. Напечатана 5 мая, 15:\d\d, .+/)
})

test('the stamped copy comes back: two taken with their photo, one refused with the reason', async () => {
  const { page, paper, errors } = await openPaper()
  await paper.openStamp('2026-001')
  // The first of them arrived on 29 April: the stamp of today is late for her, and said to be.
  await page.getByText('Позже срока: Назаров Фирдавс').waitFor()
  expect(await paper.submit().isDisabled()).toBe(true)
  const scan = join(root, 'опись.jpg')
  writeFileSync(scan, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]))
  await paper.attach(scan)
  await paper.except('Delorme Claire', 'не читается копия паспорта')
  await paper.submit().click()
  await page.getByRole('status').getByText('Опись 2026-001: отметка внесена, принято 2. Штамп позже срока у 1 гостя').waitFor()
  await paper.list('2026-001').waitFor({ state: 'detached' })
  await goTo(page, '/queue')
  await page.getByText('не читается копия паспорта').first().waitFor()
  expect(errors.all()).toEqual([])
})

test('a guest is taken off a list and stands among those to be chosen again', async () => {
  // The first list is back by now.
  const { paper } = await openPaper('ru', 'light', '2026-002')
  const before = await paper.candidates().count()
  await paper.takeOff('2026-002', 'Deshmukh Ananya')
  await paper.list('2026-002').waitFor({ state: 'detached' })
  expect(await paper.candidates().count()).toBe(before + 1)
})

test('one notice that went without a list is proven on the guest’s own screen, by the day of its stamp', async () => {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language: 'ru', theme: 'light' })
  await openDesk(page, desk.ready.url)
  await goTo(page, `/guest/${scene.alone}`)
  const day = page.getByLabel('Дата штампа')
  await day.fill('06.05.2026')
  await page.getByText('Этот день ещё не наступил').waitFor()
  await day.fill('04.05.2026')
  await page.getByLabel('Входящий номер').fill('ВХ-90')
  await page.getByRole('button', { name: 'Принято' }).click()
  await page.getByText('Штамп 4 мая 2026').waitFor()
  expect(errors.all()).toEqual([])
})
