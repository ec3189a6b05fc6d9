import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, goTo, openDesk } from './desk-page.ts'

/** Monday 23 November 2026, 10:43 in Almaty. */
const MONDAY = '2026-11-23T05:43:00.000Z'

let desk: RunningDesk
let browser: TestBrowser
let directory: string

beforeAll(async () => {
  directory = makeTempDirectory()
  desk = await startServe(['--training', '--data', directory, '--now', MONDAY], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser({ locale: 'kk-KZ' })
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

/** A page in Kazakh. Node, which has the language whole, is the oracle; Chromium, which only claims it, is what is looked at. */
async function inKazakh(route: string) {
  const page = await browser.newPage()
  await chooseView(page, { language: 'kk', theme: 'light' })
  await openDesk(page, desk.ready.url)
  await goTo(page, route)
  return page
}

test('the twelve months and the day of the header are written as ICU writes them', async () => {
  const page = await inKazakh('/calendar')
  await page.locator('#day-2026-01-01').waitFor()
  const said = (await page.locator('main').innerText()).toLowerCase()
  const month = new Intl.DateTimeFormat('kk', { month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, index) => month.format(new Date(Date.UTC(2026, index, 1))).toLowerCase())
  expect(months.filter((name) => !said.includes(name))).toEqual([])
  expect(said).not.toMatch(/\bm\d{2}\b/i)
  const longDay = new Intl.DateTimeFormat('kk', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(MONDAY))
  expect(await page.locator('header').first().innerText()).toContain(longDay)
  await page.close()
})

test('money is written with its sign behind and its groups parted, as ICU writes it for Kazakhstan', async () => {
  const page = await inKazakh('/rules')
  const money = page.getByText(/\d[\d\s\u00a0\u202f]*\s₸/).first()
  await money.waitFor()
  const written = /\d[\d\s\u00a0\u202f]*\s₸/.exec(await money.innerText())?.[0] ?? ''
  const amount = Number(written.replaceAll(/\D/g, ''))
  const oracle = new Intl.NumberFormat('kk-KZ', {
    style: 'currency',
    currency: 'KZT',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  })
  expect(amount).toBeGreaterThan(1_000)
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(plain(written)).toBe(plain(oracle.format(amount)))
  await page.close()
})

test('countries stand in the order of the Kazakh alphabet, as ICU sorts them and Chromium by itself would not', async () => {
  const page = await inKazakh('/rules/countries')
  await page.locator('main tbody tr').nth(50).waitFor()
  const names = await page.locator('main tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const words = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
      for (let word = words.nextNode(); word !== null; word = words.nextNode())
        if (/[а-яё]/i.test(word.textContent ?? '')) return (word.textContent ?? '').trim()
      return ''
    }),
  )
  const oracle = new Intl.Collator('kk')
  const cyrillic = names.filter((name) => /^[А-ЯЁӘҒҚҢӨҰҮҺІ]/.test(name))
  expect(cyrillic.length).toBeGreaterThan(50)
  expect(cyrillic).toEqual(cyrillic.toSorted(oracle.compare))
  // Letters that are Kazakh's own are among them: without these any Russian order would do.
  expect(cyrillic.filter((name) => /^[ӘҒҚӨҰҮІ]/.test(name)).length).toBeGreaterThan(5)
  await page.close()
})
