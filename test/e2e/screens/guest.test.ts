import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { calendarYearSchema } from '#shared/contract/law-schemas.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { runCliJson } from '../../support/run-cli.ts'
import { SAMPLE_HOTEL } from '../../support/sample-hotel.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, goTo, openDesk, type Theme } from './desk-page.ts'

/** Monday 20 July 2026, 10:41 in Almaty: the rules of 1 July 2026 are in force. */
const NOW = '2026-07-20T05:41:00.000Z'
const ARRIVAL = '2026-07-19T12:33'
const PERSON = {
  surname: 'Klimova',
  givenNames: 'Olga',
  sex: 'F',
  birthDate: '1988-09-14',
  citizenship: 'RUS',
  documentType: 'passport',
  documentNumber: '751234567',
  issueDate: '2021-02-03',
  expiryDate: '2031-02-03',
  purpose: 'tourism',
}

let browser: TestBrowser
let desk: RunningDesk
let directory: string
let data: string

beforeAll(async () => {
  browser = await launchBrowser()
  directory = makeTempDirectory()
  data = join(directory, 'data')
  const property = join(directory, 'property.json')
  writeFileSync(property, JSON.stringify(SAMPLE_HOTEL))
  await runCliJson(['init', '--property', property, '--data', data, '--now', NOW])
  desk = await startServe(['--data', data, '--now', NOW], { TZ: 'Asia/Almaty' })
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

const answerSchema = z.object({ notices: z.tuple([z.object({ id: z.string() })]) })

/** Records a guest past the screen; answers the route of his own. */
async function arrive(facts: Readonly<Record<string, unknown>>, room: string): Promise<string> {
  const stay = { arrivalAt: ARRIVAL, departureDate: '2026-08-28', room, reservation: `R-${room}` }
  const answer = await fetch(new URL('/api/v1/check-ins', desk.ready.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.ready.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requestId: randomUUID(), stay, guests: [{ ...PERSON, ...facts }] }),
  })
  const { notices } = answerSchema.parse(await answer.json())
  return `/guest/${notices[0].id}`
}

async function openGuest(route: string, language: Language = 'ru', theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  page.setDefaultTimeout(10_000)
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  await goTo(page, route)
  await page.locator('dl').first().waitFor()
  return { page, errors, clocks: page.getByRole('region', { name: CLOCKS[language] }) }
}

const CLOCKS: Readonly<Record<Language, string>> = { kk: 'Басқа мерзімдер', ru: 'Другие сроки', en: 'Other clocks' }

describe('the other clocks', () => {
  test('run from the day of entry, with their count; why is told at a press', async () => {
    const { clocks, errors } = await openGuest(await arrive({ borderEntryDate: '2026-07-10' }, '401'))
    await clocks.getByText('Россия').waitFor()
    const registration = clocks.getByRole('listitem').filter({ hasText: /^Регистрация до 30-го дня/ })
    expect(await linesOf(registration)).toEqual([
      'Регистрация до 30-го дня',
      '11-й день из 30',
      'до 8 августа',
      'осталось 19 дней',
      'за гостем и вами',
      'спорно',
    ])
    expect(await registration.getByText('въезд 10 июля = день 1').isVisible()).toBe(false)
    await registration.getByText('Регистрация до 30-го дня').click()
    await registration.getByText('въезд 10 июля = день 1 … день 30 – 8 августа').waitFor()
    await registration.getByText('Приказ министра внутренних дел РК № 923').waitFor()
    expect(await clocks.getByText('Уведомление о заезде').count()).toBe(0)
    expect(errors.all()).toEqual([])
  })

  test('wait for the day of entry, which one press brings the cursor to; then they run', async () => {
    const { page, clocks, errors } = await openGuest(await arrive({ citizenship: 'DEU', documentNumber: 'C4VGXT0X2' }, '402'))
    await clocks.getByText('не посчитать, нет данных: день въезда').waitFor()
    await clocks.getByRole('button', { name: 'Впишите день въезда в Казахстан' }).click()
    await page.locator('[data-field="borderEntryDate"]:focus').waitFor()
    await page.keyboard.type('18072026')
    await page.keyboard.press('Enter')
    await clocks.getByText('3-й день из 30').first().waitFor()
    expect(await clocks.getByText('не посчитать').count()).toBe(0)
    expect(errors.all()).toEqual([])
  })

  test('a visa is shown, corrected, and never lost to a correction of something else', async () => {
    const visa = { visaNumber: 'KZ1234567', visaValidUntil: '2026-08-12', visaEntries: 'single' }
    const { page, clocks } = await openGuest(await arrive({ citizenship: 'AFG', documentNumber: 'P6397078', ...visa }, '403'))
    await page.getByText('KZ1234567, до 12.08.2026, въездов: один').waitFor()
    await clocks.getByText('до 12 августа').waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('Фамилия').fill('Ahmadi')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ahmadi Olga' }).waitFor()
    await page.getByText('KZ1234567, до 12.08.2026, въездов: один').waitFor()
    await page.keyboard.press('e')
    await page.locator('[data-field="visaValidUntil"]').fill('15.09.2026')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await clocks.getByText('до 15 сентября').waitFor()
  })

  test('a citizen of Kazakhstan has none', async () => {
    const { page, clocks } = await openGuest(await arrive({ citizenship: 'KAZ', documentNumber: 'N192538849' }, '404'))
    await page.getByText('Уведомлять не нужно').first().waitFor()
    expect(await clocks.count()).toBe(0)
  })
})

const exportedSchema = z.object({ years: z.tuple([calendarYearSchema]) })

test('a calendar that moves the deadline moves it on screen, and the timeline says from when to when', async () => {
  const { page } = await openGuest(await arrive({ documentNumber: '751234568' }, '405'))
  await page.getByText('ср, 22 июля 23:59').waitFor()
  const exported = join(directory, 'exported.json')
  await runCliJson(['calendar', 'export', '--year', '2026', '--out', exported, '--data', data])
  const { years } = exportedSchema.parse(JSON.parse(readFileSync(exported, 'utf8')))
  const [year] = years
  const moved = {
    ...year,
    nonWorking: [...year.nonWorking, '2026-07-21'].toSorted(),
    workingWeekends: [...year.workingWeekends, '2026-07-25'].toSorted(),
    ministerialTransfers: [...year.ministerialTransfers, { from: '2026-07-25', to: '2026-07-21' }],
  }
  const file = join(directory, 'moved.json')
  writeFileSync(file, JSON.stringify(moved))
  await runCliJson(['calendar', 'import', file, '--reason', 'приказ о переносе', '--data', data])
  await page.getByText('чт, 23 июля 23:59').waitFor()
  await page.getByText('Срок пересчитан: 22 июля → 23 июля, календарь 2026.2').waitFor()
  expect(await page.getByRole('link', { name: 'Календарь 2026.2' }).getAttribute('href')).toBe('#/calendar')
})

test('on a forecast the moment, the strip and the list say so', async () => {
  const own = makeTempDirectory()
  const winter = await startServe(['--training', '--data', own, '--now', '2026-12-31T09:41:00.000Z'], { TZ: 'Asia/Almaty' })
  onTestFinished(async () => {
    await winter.stop()
    removeDirectory(own)
  })
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await chooseView(page, { language: 'ru', theme: 'light' })
  await openDesk(page, winter.ready.url)
  const later = page.locator('section[aria-labelledby="lane-later"] article').first()
  await later.getByText('прогноз', { exact: true }).waitFor()
  expect(await later.locator('[title]').getAttribute('title')).toContain('срок может сдвинуться')
  await goTo(page, '/queue')
  await page.locator('tbody tr').filter({ hasText: 'прогноз' }).first().waitFor()
  await goTo(page, '/guests')
  await page.locator('tbody tr').filter({ hasText: 'прогноз' }).first().getByRole('link').click()
  await page.getByText('календарь – прогноз', { exact: true }).waitFor()
  const days = page.getByRole('list', { name: 'Счёт рабочих дней' }).getByRole('listitem')
  const said = await days.evaluateAll((items) => items.map((item) => /2027.*прогноз|2026(?!.*прогноз)/s.test(item.textContent)))
  expect(said.length).toBeGreaterThan(3)
  expect(said.filter((isRight) => !isRight)).toEqual([])
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing, nothing is refused, nothing scrolls sideways (%s)',
    async (theme) => {
      const route = await arrive({ borderEntryDate: '2026-07-10', documentNumber: `75${language}${theme}` }, '406')
      const { page, clocks, errors } = await openGuest(route, language, theme)
      await clocks.waitFor()
      for (const summary of await clocks.locator('summary').all()) await summary.click()
      expect(await axeFindings(page)).toEqual([])
      expect(await sidewaysOf(page)).toBe(0)
      await page.setViewportSize({ width: 683, height: 384 })
      expect(await sidewaysOf(page)).toBe(0)
      expect(errors.all()).toEqual([])
    },
  )
})

/** Pixels that lie outside the window. */
function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    const root = document.documentElement
    return Math.max(main.scrollWidth - main.clientWidth, root.scrollWidth - root.clientWidth)
  })
}

/** What is on screen of an entry, line by line. */
async function linesOf(entry: ReturnType<Page['locator']>): Promise<readonly string[]> {
  return (await entry.innerText()).split('\n').map((line) => line.trim())
}
