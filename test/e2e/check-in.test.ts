import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { GELASHVILI, HITROV, MUELLER, MUELLER_MISREAD, NGUYEN, NURLANOV, VISA } from '../renderer/check-in/samples.ts'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../support/browser.ts'
import { collectPageErrors, type PageErrors } from '../support/page-errors.ts'
import { type RunningDesk, startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { CheckInPage } from './check-in-page.ts'
import { chooseView, openDesk, type Theme } from './screens/desk-page.ts'

/** Monday 23 November 2026, 14:38 in Almaty. */
const NOW = '2026-11-23T09:38:00.000Z'

let browser: TestBrowser
let desk: RunningDesk
let directory: string

beforeAll(async () => {
  browser = await launchBrowser()
  directory = makeTempDirectory()
  desk = await serve()
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

function serve(port = 0): Promise<RunningDesk> {
  return startServe(['--training', '--data', directory, '--now', NOW, '--port', String(port)], { TZ: 'Asia/Almaty' })
}

interface View {
  readonly language?: (typeof LANGUAGES)[number]
  readonly theme?: Theme
}

/** A check-in screen with nothing on it, in a tab of its own. */
async function openCheckIn({ language = 'ru', theme = 'light' }: View = {}) {
  const page = await browser.newPage()
  page.setDefaultTimeout(10_000)
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  const checkIn = new CheckInPage(page)
  await checkIn.open()
  onTestFinished(async () => {
    await clear(checkIn)
    await page.close()
  })
  return { page, errors, checkIn }
}

/** The next test starts with an empty form. */
async function clear({ page }: CheckInPage): Promise<void> {
  const discard = page.getByRole('button', { name: 'Отменить ввод' })
  if (!(await discard.isVisible().catch(() => false))) return
  await discard.click()
  await page.getByText('Черновик сохранён').waitFor({ state: 'hidden' })
}

const noticesSchema = z.array(
  z.object({ displayName: z.string(), state: z.string(), room: z.string().nullable(), missing: z.array(z.string()) }),
)

/** What the desk holds, asked past the screen. */
async function notices() {
  const answer = await fetch(new URL('/api/v1/notices', desk.ready.url), {
    headers: { authorization: `Bearer ${desk.ready.apiToken}` },
  })
  return noticesSchema.parse(await answer.json())
}

async function noticeOf(name: string) {
  return (await notices()).filter(({ displayName }) => displayName.includes(name))
}

function nothingWrong(errors: PageErrors): void {
  expect(errors.all()).toEqual([])
}

test('a scan, the digits of the date of issue, and 6 keys put a notice into the queue', async () => {
  const { checkIn, errors } = await openCheckIn()
  await checkIn.scan(MUELLER)
  await checkIn.untilCursorIn('issueDate')
  await checkIn.type('07032025')
  await checkIn.press('Enter')
  await checkIn.untilCursorIn('departure')
  await checkIn.press('3')
  await checkIn.press('Enter')
  await checkIn.untilCursorIn('purpose')
  await checkIn.press('т')
  await checkIn.press('Control+Enter')
  expect(await checkIn.saved()).toContain('MUELLER JUERGEN KARL: готово')
  expect(checkIn.keysPressed).toBe(6)
  expect((await noticeOf('MUELLER JUERGEN KARL')).map(({ state, missing }) => ({ state, missing }))).toEqual([
    { state: 'ready', missing: [] },
  ])
  await checkIn.untilCursorIn('scan')
  nothingWrong(errors)
})

test('a guest who was here before needs 6 keys in all', async () => {
  const { checkIn, page } = await openCheckIn()
  await checkIn.scan(MUELLER)
  await page.getByText('Уже был').waitFor()
  await checkIn.press('F8')
  await checkIn.untilCursorIn('departure')
  expect(await checkIn.value('issueDate')).toBe('07.03.2025')
  await checkIn.press('3')
  await checkIn.press('Enter')
  await checkIn.untilCursorIn('purpose')
  await checkIn.press('т')
  await checkIn.press('Control+Enter')
  await checkIn.saved()
  expect(checkIn.keysPressed).toBe(6)
})

test('a scanner on the Russian layout, with the cursor in any field, is read by its keys', async () => {
  const { checkIn } = await openCheckIn()
  await checkIn.scan(NGUYEN, 'ru')
  await checkIn.untilCursorIn('issueDate')
  expect(await checkIn.values('surname', 'givenNames', 'birthDate', 'documentNumber')).toEqual([
    'NGUYEN',
    'VAN AN',
    '08.10.2000',
    'Z6397078',
  ])
  await checkIn.field('room').fill('318')
  await checkIn.field('room').focus()
  await checkIn.scan(HITROV, 'ru')
  await checkIn.untilCursorIn('departure')
  expect(await checkIn.values('room', 'surname', 'patronymic', 'documentSeries', 'issueDate')).toEqual([
    '318',
    'ХИТРОВ',
    'НИКОЛАЕВИЧ',
    '4510',
    '21.04.2019',
  ])
})

test('a passport scanned on another screen opens the check-in with it', async () => {
  const { checkIn, page } = await openCheckIn()
  await page.evaluate(() => {
    location.hash = '#/'
  })
  await page.getByRole('heading', { level: 1, name: 'Сегодня' }).waitFor()
  await checkIn.scan(NGUYEN)
  await checkIn.untilCursorIn('issueDate')
  expect(await checkIn.value('surname')).toBe('NGUYEN')
})

test('a wrong check digit is boxed, named, and said at its field; a good reading of the same passport puts it right', async () => {
  const { checkIn, page, errors } = await openCheckIn()
  await checkIn.paste(MUELLER_MISREAD)
  await checkIn.untilCursorIn('birthDate')
  await page.getByText('не сошлись 2 контрольные цифры').waitFor()
  expect(await checkIn.field('birthDate').getAttribute('aria-invalid')).toBe('true')
  const described = (await checkIn.field('birthDate').getAttribute('aria-describedby')) ?? ''
  expect(await page.locator(`[id="${described}"]`).innerText()).toBe('Цифра не сошлась: впишите из документа.')
  expect(await axeFindings(page)).toEqual([])
  await checkIn.paste(MUELLER)
  await page.getByText('все 5 контрольных цифр сошлись').waitFor()
  expect(await checkIn.value('birthDate')).toBe('21.10.1996')
  expect(await page.getByRole('button', { name: 'Убрать гостя' }).count()).toBe(0)
  nothingWrong(errors)
})

test('a misread character that its digit proves is put right, and shown', async () => {
  const { checkIn, page } = await openCheckIn()
  await checkIn.paste(MUELLER.replace('9610219', '96102I9'))
  await page.getByText('I прочитано как 1, доказано контрольной цифрой «рождение»').waitFor()
  expect(await checkIn.value('birthDate')).toBe('21.10.1996')
})

test('what is no machine-readable zone is said to be none, and nothing is lost', async () => {
  const { checkIn, page } = await openCheckIn()
  await checkIn.field('surname').fill('Müller')
  await page.keyboard.press('F2')
  await checkIn.untilCursorIn('scan')
  await checkIn.paste('R-26110000 бронь')
  await page.getByText('В строке русские буквы').waitFor()
  expect(await checkIn.values('scan', 'surname')).toEqual(['R-26110000 бронь', 'Müller'])
})

test('by hand: a name, a code, fast dates, and the deadline while typing', async () => {
  const { checkIn, page, errors } = await openCheckIn()
  const fill: readonly (readonly [Parameters<CheckInPage['field']>[0], string])[] = [
    ['surname', 'Ким'],
    ['givenNames', 'Олег'],
    ['citizenship', 'узб'],
    ['birthDate', '1988'],
    ['sex', 'м'],
    ['documentType', 'п'],
    ['documentNumber', 'FA1234567'],
    ['issueDate', '010220'],
    ['expiryDate', '31012030'],
    ['departure', '28.11'],
    ['purpose', 'д'],
  ]
  await checkIn.field('surname').focus()
  for (const [field, text] of fill) {
    await checkIn.untilCursorIn(field)
    if (text.length === 1) await checkIn.press(text)
    else await checkIn.type(text)
    await checkIn.press('Enter')
  }
  await checkIn.untilCursorIn('act')
  await page.getByText('ср, 25 ноября 23:59').waitFor()
  expect(await checkIn.values('citizenship', 'birthDate', 'issueDate', 'expiryDate', 'departure')).toEqual([
    'Узбекистан',
    '1988',
    '01.02.2020',
    '31.01.2030',
    '28.11.2026',
  ])
  await checkIn.press('Enter')
  expect(await checkIn.saved()).toContain('готово')
  expect((await noticeOf('Олег')).map(({ state }) => state)).toEqual(['ready'])
  nothingWrong(errors)
})

test('a citizen of Kazakhstan owes no notice; unknown citizenship is loud and the clock runs', async () => {
  const { checkIn, page } = await openCheckIn()
  await checkIn.paste(NURLANOV)
  await page.getByRole('heading', { name: 'Уведомление не нужно' }).waitFor()
  await page.getByRole('button', { name: 'Записать заезд' }).waitFor()
  await checkIn.field('citizenship').fill('неизв')
  await page.keyboard.press('Enter')
  expect(await checkIn.value('citizenship')).toBe('Неизвестно')
  await page.getByRole('alert').filter({ hasText: 'Гражданство неизвестно' }).waitFor()
  await page.getByText('ср, 25 ноября 23:59').waitFor()
  await page.getByText('останется в «Гражданство неизвестно»').waitFor()
  expect(await axeFindings(page)).toEqual([])
})

test('a family in one check-in: passport after passport, and a child on its parent', async () => {
  const { checkIn, page } = await openCheckIn()
  await checkIn.field('room').fill('777')
  await checkIn.paste(NGUYEN)
  await checkIn.untilCursorIn('issueDate')
  await checkIn.type('24072024')
  await checkIn.press('Enter')
  await checkIn.type('2')
  await checkIn.press('Enter')
  await checkIn.press('т')
  await checkIn.paste(HITROV)
  await page.getByText('добавлен следующий гость').waitFor()
  await page.getByRole('button', { name: 'Ребёнок без документа' }).click()
  await checkIn.untilCursorIn('surname')
  expect(await checkIn.values('guardianDocument', 'purpose', 'departure')).toEqual(['Z6397078', 'tourism', '25.11.2026'])
  await checkIn.type('Nguyen')
  await checkIn.field('givenNames').fill('Binh')
  await checkIn.press('Control+Enter')
  await page.getByText('Записаны 3 гостя').waitFor()
  const party = (await notices()).filter(({ room }) => room === '777')
  expect(party.map(({ displayName, state }) => [displayName, state]).sort()).toEqual([
    ['NGUYEN VAN AN', 'ready'],
    ['Nguyen Binh', 'citizenship_unknown'],
    ['ХИТРОВ ИЛЬЯ', 'ready'],
  ])
})

test('text that cannot be read is not saved away', async () => {
  const { checkIn, page } = await openCheckIn()
  await checkIn.field('surname').fill('Unread')
  await checkIn.field('issueDate').fill('31.02.2020')
  // The key saves wherever the focus is, on a tick box too.
  await page.locator('[data-flag="hasNoExpiry"]').focus()
  await checkIn.press('Control+Enter')
  await checkIn.untilCursorIn('issueDate')
  await page.getByText('Не понято: Дата выдачи').waitFor()
  expect(await noticeOf('Unread')).toEqual([])
})

test('an arrival ahead is not saved without a booking: the cursor goes there, and with one it is', async () => {
  const { checkIn, page, errors } = await openCheckIn()
  await checkIn.field('surname').fill('Ahead')
  await checkIn.field('arrivalDate').fill('30.11.2026')
  await page.getByText('Заезд в будущем записывают только с номером брони').waitFor()
  await page.getByText('Заезд ещё впереди: впишите номер брони или поправьте дату.').waitFor()
  await checkIn.press('Control+Enter')
  await checkIn.untilCursorIn('reservation')
  expect(await noticeOf('Ahead')).toEqual([])
  await checkIn.type('R-26110000')
  await page.getByText('Дата заезда в будущем').waitFor()
  await checkIn.press('Control+Enter')
  expect(await checkIn.saved()).toContain('Ahead')
  nothingWrong(errors)
})

test('the desk says no to an arrival ahead even when the screen was too slow to see it', async () => {
  const { checkIn, page } = await openCheckIn()
  await page.route('**/rpc/checkIn/preview', (route) => route.abort('connectionreset'))
  await checkIn.field('surname').fill('Slow')
  await checkIn.field('arrivalDate').fill('30.11.2026')
  await checkIn.press('Control+Enter')
  await checkIn.untilCursorIn('reservation')
  expect(await checkIn.field('reservation').getAttribute('aria-invalid')).toBe('true')
  expect(await noticeOf('Slow')).toEqual([])
})

test('how long a guest may stay stands in one line, from the day of entry; a visa is asked for where one is needed', async () => {
  const { checkIn, page, errors } = await openCheckIn()
  await checkIn.paste(MUELLER)
  await page.getByText('Впишите день въезда').waitFor()
  expect(await checkIn.field('visaValidUntil').count()).toBe(0)
  await checkIn.field('borderEntryDate').fill('20.11.2026')
  await page.getByText('Безвизовый срок: до 19 декабря, день 1 – въезд 20 ноября').waitFor()
  await checkIn.paste(VISA)
  await page.getByText('Виза прочитана, вписаны номер и срок').waitFor()
  expect(await checkIn.values('visaNumber', 'visaValidUntil', 'documentNumber')).toEqual([
    'KZ1234567',
    '15.02.2027',
    'CZM2MGGW5',
  ])
  await checkIn.field('visaEntries').selectOption('multiple')
  await checkIn.draftSaved()
  await page.reload()
  await checkIn.field('scan').waitFor()
  expect(await checkIn.values('visaValidUntil', 'visaEntries')).toEqual(['15.02.2027', 'multiple'])
  await page.getByRole('button', { name: 'Отменить ввод' }).click()
  await checkIn.field('surname').fill('Ahmadi')
  await checkIn.field('citizenship').fill('AFG')
  await page.keyboard.press('Enter')
  await page.getByText('Нужна виза. Впишите срок визы').waitFor()
  await checkIn.field('visaValidUntil').waitFor()
  nothingWrong(errors)
})

test('a draft survives a reload to the last key, a switch of language and a visit to the board', async () => {
  const { checkIn, page, errors } = await openCheckIn()
  await checkIn.paste(MUELLER)
  await checkIn.untilCursorIn('issueDate')
  await checkIn.draftSaved()
  await checkIn.type('0703')
  await page.reload()
  await checkIn.field('scan').waitFor()
  expect(await checkIn.values('surname', 'issueDate')).toEqual(['MUELLER', '0703'])
  await page.getByText('все 5 контрольных цифр сошлись').waitFor()

  await page.getByRole('button', { name: 'Қаз', exact: true }).click()
  await page.getByText('Паспорт оқылды').waitFor()
  expect(await checkIn.values('surname', 'issueDate')).toEqual(['MUELLER', '0703'])
  await page.getByRole('button', { name: 'Рус', exact: true }).click()

  await page.evaluate(() => {
    location.hash = '#/'
  })
  await page.getByRole('heading', { level: 1, name: 'Сегодня' }).waitFor()
  await checkIn.open()
  expect(await checkIn.values('surname', 'issueDate')).toEqual(['MUELLER', '0703'])
  nothingWrong(errors)
})

test('a tab that dies leaves its draft to the next one; two tabs do not share', async () => {
  const first = await openCheckIn()
  await first.checkIn.field('surname').fill('Crashed')
  await first.checkIn.draftSaved()
  const second = await openCheckIn()
  expect(await second.checkIn.value('surname')).toBe('')
  // No unload, no last word: the tab is simply gone.
  await second.page.close()
  await first.page.close({ runBeforeUnload: false })
  const third = await openCheckIn()
  expect(await third.checkIn.value('surname')).toBe('Crashed')
})

test('thrown-away input comes back with one key', async () => {
  const { checkIn, page } = await openCheckIn()
  await checkIn.paste(MUELLER)
  await checkIn.untilCursorIn('issueDate')
  // In a field that was typed into, the key is the field's own.
  await checkIn.type('07')
  await page.keyboard.press('Control+z')
  await expect.poll(() => checkIn.value('issueDate')).not.toBe('07')
  expect(await checkIn.value('surname')).toBe('MUELLER')
  await page.getByRole('button', { name: 'Отменить ввод' }).click()
  await checkIn.untilCursorIn('scan')
  expect(await checkIn.values('surname', 'scan')).toEqual(['', ''])
  await page.keyboard.press('Control+z')
  await expect.poll(() => checkIn.value('surname')).toBe('MUELLER')
})

test('the desk stops while a guest is typed: it is said, nothing is lost, and the notice is made once', async () => {
  const { checkIn, page } = await openCheckIn()
  const port = Number(new URL(desk.ready.url).port)
  await checkIn.field('surname').fill('Stopped')
  await checkIn.draftSaved()
  await desk.kill()
  await page.getByRole('alert').filter({ hasText: 'Программа не отвечает' }).waitFor()
  expect(await checkIn.value('surname')).toBe('Stopped')
  desk = await serve(port)
  // The clerk pastes the new address over the old one.
  await page.evaluate((url) => {
    location.href = url
  }, desk.ready.url)
  await page.getByRole('alert').filter({ hasText: 'Программа не отвечает' }).waitFor({ state: 'detached' })
  await checkIn.open()
  expect(await checkIn.value('surname')).toBe('Stopped')
  await checkIn.press('Control+Enter')
  await checkIn.saved()
  expect((await noticeOf('Stopped')).map(({ state }) => state)).toEqual(['citizenship_unknown'])
})

test('an answer that never comes: it says so, keeps the fields shut, and a repeat makes no second check-in', async () => {
  const { checkIn, page } = await openCheckIn()
  await checkIn.field('surname').fill('Unanswered')
  // The desk saves; the answer is cut off on its way back.
  await page.route(
    '**/rpc/checkIn/create',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await checkIn.press('Control+Enter')
  await page.getByRole('alert').filter({ hasText: 'Неизвестно, сохранён ли заезд' }).waitFor()
  expect(await checkIn.value('surname')).toBe('Unanswered')
  expect(await checkIn.field('surname').isDisabled()).toBe(true)

  // Even a page that is loaded anew remembers that it was tried.
  await page.reload()
  await page.getByRole('alert').filter({ hasText: 'Неизвестно, сохранён ли заезд' }).waitFor()
  await page.getByRole('button', { name: 'Повторить' }).click()
  await checkIn.saved()
  expect((await noticeOf('Unanswered')).map(({ state }) => state)).toEqual(['citizenship_unknown'])
})

test('1366 × 768 needs no scrolling, 200 % none sideways, and axe finds nothing in any language and theme', async () => {
  for (const language of LANGUAGES)
    for (const theme of ['light', 'dark'] as const) {
      const { checkIn, page, errors } = await openCheckIn({ language, theme })
      expect(await axeFindings(page), `${language} ${theme} empty`).toEqual([])
      await checkIn.paste(GELASHVILI)
      await checkIn.untilCursorIn('issueDate')
      await page.getByText('23:59').first().waitFor()
      expect(await axeFindings(page), `${language} ${theme} scanned`).toEqual([])
      expect(await overflowOf(page), `${language} ${theme}`).toEqual({ down: 0, sideways: 0 })
      await page.setViewportSize({ width: 683, height: 384 })
      expect((await overflowOf(page)).sideways, `${language} ${theme} at 200 %`).toBe(0)
      nothingWrong(errors)
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.getByRole('button', { name: /Отменить ввод|Енгізгенді өшіру|Discard input/ }).click()
      await page.close()
    }
})

/** Pixels that do not fit. */
function overflowOf(page: CheckInPage['page']) {
  return page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    const root = document.documentElement
    return {
      down: main.scrollHeight - main.clientHeight,
      sideways: Math.max(main.scrollWidth - main.clientWidth, root.scrollWidth - root.clientWidth),
    }
  })
}
