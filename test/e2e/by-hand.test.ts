import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { receiptPdf } from '#electron/simulator/receipt-pdf.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../support/browser.ts'
import { collectPageErrors } from '../support/page-errors.ts'
import type { RunningDesk } from '../support/serve.ts'
import { type ByHandDesk, startByHandDesk } from './by-hand-desk.ts'
import { ByHandPage, rememberShownFiles } from './by-hand-page.ts'
import { chooseView, goTo, openDesk } from './screens/desk-page.ts'

/** When the desk opens; see by-hand-desk.ts. */
const NOW = '2026-05-05T05:00:00.000Z'

const GUESTS = [
  { surname: 'Токтосунов', givenNames: 'Айбек', citizenship: 'KGZ', documentNumber: 'ID0417002', room: '112' },
  { surname: 'Deshmukh', givenNames: 'Ananya', citizenship: 'IND', documentNumber: 'P4410923', room: '403' },
  { surname: 'Kim', givenNames: 'Soo-ah', citizenship: 'KOR', documentNumber: 'M70214455', room: '118' },
  // The clerk could not read when the passport was issued, and did not ask how long he stays.
  { surname: 'Назаров', givenNames: 'Фирдавс', citizenship: 'TJK', documentNumber: '402211873', room: '208', issueDate: null },
] as const

let byHandDesk: ByHandDesk
let desk: RunningDesk
let clerk: TestBrowser
let colleague: TestBrowser
let ids: readonly string[]

beforeAll(async () => {
  byHandDesk = await startByHandDesk(
    GUESTS.map((guest, index) => ({ ...guest, arrivalAt: index === 0 ? '2026-05-04T13:00' : `2026-05-05T09:0${index}` })),
  )
  desk = byHandDesk.desk
  ids = byHandDesk.ids
  clerk = await launchBrowser()
  colleague = await launchBrowser()
})

afterAll(async () => {
  await clerk.close()
  await colleague.close()
  await byHandDesk.stop()
})

async function workplace(browser: TestBrowser) {
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  const shownFiles = await rememberShownFiles(page)
  await chooseView(page, { language: 'ru', theme: 'light' })
  await openDesk(page, desk.ready.url)
  return { page, errors, shownFiles, byHand: new ByHandPage(page) }
}

function idOf(index: number): string {
  return ids[index] ?? ''
}

test('a guest is filed field by field, with the PDF as proof, while nobody else can take him', async () => {
  const { page, errors, shownFiles, byHand } = await workplace(clerk)
  await goTo(page, '/queue')
  // The most urgent guest is selected; Enter takes him.
  await page.locator(`tr[data-notice="${idOf(0)}"][aria-current="true"]`).waitFor()
  await page.keyboard.press('Enter')
  await byHand.field('surname').waitFor()
  expect(await byHand.lit()).toBe('surname')

  // A digit copies its field; Space copies the lit one; the document number is hidden and copied whole.
  await page.keyboard.press('Digit1')
  await byHand.field('surname').getByText('скопировано').waitFor()
  expect([await byHand.clipboard(), await byHand.lit()]).toEqual(['TOKTOSUNOV', 'givenNames'])
  await page.keyboard.press('Space')
  await byHand.field('givenNames').getByText('скопировано').waitFor()
  expect([await byHand.clipboard(), await byHand.lit()]).toEqual(['AIBEK', 'citizenship'])
  const number = byHand.field('documentNumber')
  expect(await number.innerText()).toContain('ID041•••2')
  await number.getByRole('button').click()
  await number.getByText('скопировано').waitFor()
  expect(await byHand.clipboard()).toBe('ID0417002')
  expect(await byHand.field('welcomeMessage').innerText()).toContain('письмо гостю включено')
  expect(await axeFindings(page)).toEqual([])

  // Another workplace sees who and until when, and has no fields and no way to accept.
  const other = await workplace(colleague)
  await other.byHand.take(idOf(0))
  await other.page.getByText(/заполняет, ещё \d+ мин/).waitFor()
  expect(await other.page.getByRole('alert').innerText()).toMatch(/Освободится в \d\d:\d\d/)
  expect([await other.byHand.field('surname').count(), await other.byHand.accept.count()]).toEqual([0, 0])
  await goTo(other.page, `/guest/${idOf(0)}`)
  await other.page
    .locator('main')
    .getByText(/Оформляет /)
    .first()
    .waitFor()

  // Shut without proof; a file that is none is refused with words and changes nothing.
  expect(await byHand.accept.isDisabled()).toBe(true)
  await byHand.choose('квитанция.pdf', Buffer.from('<html>Session expired</html>'))
  expect(await page.getByRole('alert').innerText()).toBe(
    '«квитанция.pdf» – не PDF, PNG и не JPEG. Сохраните квитанцию с портала как PDF или снимок экрана.',
  )
  expect(await byHand.accept.isDisabled()).toBe(true)

  const proof = receiptPdf({
    reference: 'EQ-260505-004417',
    kind: 'arrival',
    clientId: '01890000-0000-7000-8000-000000000001',
    revision: 1,
    receivedAt: NOW,
    hostName: 'Hotel Mysal',
    personName: 'TOKTOSUNOV AIBEK',
    arrivalAt: '2026-05-04T13:00',
  })
  await byHand.drop('receipt.pdf', proof)
  await page.getByText('receipt.pdf').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await byHand.accept.click()
  await page.getByText('Квитанция сохранена и откроется из карточки гостя.').waitFor()
  // The colleague's screen follows by itself.
  await other.page.locator('main').getByText('Принято').first().waitFor()

  // The next guest by deadline is one key away.
  await page.keyboard.press('Enter')
  await byHand.field('surname').getByText('DESHMUKH').waitFor()
  await page.keyboard.press('Escape')

  // From the guest the receipt opens again, byte for byte.
  await goTo(page, `/guest/${idOf(0)}`)
  await page.getByRole('button', { name: /^Открыть/ }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  const tab = page.waitForEvent('popup')
  await page.keyboard.press('KeyO')
  expect((await tab).url()).toMatch(/^blob:/)
  expect(await shownFiles()).toEqual([[...proof]])
  await page.getByText('Квитанция открыта').waitFor()

  expect(errors.all()).toEqual([])
  // All the browser has to say about the colleague's page is that the desk refused him.
  expect(other.errors.all()).toEqual([expect.stringContaining('409 (Conflict)')])
})

test('a number is proof too, but not the number of another guest', async () => {
  const { page, errors, byHand } = await workplace(clerk)
  await byHand.take(idOf(1))
  await byHand.reference.fill('EQ-260505-000001')
  await byHand.accept.click()
  await page.getByText('Номер EQ-260505-000001 записан.').waitFor()

  await byHand.take(idOf(2))
  await byHand.reference.fill('EQ-260505-000001')
  await byHand.accept.click()
  await page.getByText('Этот номер уже стоит у другого гостя. Проверьте, тот ли скопировали.').waitFor()
  expect(await byHand.reference.inputValue()).toBe('EQ-260505-000001')
  await goTo(page, '/queue')
  await page
    .locator(`tr[data-notice="${idOf(2)}"]`)
    .getByText('К подаче')
    .waitFor()
  expect(errors.all()).toEqual([expect.stringContaining('422 (Unprocessable')])
})

test('a guest who was put off is free for the colleague at once', async () => {
  const { page, byHand } = await workplace(clerk)
  await byHand.take(idOf(2))
  await byHand.field('surname').waitFor()
  const other = await workplace(colleague)
  await other.byHand.take(idOf(2))
  await other.page.getByText(/заполняет, ещё \d+ мин/).waitFor()

  await page.keyboard.press('Escape')
  await page
    .locator(`tr[data-notice="${idOf(2)}"]`)
    .getByText('К подаче')
    .waitFor()
  await other.page.getByRole('button', { name: 'Взять, если свободен' }).click()
  await other.byHand.field('surname').getByText('KIM').waitFor()
  // And now it is the first who cannot.
  await page
    .locator(`tr[data-notice="${idOf(2)}"]`)
    .getByText(/Оформляет /)
    .waitFor()
})

test('what is missing is asked in place; two who correct one guest lose nothing of each other', async () => {
  const { page, errors } = await workplace(clerk)
  await goTo(page, `/guest/${idOf(3)}`)
  // Only what is missing, and the cursor in it.
  const issued = page.getByLabel('Дата выдачи')
  await issued.waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('issueDate')
  expect(await page.getByLabel('Фамилия').count()).toBe(0)
  await page.keyboard.type('31022020')
  await page.keyboard.press('Enter')
  await page.getByText('Такого дня нет. Пишите ДД.ММ.ГГГГ').waitFor()

  // Meanwhile a colleague moves the guest to another room.
  const other = await workplace(colleague)
  await goTo(other.page, `/guest/${idOf(3)}`)
  await other.page.getByRole('button', { name: 'Все поля' }).click()
  await other.page.getByLabel('Номер', { exact: true }).fill('305')
  await other.page.getByRole('button', { name: 'Сохранить' }).click()
  await page.locator('dl').getByText('305').waitFor()

  await issued.fill('18062022')
  expect(await issued.inputValue()).toBe('18.06.2022')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Пока форма была открыта, запись изменилась').waitFor()
  await page.getByText('набранное на месте. Проверьте и сохраните').waitFor()
  expect([await issued.inputValue(), await page.getByLabel('Номер', { exact: true }).inputValue()]).toEqual([
    '18.06.2022',
    '305',
  ])
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.locator('main').getByText('Готово', { exact: true }).waitFor()
  expect(await page.locator('dl').getByText('305').count()).toBe(1)
  expect(await page.locator('dl').getByText('18.06.2022').count()).toBe(1)
  expect(errors.all()).toEqual([expect.stringContaining('409 (Conflict)')])
})

test('what was typed over a guest outlives a reload; a reason closes him and is taken back', async () => {
  const { page, errors } = await workplace(clerk)
  await goTo(page, `/guest/${idOf(3)}`)
  await page.keyboard.press('KeyE')
  const phone = page.getByLabel('Телефон')
  await phone.fill('+992 93 000 00 00')
  await page.getByText('черновик на диске').waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('KeyE')
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[data-field="phone"]')?.value === '+992 93 000 00 00',
  )
  await page.getByRole('button', { name: 'Отмена' }).click()

  await page.getByRole('button', { name: 'Уведомлять не нужно' }).click()
  await page.getByRole('button', { name: 'Закрыть с этой причиной' }).click()
  await page.getByText('Напишите причину: хотя бы три буквы').waitFor()
  await page.getByLabel('Почему').fill('Сотрудник посольства, показал карту')
  await page.getByRole('button', { name: 'Закрыть с этой причиной' }).click()
  await page.getByRole('button', { name: 'Открыть снова' }).click()
  await page.getByRole('button', { name: 'Уведомлять не нужно' }).waitFor()
  expect(errors.all()).toEqual([])
})

test('the list finds a guest in either script and opens him by keyboard', async () => {
  const { page, errors } = await workplace(clerk)
  await goTo(page, '/guests')
  const rows = page.locator('tr[data-notice]')
  await rows.nth(2).waitFor()
  expect(await rows.count()).toBe(GUESTS.length)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Slash')
  // A lone key waits to see whether a scanner follows.
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
  await page.keyboard.type('toktos')
  await page.locator('tr[data-notice]').nth(1).waitFor({ state: 'detached' })
  expect(await rows.first().innerText()).toContain('Токтосунов Айбек')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Токтосунов Айбек/ }).waitFor()
  // A name does not belong into an address.
  expect(page.url()).not.toMatch(/toktos/i)
  expect(errors.all()).toEqual([])
})

const VIEWS = LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })))

test.each(VIEWS)('queue, sheet, guest and list stand in $language, $theme: axe, policy, 200 % zoom', async (view) => {
  const page = await clerk.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, view)
  await openDesk(page, desk.ready.url)
  const routes = ['/queue', `/queue/${idOf(2)}`, `/guest/${idOf(0)}`, `/guest/${idOf(2)}`, '/guests']
  const found: unknown[] = []
  for (const route of routes) {
    // At 200 % a window of 1366 × 768 has this many pixels.
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 683, height: 384 },
    ]) {
      await page.setViewportSize(viewport)
      await goTo(page, route)
      await page.locator(SETTLED).first().waitFor()
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      found.push(...(await axeFindings(page)), ...(sideways > 0 ? [`${route} scrolls sideways by ${sideways}`] : []))
    }
  }
  await page.keyboard.press('Escape')
  expect({ found, errors: errors.all() }).toEqual({ found: [], errors: [] })
})

/** What each of the screens shows once its data are there. */
const SETTLED = 'tr[data-notice], li[data-field], time'
