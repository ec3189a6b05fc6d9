import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { collectPageErrors } from '../support/page-errors.ts'
import { type RunningDesk, startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { openWithList, RoomingPage } from './rooming-page.ts'
import { cleanGroupList, GROUP, groupList, NO_EXPIRY, NO_SUCH_COUNTRY, NO_SUCH_DAY, passportOf } from './rooming-sample.ts'
import { chooseView, openDesk, type Theme } from './screens/desk-page.ts'

/** Monday 23 November 2026, 14:38 in Almaty. */
const NOW = '2026-11-23T09:38:00.000Z'

/** Where a room's guests are sent. */
const CREATE = '/checkIn/create'

let desk: RunningDesk
let directory: string

beforeAll(async () => {
  directory = makeTempDirectory()
  desk = await serve('0')
})

function serve(port: string): Promise<RunningDesk> {
  return startServe(['--training', '--data', directory, '--now', NOW, '--port', port], { TZ: 'Asia/Almaty' })
}

afterAll(async () => {
  await desk.stop()
  removeDirectory(directory)
})

async function openDeskPage(language: Language = 'ru', theme: Theme = 'light') {
  // A browser of its own has a draft of its own.
  const browser = await launchBrowser()
  const page = await browser.newPage()
  page.setDefaultTimeout(15_000)
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  onTestFinished(() => browser.close())
  return { page, errors }
}

const noticesSchema = z.array(
  z.object({
    displayName: z.string(),
    state: z.string(),
    room: z.string().nullable(),
    stayId: z.string(),
    actBy: z.string().nullable(),
    lane: z.string().nullable(),
    departureDate: z.string().nullable(),
  }),
)

/** What the desk holds of the group, asked past the screen. */
async function group(departure = '2026-11-26') {
  const answer = await fetch(new URL('/api/v1/notices?limit=500', desk.ready.url), {
    headers: { authorization: `Bearer ${desk.ready.apiToken}` },
  })
  const all = noticesSchema.parse(await answer.json())
  const surnames = GROUP.map(({ surname }) => surname.toLowerCase())
  return all.filter(
    ({ displayName, departureDate }) =>
      departureDate === departure && surnames.some((surname) => displayName.toLowerCase().startsWith(surname)),
  )
}

test('forty pasted, three put right, one scanned, all saved – by keys alone', async () => {
  const { page, errors } = await openDeskPage()
  const rooming = await openWithList(page, groupList())
  expect(await rooming.columns()).toEqual([
    'rowNumber',
    'surnameFirst',
    'citizenship',
    'birthDate',
    'sex',
    'documentNumber',
    'issueDate',
    'expiryDate',
    'room',
    'departure',
    'other',
  ])
  await page.getByText('2 ячейки не прочитаны').waitFor()
  await page.getByText('Не поняты столбцы: «Питание»').waitFor()
  await rooming.press('Control+Enter')
  await rooming.person(0).waitFor()
  expect(await rooming.people().count()).toBe(40)
  await page.locator('[data-field="purposeForAll"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Готовы 37 из 40').waitFor()

  // F7 goes from one with gaps to the next.
  await rooming.press('F7')
  await page.getByText(`${NO_SUCH_DAY + 1} из 40`, { exact: true }).waitFor()
  expect(await rooming.value('birthDate')).toBe('31.02.1954')
  await rooming.field('birthDate').focus()
  await page.keyboard.press('Control+KeyA')
  await rooming.type('28021954')
  await page.keyboard.press('Tab')
  await rooming.press('F7')
  await page.getByText(`${NO_SUCH_COUNTRY + 1} из 40`, { exact: true }).waitFor()
  expect(await rooming.value('citizenship')).toBe('Атлантида')
  await rooming.field('citizenship').focus()
  await page.keyboard.press('Control+KeyA')
  await rooming.type('FRA')
  await page.keyboard.press('Tab')
  await rooming.press('F7')
  await page.getByText(`${NO_EXPIRY + 1} из 40`, { exact: true }).waitFor()
  await rooming.field('expiryDate').focus()
  await rooming.type('11052033')
  await page.keyboard.press('Tab')

  // A passport on the scanner finds its guest, whoever is on screen.
  const owner = GROUP[28]
  if (owner === undefined) throw new Error('The group has forty')
  await rooming.scan(passportOf(owner))
  await page.getByText('Документ гостя 29 из списка').waitFor()
  expect(await rooming.values('surname', 'documentNumber', 'expiryDate')).toEqual([
    owner.surname.toUpperCase(),
    owner.passport,
    '11.05.2033',
  ])
  await rooming.press('Alt+KeyT')
  await page.getByText('Готовы 40 из 40').waitFor()
  expect(await rooming.people().count()).toBe(40)
  await rooming.press('Control+Enter')
  await page
    .getByText('Записаны 40 гостей')
    .or(page.locator('h1', { hasText: 'Подача' }))
    .first()
    .waitFor({ timeout: 60_000 })

  const saved = await group()
  expect(saved).toHaveLength(40)
  expect(new Set(saved.map(({ room }) => room)).size).toBe(20)
  expect(new Set(saved.map(({ stayId }) => stayId)).size).toBe(20)
  expect(new Set(saved.map(({ state }) => state))).toEqual(new Set(['ready']))
  // Three working days from Monday 23 November, the day of arrival the first.
  expect(new Set(saved.map(({ actBy }) => actBy))).toEqual(new Set(['2026-11-25']))
  expect(new Set(saved.map(({ lane }) => lane))).toEqual(new Set(['later']))
  expect(errors.all()).toEqual([])
})

/** Everybody from the list into the table, with a purpose, ready to be saved. */
async function openWithParty(page: Page, list: string): Promise<RoomingPage> {
  const rooming = await openWithList(page, list)
  await rooming.press('Control+Enter')
  await rooming.person(0).waitFor()
  await page.locator('[data-field="purposeForAll"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Готовы 40 из 40').waitFor()
  return rooming
}

test('a guest the desk refuses: the others are saved, he is marked with the reason, and only his room is sent again', async () => {
  const { page, errors } = await openDeskPage()
  const rooming = await openWithParty(page, cleanGroupList('27.11.2026'))
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith(CREATE)) sent.push(request.postData() ?? '')
  })
  await rooming.person(6).click()
  // More than the desk takes of a name.
  await rooming.field('givenNames').fill('Lucie '.repeat(100))
  await rooming.press('Control+Enter')
  await page.getByText('Записано гостей: 38. Не записаны номера: 304.').waitFor()
  await rooming.untilCursorIn('givenNames')
  expect([sent.length, (await group('2026-11-27')).length]).toEqual([20, 38])
  await rooming.press('Alt+KeyT')
  await rooming.row(6).getByText('Не принято').waitFor()
  await rooming.row(6).getByText('Имя: ').waitFor()
  expect(await rooming.row(0).innerText()).toContain('Записан')
  expect(await axeFindings(page)).toEqual([])

  await rooming.press('F7')
  await page.getByText('7 из 40', { exact: true }).waitFor()
  await rooming.field('givenNames').fill('Lucie')
  await rooming.press('Alt+KeyT')
  await page.getByText('Готовы 40 из 40').waitFor()
  await rooming.press('Control+Enter')
  await page.getByText('Записаны 2 гостя').waitFor()
  const saved = await group('2026-11-27')
  expect([sent.length, saved.length, new Set(saved.map(({ stayId }) => stayId)).size]).toEqual([21, 40, 20])
  expect(errors.all().filter((error) => !error.includes('422'))).toEqual([])
})

test('the desk dies in the middle of forty: what is saved stays, the rest is sent again, and nobody is there twice', async () => {
  const { page } = await openDeskPage()
  const rooming = await openWithParty(page, cleanGroupList('28.11.2026'))
  let calls = 0
  const died = Promise.withResolvers<void>()
  await page.route(`**${CREATE}`, async (route) => {
    calls += 1
    // The call is on its way when the process goes: nobody can know whether it was saved.
    const going = route.continue()
    if (calls === 9) await desk.kill().then(died.resolve)
    await going
  })
  await rooming.press('Control+Enter')
  await died.promise
  await page.getByRole('heading', { level: 1, name: CATALOGUES.ru.shell.gone.title }).waitFor()
  desk = await serve(new URL(desk.ready.url).port)
  const before = await group('2026-11-28')
  expect([16, 18]).toContain(before.length)

  await page.goto(desk.ready.url)
  await page.getByText(CATALOGUES.ru.checkIn.failed.unknown).waitFor()
  await page.getByRole('button', { name: CATALOGUES.ru.checkIn.failed.retry }).click()
  await page
    .locator('h1', { hasText: 'Подача' })
    .or(page.getByText(/Записан[ыо] \d+ гост/))
    .first()
    .waitFor()
  const after = await group('2026-11-28')
  expect([after.length, new Set(after.map(({ stayId }) => stayId)).size]).toEqual([40, 20])
  expect(new Set(after.map(({ displayName }) => displayName)).size).toBe(40)
})

test('a list not yet taken over and a party not yet saved survive the page and a switch of language', async () => {
  const { page } = await openDeskPage()
  const rooming = await openWithList(page, groupList())
  await rooming.takeFor(10, 'reservation')
  await page.waitForFunction(() => document.querySelector('main')?.textContent?.includes('Черновик сохранён'))
  await page.reload()
  await rooming.take().waitFor()
  expect((await rooming.columns())[10]).toBe('reservation')
  await rooming.press('Control+Enter')
  await rooming.person(0).waitFor()
  await rooming.draftSaved()
  await page.reload()
  await rooming.person(39).waitFor()
  await page.getByRole('button', { name: 'Қаз' }).click()
  await page.getByText('Топ қонақтары').waitFor()
  expect(await rooming.people().count()).toBe(40)
})

test('what is no list is refused in words, and nothing of the form is lost', async () => {
  const { page } = await openDeskPage()
  const rooming = new RoomingPage(page)
  await rooming.open()
  await rooming.field('surname').fill('Richter')
  await rooming.press('Alt+KeyL')
  await page.locator('[data-field="list"]').waitFor()
  await page.setInputFiles('[data-chooser="list"]', {
    name: 'list.xlsx',
    mimeType: '',
    buffer: Buffer.from('504b030400000000', 'hex'),
  })
  await page.getByText('Это не таблица.').waitFor()
  await rooming.press('Escape')
  expect(await rooming.value('surname')).toBe('Richter')
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing at the list and at the party, nothing scrolls sideways (%s)',
    async (theme) => {
      const { page, errors } = await openDeskPage(language, theme)
      const rooming = await openWithList(page, groupList())
      expect(await axeFindings(page)).toEqual([])
      await rooming.press('Control+Enter')
      await rooming.person(0).waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.setViewportSize({ width: 683, height: 384 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      expect(errors.all()).toEqual([])
    },
  )
})
