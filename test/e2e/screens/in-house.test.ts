import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { type RunningHotel, startHotel } from '../../support/hotel.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { SAMPLE_HOTEL } from '../../support/sample-hotel.ts'
import { IN_HOUSE_LIST, IN_HOUSE_NOW } from '../in-house-sample.ts'
import { chooseView, goTo, openDesk } from './desk-page.ts'
import { InHousePage } from './in-house-page.ts'

let browser: TestBrowser
let hotel: RunningHotel

beforeAll(async () => {
  browser = await launchBrowser()
  hotel = await startHotel({ ...SAMPLE_HOTEL, channel: 'assisted-portal' }, IN_HOUSE_NOW)
})

afterAll(async () => {
  await browser.close()
  await hotel.close()
})

test('who is staying: begun from the empty board, left half-way, the desk killed, gone on with, taken once, the list closed', async () => {
  const page = await browser.newPage()
  const errors = await collectPageErrors(page)
  await chooseView(page, { language: 'ru', theme: 'light' })
  await openDesk(page, hotel.desk.ready.url)
  await page.getByRole('link', { name: 'Внести проживающих' }).click()

  const inHouse = new InHousePage(page)
  await inHouse.bring(IN_HOUSE_LIST)
  expect(await inHouse.rows().count()).toBe(6)
  // Everybody through Qabyl: three are late already, one has until Wednesday.
  await inHouse.outcome('overdue', 3)
  await inHouse.filed('until')
  await inHouse.field('filedUntil').fill('12.07')
  await page.getByText('Напишите, откуда это известно').waitFor()
  expect(await inHouse.take().getAttribute('aria-disabled')).toBe('true')
  await inHouse.field('reason').fill('талоны eQonaq, папка за июль')
  await inHouse.outcome('filedElsewhere', 2)
  await inHouse.outcome('overdue', 1)
  await inHouse.outcome('notRequired', 1)
  await inHouse.outcome('citizenshipUnknown', 1)
  await page.getByText('Набранное не потеряется').waitFor()

  await goTo(page, '/')
  await hotel.restart()
  await page.goto(hotel.desk.ready.url)
  await page.getByText('Список проживающих не дописан').waitFor()
  await page.getByRole('link', { name: 'Продолжить' }).click()
  await inHouse.outcome('filedElsewhere', 2)
  expect(await inHouse.field('reason').inputValue()).toBe('талоны eQonaq, папка за июль')

  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Внесено 6 гостей.' }).waitFor()
  expect(await inHouse.rows().getByRole('link').count()).toBe(6)
  // What has no field of its own stands beside its guest until the list is closed.
  await inHouse.rows().filter({ hasText: 'Novak' }).getByText('HB').waitFor()
  await inHouse.rows().getByRole('link', { name: 'Petrova Irina' }).click()
  await page.getByRole('heading', { name: 'Petrova Irina' }).waitFor()
  await inHouse.open()
  await page.locator('[data-act="finish"]').click()
  await page.getByRole('article').filter({ hasText: 'Petrova Irina' }).waitFor()
  expect(await page.getByText('Список проживающих не дописан').count()).toBe(0)
  await goTo(page, '/guests')
  await page.getByText('Chen Hao').first().waitFor()
  expect(await page.getByText('Подано иначе').count()).toBe(2)
  expect(errors.all().filter((error) => !/ERR_CONNECTION|Failed to load/.test(error))).toEqual([])
})
