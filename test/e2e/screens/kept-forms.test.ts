import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { type RunningHotel, startHotel } from '../../support/hotel.ts'
import { SAMPLE_HOTEL } from '../../support/sample-hotel.ts'
import { chooseView, goTo, openDesk } from './desk-page.ts'

const NOW = '2026-07-20T05:41:00.000Z'
const STAY = { arrivalAt: '2026-07-19T12:33', departureDate: '2026-07-28', room: '402', reservation: null }
const OLGA = {
  surname: 'Klimova',
  givenNames: 'Olga',
  sex: 'F',
  birthDate: '1988-09-14',
  citizenship: 'RUS',
  documentType: 'passport',
  documentNumber: '751000001',
  issueDate: '2021-02-03',
  expiryDate: '2031-02-03',
  purpose: 'tourism',
  borderEntryDate: '2026-07-18',
}

let browser: TestBrowser
let hotel: RunningHotel

beforeAll(async () => {
  browser = await launchBrowser()
  hotel = await startHotel({ ...SAMPLE_HOTEL, channel: 'assisted-portal' }, NOW)
})

afterAll(async () => {
  await browser.close()
  await hotel.close()
})

const answerSchema = z.object({ notices: z.array(z.object({ id: z.string() })) })

async function arrived(): Promise<string> {
  const answer = await fetch(new URL('/api/v1/check-ins', hotel.desk.ready.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${hotel.desk.ready.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requestId: randomUUID(), stay: STAY, guests: [OLGA] }),
  })
  return answerSchema.parse(await answer.json()).notices[0]?.id ?? ''
}

async function openGuest(context: BrowserContext, route: string): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await chooseView(page, { language: 'ru', theme: 'light' })
  await openDesk(page, hotel.desk.ready.url)
  await goTo(page, route)
  return page
}

/** Types into the field with the cursor and waits until the desk has it on disk. */
async function type(page: Page, text: string, field = page.locator('form input:focus')): Promise<void> {
  await field.waitFor()
  const saved = page.waitForResponse(
    (response) => response.url().includes('draft/save') && (response.request().postData() ?? '').includes(text),
  )
  await field.fill(text)
  expect((await saved).status()).toBe(200)
}

/** The renderer dies as in a crash: no goodbye. */
async function crash(page: Page): Promise<void> {
  const died = page.waitForEvent('crash')
  void page.goto('chrome://crash').catch(() => undefined)
  await died
  await page.close()
}

const ACTS = [
  { key: 'x', text: '30.07.2026' },
  { key: 'd', text: '19.07.2026' },
  { key: 'm', text: '512' },
  { key: 'w', text: 'бронь сня' },
] as const

test('half of every form of a guest survives the page and the desk; saved or given up it is gone; nobody else gets it', async () => {
  const id = await arrived()
  const route = `/guest/${id}`
  let page = await openGuest(browser.context, route)

  await page.getByRole('toolbar').waitFor()
  for (const { key, text } of ACTS) {
    await page.keyboard.press(key)
    await type(page, text)
    await page.keyboard.press('Escape')
    await page.locator('[data-act]:focus').waitFor()
  }
  await page.keyboard.press('e')
  await type(page, 'Klimowa', page.locator('[data-field="surname"]'))
  await page.getByRole('button', { name: 'Уведомлять не нужно' }).click()
  await type(page, 'уже пода', page.locator('form').filter({ hasText: 'Уведомлять не нужно' }).locator('input').first())
  await page.keyboard.press('Escape')
  await page.locator('form input:focus').waitFor({ state: 'detached' })
  await page.keyboard.press('l')
  await type(page, 'рынок, возм', page.locator('input[name="place"]'))
  await goTo(page, `/queue/${id}`)
  const number = () => page.getByLabel('Номер, который дал портал')
  await type(page, 'EQ-7', number())
  // The guest is given back, so that the next page may take her at once.
  await page.getByRole('button', { name: 'Отложить' }).click()
  await number().waitFor({ state: 'hidden' })

  const leaked = await page.evaluate(
    () => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + location.href,
  )
  for (const text of ['512', 'Klimowa', 'рынок', 'EQ-7', 'бронь']) expect(leaked).not.toContain(text)

  await crash(page)
  await hotel.restart()
  page = await openGuest(browser.context, `/queue/${id}`)
  await expect.poll(() => number().inputValue()).toBe('EQ-7')
  await goTo(page, route)
  expect(await page.locator('input[name="place"]').inputValue()).toBe('рынок, возм')
  expect(await page.locator('[data-field="surname"]').inputValue()).toBe('Klimowa')
  await page.locator('input[value="уже пода"]').waitFor()
  for (const { key, text } of ACTS) {
    await page.locator(`[data-act="${{ x: 'extend', d: 'depart', m: 'move', w: 'cancel' }[key]}"]`).click()
    await page.locator('form input:focus').waitFor()
    expect(await page.locator('form input:focus').inputValue()).toBe(text)
    await page.keyboard.press('Escape')
  }

  // A colleague's window has none of it.
  const colleague = await browser.newPage()
  await chooseView(colleague, { language: 'ru', theme: 'light' })
  await openDesk(colleague, hotel.desk.ready.url)
  await goTo(colleague, route)
  await colleague.getByRole('toolbar').waitFor()
  expect(await colleague.locator('input[name="place"], [data-field="surname"]').count()).toBe(0)
  await colleague.keyboard.press('m')
  await colleague.locator('form input:focus').waitFor()
  expect(await colleague.locator('form input:focus').inputValue()).toBe('')
  // What he does is told beside the form that was begun before; what was typed stays.
  await page.locator('[data-act="extend"]').click()
  await page.locator('form input:focus').waitFor()
  await colleague.keyboard.type('601')
  await colleague.keyboard.press('Enter')
  await colleague.getByText('Теперь номер 601').or(colleague.getByText('601').first()).first().waitFor()
  const act = page.getByRole('form', { name: 'Продлить проживание' })
  await act.getByText('Пока форма была открыта').waitFor()
  await act.getByText('402 → 601').waitFor()
  await act.getByText('Срок прежний').waitFor()
  expect(await act.locator('input').first().inputValue()).toBe('30.07.2026')
  await act.getByRole('button', { name: 'Понятно' }).click()
  await act.getByText('Пока форма была открыта').waitFor({ state: 'hidden' })
  await colleague.close()

  // Saved: gone. Given up: gone. What was not touched stays.
  await act.locator('input').first().focus()
  await page.keyboard.press('Enter')
  await act.waitFor({ state: 'hidden' })
  await page.locator('[data-act="move"]').click()
  const discarded = page.waitForResponse((response) => response.url().includes('draft/save'))
  await page.getByRole('form', { name: 'Переселить' }).getByRole('button', { name: 'Стереть набранное' }).click()
  await discarded
  // What stands open again by itself leaves the cursor in the form that was opened by hand, however late it comes.
  const answer = Promise.withResolvers<void>()
  await page.route('**/draft/get', async (call) => {
    await answer.promise
    await call.continue()
  })
  await page.reload()
  await page.locator('[data-act="extend"]').click()
  const cursor = page.getByRole('form', { name: 'Продлить проживание' }).locator('input:focus')
  await cursor.waitFor()
  expect(await cursor.inputValue()).toBe('')
  answer.resolve()
  await page.locator('input[value="уже пода"]').waitFor()
  expect(await cursor.inputValue()).toBe('')
  await page.locator('[data-act="move"]').click()
  await page.locator('form input:focus').waitFor()
  expect(await page.locator('form input:focus').inputValue()).toBe('')
  await page.locator('[data-act="cancel"]').click()
  await page.locator('form input:focus').waitFor()
  expect(await page.locator('form input:focus').inputValue()).toBe('бронь сня')
})
