import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { runCliJson } from '../../support/run-cli.ts'
import { SAMPLE_HOTEL } from '../../support/sample-hotel.ts'
import { type RunningDesk, type RunningSimulator, startServe, startSimulatorProcess } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, goTo, openDesk, type Theme } from './desk-page.ts'

/** Monday 20 July 2026, 10:41 in Almaty. */
const NOW = '2026-07-20T05:41:00.000Z'
const STAY = { arrivalAt: '2026-07-19T12:33', departureDate: '2026-07-28', room: '402', reservation: null }
const OLGA = {
  surname: 'Klimova',
  givenNames: 'Olga',
  sex: 'F',
  birthDate: '1988-09-14',
  citizenship: 'RUS',
  documentType: 'passport',
  issueDate: '2021-02-03',
  expiryDate: '2031-02-03',
  purpose: 'tourism',
  borderEntryDate: '2026-07-18',
}
const IVAN = { ...OLGA, givenNames: 'Ivan', sex: 'M' }

let browser: TestBrowser
let service: RunningSimulator
let desk: RunningDesk
let directory: string
let data: string
let documents = 751_000_000

beforeAll(async () => {
  browser = await launchBrowser()
  directory = makeTempDirectory()
  data = join(directory, 'data')
  service = await startSimulatorProcess(['--data', join(directory, 'service')])
  const property = join(directory, 'property.json')
  writeFileSync(property, JSON.stringify(SAMPLE_HOTEL))
  const address = ['--channel-url', service.ready.url, '--now', NOW]
  await runCliJson(['init', '--property', property, '--data', data, ...address])
  desk = await startServe(['--data', data, ...address], { TZ: 'Asia/Almaty' })
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  await service.stop()
  removeDirectory(directory)
})

const answerSchema = z.object({ notices: z.array(z.object({ id: z.string() })) })

/** Records guests past the screen, each with a document of his own unless one is given; answers the route of the first. */
async function arrive(guests: readonly Readonly<Record<string, unknown>>[], isSent = true): Promise<string> {
  const withDocuments = guests.map((guest) => ({ documentNumber: String(++documents), ...guest }))
  const answer = await fetch(new URL('/api/v1/check-ins', desk.ready.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.ready.apiToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requestId: randomUUID(), stay: STAY, guests: withDocuments }),
  })
  const { notices } = answerSchema.parse(await answer.json())
  if (isSent) await sent()
  return `/guest/${notices[0]?.id}`
}

/** Everything that can go has gone and was answered. */
async function sent(): Promise<void> {
  await runCliJson(['drain', '--data', data])
}

const receivedSchema = z.array(
  z.object({
    payload: z.object({
      kind: z.string(),
      stay: z.object({ departureDate: z.string() }),
      person: z.object({ surname: z.string(), givenNames: z.string() }),
      document: z.object({ number: z.string().nullable() }),
    }),
  }),
)

/** What the service holds in force about a document, newest last. */
async function heldAbout(documentNumber: number): Promise<string[]> {
  const received = receivedSchema.parse(await (await fetch(`${service.ready.url}/received`)).json())
  return received
    .map(({ payload }) => payload)
    .filter(({ document }) => document.number === String(documentNumber))
    .map(({ kind, stay, person }) => `${kind} ${person.surname} ${person.givenNames} ${stay.departureDate}`)
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
  return { page, errors }
}

/** Key after key, as at the desk; a text in between is typed. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Opens the form of an act by its key and waits until the cursor stands in it. */
async function open(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.locator('form input:focus').waitFor()
}

/** The notice of this kind in the chain, once it is accepted. */
function accepted(page: Page, kind: string, word = 'Принято') {
  return page.locator(`[data-kind="${kind}"]`).filter({ hasText: word }).first()
}

test('extend: three keys, what follows is told first, the service has the new day, and the cursor is back', async () => {
  const route = await arrive([OLGA, IVAN])
  const { page, errors } = await openGuest(route)
  await open(page, 'x')
  await page.keyboard.press('3')
  await page.getByText('Уйдёт уведомление о продлении').waitFor()
  await page.getByRole('cell', { name: 'пт, 31 июля, 12 ночей' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Выезд теперь 31 июля. Уведомление об этом уже в списке.').waitFor()
  await page.locator('[data-act="extend"]:focus').waitFor()
  await sent()
  await accepted(page, 'extension').waitFor()
  expect(await Promise.all([documents - 1, documents].map(heldAbout))).toEqual([
    ['extension KLIMOVA OLGA 2026-07-31'],
    ['extension KLIMOVA IVAN 2026-07-31'],
  ])
  await page.getByText('Выезд: 28 июля → 31 июля').waitFor()
  expect(errors.all()).toEqual([])
})

test('early departure of the party in two keys; taken back, the service hears of that too', async () => {
  const { page, errors } = await openGuest(await arrive([OLGA, IVAN]))
  await open(page, 'd')
  await page.getByText('Уйдёт уведомление о выезде').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Выезд записан: 20 июля.').waitFor()
  await sent()
  await accepted(page, 'departure').waitFor()
  expect(await Promise.all([documents - 1, documents].map(heldAbout))).toEqual([
    ['departure KLIMOVA OLGA 2026-07-20'],
    ['departure KLIMOVA IVAN 2026-07-20'],
  ])
  await page.keyboard.press('u')
  await page.getByText('Возвращено, как было.').waitFor()
  await sent()
  await accepted(page, 'correction').waitFor()
  expect(await Promise.all([documents - 1, documents].map(heldAbout))).toEqual([
    ['correction KLIMOVA OLGA 2026-07-28'],
    ['correction KLIMOVA IVAN 2026-07-28'],
  ])
  expect(errors.all()).toEqual([])
})

test('correction after acceptance: old and new side by side, kept when the clerk leaves, sent on Enter', async () => {
  const route = await arrive([OLGA])
  const old = String(documents)
  const { page, errors } = await openGuest(route)
  await open(page, 'e')
  await page.locator('[data-field="surname"]').fill('Klimowa')
  await page.locator('[data-field="documentNumber"]').fill('751999888')
  await page.locator('[data-field="reservation"]').fill('B-71')
  await page.getByText('Уйдёт уведомление об исправлении').waitFor()
  const changes = page.getByRole('table').filter({ hasText: 'Что исправляете' })
  await changes.getByRole('cell', { name: 'Klimowa' }).waitFor()
  expect(await changes.innerText()).not.toContain(old)
  await page.getByText('Набранное не потеряется').waitFor()
  await goTo(page, '/guests')
  await page.locator('tbody tr').first().waitFor()
  await goTo(page, route)
  const surname = page.locator('[data-field="surname"]')
  await surname.waitFor()
  expect(await surname.inputValue()).toBe('Klimowa')
  await surname.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Исправлено.').waitFor()
  await sent()
  await accepted(page, 'correction').waitFor()
  expect(await heldAbout(751_999_888)).toEqual(['correction KLIMOWA OLGA 2026-07-28'])
  await page.getByText('Изменено: Фамилия, Номер документа').waitFor()
  await page.getByText('Бронь: нет → B-71').waitFor()
  expect(await page.locator('main').innerText()).not.toContain(old)
  expect(errors.all()).toEqual([])
})

describe('a guest who never came', () => {
  test('before it was sent: the notice is withdrawn, with a reason; he came after all', async () => {
    const { page, errors } = await openGuest(await arrive([{ ...OLGA, issueDate: null }]))
    await page.locator('form input:focus').waitFor()
    await page.keyboard.press('Escape')
    await open(page, 'w')
    await page.getByText('Уведомление ещё не ушло').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Напишите причину').waitFor()
    await page.keyboard.type('бронь сняли')
    await page.keyboard.press('Enter')
    await page.getByText('Отмечено: гость не приехал.').waitFor()
    await page.locator('h1 ~ *').getByText('Отменено').waitFor()
    expect(await heldAbout(documents)).toEqual([])
    await page.keyboard.press('u')
    await page.locator('h1 ~ *').getByText('Не хватает данных').waitFor()
    expect(errors.all()).toEqual([])
  })

  test('after acceptance: a cancellation goes to the service', async () => {
    const { page, errors } = await openGuest(await arrive([OLGA]))
    await open(page, 'w')
    await page.getByText('Служба уже приняла заезд').waitFor()
    await page.getByText('Уйдёт отзыв уведомления о заезде').waitFor()
    await page.keyboard.type('бронь сняли')
    await page.keyboard.press('Enter')
    await page.getByText('заезд отозван').waitFor()
    await sent()
    await accepted(page, 'cancellation').waitFor()
    expect(await heldAbout(documents)).toEqual(['cancellation KLIMOVA OLGA 2026-07-28'])
    expect(errors.all()).toEqual([])
  })
})

describe('a duplicate', () => {
  /** Another register of the same house has told the service about this guest already. */
  async function toldBefore(guest: Readonly<Record<string, unknown>>): Promise<void> {
    const other = join(directory, `other-${guest['documentNumber']}`)
    const address = ['--data', other, '--channel-url', service.ready.url, '--now', NOW]
    await runCliJson(['init', '--property', join(directory, 'property.json'), ...address])
    const given = JSON.stringify({ requestId: randomUUID(), stay: STAY, guests: [guest] })
    await runCliJson(['check-in', ...address], { input: given })
    await runCliJson(['drain', ...address])
  }

  test('that is ours: two keys, the number the service has becomes the proof', async () => {
    const guest = { ...OLGA, documentNumber: '751500001' }
    await toldBefore(guest)
    const { page, errors } = await openGuest(await arrive([guest]))
    const asked = page.getByRole('region', { name: 'Служба говорит: уже есть' })
    await asked.waitFor()
    await page.keyboard.press('1')
    await page.locator('button:focus').getByText('Да, это наше').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('h1 ~ *').getByText('Принято', { exact: true }).waitFor()
    expect(await asked.count()).toBe(0)
    expect(errors.all()).toEqual([])
  })

  test('that is not: it waits for a person, the deadline stays open', async () => {
    const guest = { ...OLGA, documentNumber: '751500002' }
    await toldBefore(guest)
    const { page, errors } = await openGuest(await arrive([guest]), 'kk')
    await page.getByRole('region', { name: 'Қызмет айтады: бұрыннан бар' }).waitFor()
    await page.keyboard.press('2')
    await page.locator('[data-look="main"]:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('h1 ~ *').getByText('Қол қою керек').waitFor()
    expect(errors.all()).toEqual([])
  })
})

test('in Kazakh, by keyboard alone: another room, extended, left, withdrawn', async () => {
  const { page, errors } = await openGuest(await arrive([OLGA]), 'kk')
  await open(page, 'm')
  await press(page, '5', '1', '2', 'Enter')
  await page.getByText('Енді 512-нөмір.').waitFor()
  await open(page, 'x')
  await press(page, '2', 'Enter')
  await page.getByText('Кету күні енді 30 шілде.').waitFor()
  await open(page, 'd')
  await page.keyboard.press('Enter')
  await page.getByText('Кеткені жазылды: 20 шілде.').waitFor()
  await open(page, 'e')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Klimowa')
  await page.keyboard.press('Enter')
  await page.getByText('Түзетілді.').waitFor()
  await open(page, 'w')
  await page.keyboard.type('келмеді')
  await page.keyboard.press('Enter')
  await page.getByText('келуі қайтарып алынды').waitFor()
  await sent()
  await accepted(page, 'cancellation', 'Қабылданды').waitFor()
  expect(await heldAbout(documents)).toEqual([expect.stringMatching(/^cancellation KLIMOWA/)])
  await page.getByText('Нөмірі: 402 → 512').waitFor()
  expect(errors.all()).toEqual([])
})

test('Escape closes the form and keeps what was typed; what cannot be is said under the field', async () => {
  const { page } = await openGuest(await arrive([OLGA], false))
  await open(page, 'x')
  await page.keyboard.type('20.07.2026')
  await page.getByText('Новый выезд не позже прежнего').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[data-act="extend"]:focus').waitFor()
  await open(page, 'x')
  expect(await page.locator('form input:focus').inputValue()).toBe('20.07.2026')
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing and nothing scrolls sideways, whichever form is open (%s)',
    async (theme) => {
      const { page, errors } = await openGuest(await arrive([OLGA, IVAN]), language, theme)
      for (const key of ['x', 'd', 'm', 'w', 'e']) {
        await open(page, key)
        if (key === 'x') {
          await page.keyboard.type('25')
          await page.getByRole('table').waitFor()
        }
        expect(await axeFindings(page), key).toEqual([])
        expect(await sidewaysOf(page), key).toBe(0)
        if (key === 'x') {
          await page.keyboard.press('Enter')
          await page.locator('[data-kind="extension"]').waitFor()
        } else await page.keyboard.press('Escape')
      }
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
