import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { noticeSchema } from '#shared/contract/schemas.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { runCliJson } from '../../support/run-cli.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { CalendarPage, sidewaysOverflow } from './calendar-page.ts'
import { chooseView, openDesk, type Theme } from './desk-page.ts'

/** A Tuesday between two holidays, so that a moved rest day moves deadlines. */
const TUESDAY = '2026-05-05T09:41:00.000Z'

let browser: TestBrowser
let desk: RunningDesk
let directory: string

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  directory = makeTempDirectory()
  desk = await startServe(['--training', '--data', directory, '--now', TUESDAY], { TZ: 'Asia/Almaty' })
})
afterEach(async () => {
  await desk.stop()
  removeDirectory(directory)
})

async function openCalendar(options: { readonly language?: Language; readonly theme?: Theme; readonly day?: string } = {}) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language: options.language ?? 'ru', theme: options.theme ?? 'light' })
  await openDesk(page, desk.ready.url)
  // Another test of this browser may have left its working copy behind.
  await page.evaluate(() => localStorage.removeItem('qabyl.calendar-copy'))
  await page.reload()
  await page.locator('h1').first().waitFor()
  const calendar = new CalendarPage(page)
  await calendar.open(options.day)
  return { page, calendar, errors }
}

/** Who is owed a notice until when, from the register itself. */
async function dueDates(): Promise<Readonly<Record<string, string>>> {
  const notices = z.array(noticeSchema).parse(await runCliJson(['queue', '--data', join(directory, 'training')]))
  return Object.fromEntries(notices.map((notice) => [notice.id, `${notice.strictDue} ${notice.latestDue} ${notice.actBy}`]))
}

function changedIds(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(before).filter((id) => before[id] !== after[id])
}

const fileSchema = z.looseObject({
  years: z.array(
    z.looseObject({
      nonWorking: z.array(z.string()),
      workingWeekends: z.array(z.string()),
      ministerialTransfers: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
})

/** What the desk exports, with Saturday 16 May exchanged for Friday 8 May, as an order would do. */
function withTransfer(exported: string): string {
  const file = fileSchema.parse(JSON.parse(exported))
  const [year] = file.years
  if (year === undefined) throw new Error('Nothing was exported')
  year.nonWorking = [...year.nonWorking, '2026-05-08'].toSorted()
  year.workingWeekends = ['2026-05-16']
  year.ministerialTransfers = [{ from: '2026-05-16', to: '2026-05-08' }]
  return JSON.stringify(file)
}

test('the whole year stands on one screen, reached by G and C, and the keyboard walks through it', async () => {
  const { page, calendar, errors } = await openCalendar()
  await calendar.goByKeys('KeyT')
  await page.waitForFunction(() => location.hash === '#/')
  await calendar.goByKeys('KeyC')
  await calendar.selected('2026-05-05')
  expect(await calendar.focused()).toBe('day-2026-05-05')

  for (const [key, date] of [
    ['ArrowRight', '2026-05-06'],
    ['ArrowDown', '2026-05-13'],
    ['ArrowLeft', '2026-05-12'],
    ['ArrowUp', '2026-05-05'],
    ['Home', '2026-05-04'],
    ['End', '2026-05-10'],
    ['Control+Home', '2026-01-01'],
    ['ArrowLeft', '2025-12-31'],
    ['PageDown', '2026-12-31'],
    ['PageDown', '2027-12-31'],
    ['KeyT', '2026-05-05'],
  ] as const) {
    await page.keyboard.press(key)
    await calendar.selected(date)
    await expect.poll(() => calendar.focused()).toBe(`day-${date}`)
  }
  // One day alone is in the order of Tab.
  expect(await page.locator('[data-sheet] button[tabindex="0"]').count()).toBe(1)
  expect(await calendar.day('2026-03-24').getAttribute('aria-label')).toBe(
    '24 марта 2026, вторник, выходной: вместо 21 марта, Наурыз',
  )

  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Перенести сюда выходной')
  await page.keyboard.press('Escape')
  expect(await calendar.focused()).toBe('day-2026-05-05')

  const hidden = await page.evaluate(() => {
    const sheet = document.querySelector('[data-sheet]')?.parentElement
    return sheet === null || sheet === undefined ? null : sheet.scrollHeight - sheet.clientHeight
  })
  expect(hidden).toBe(0)
  expect(errors.all()).toEqual([])
})

test('a moved rest day is entered by keys alone, kept over another screen and a reload, previewed, applied and undone', async () => {
  const { page, calendar, errors } = await openCalendar({ day: '2026-05-08' })
  const before = await dueDates()

  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'from')
  await page.keyboard.type('16052026')
  expect(await page.locator('[name="from"]').inputValue()).toBe('16.05.2026')
  await page.keyboard.press('Enter')
  await page.getByText('1 изменение, ещё не применено').waitFor()
  expect(await calendar.day('2026-05-08').getAttribute('aria-label')).toMatch(
    /выходной: вместо 16 мая, изменён, ещё не применён/,
  )

  await calendar.goByKeys('KeyQ')
  await page.waitForFunction(() => location.hash === '#/queue')
  await page.reload()
  await page.locator('h1').first().waitFor()
  await calendar.open()
  await page.getByText('1 изменение, ещё не применено').waitFor()
  expect(changedIds(before, await dueDates())).toEqual([])

  await page.keyboard.press('KeyP')
  await page.getByRole('heading', { name: 'Какие дни меняются' }).waitFor()
  const moves = await calendar.moves()
  expect(moves.length).toBeGreaterThan(5)
  expect(new Set(moves.map(([, was, becomes]) => `${was} → ${becomes}`))).toEqual(
    new Set(['пт, 8 мая → вт, 12 мая', 'ср, 6 мая → ср, 6 мая']),
  )
  expect(await axeFindings(page)).toEqual([])
  expect(changedIds(before, await dueDates())).toEqual([])

  await page.getByLabel('Основание').fill('Приказ № 77 от 20.04.2026')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Применено' }).waitFor()
  const applied = await dueDates()
  expect(changedIds(before, applied)).toHaveLength(moves.length)
  expect(await calendar.moves()).toEqual(moves)
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Отменить' }).click()
  await page.getByRole('heading', { level: 1, name: 'Отмена изменения' }).waitFor()
  await page.getByRole('heading', { name: 'Какие дни меняются' }).waitFor()
  expect((await calendar.moves()).map(([name, was, becomes]) => [name, becomes, was]).toSorted()).toEqual(
    moves.map((move) => [...move]).toSorted(),
  )
  await page.getByRole('button', { name: 'Отменить изменение' }).click()
  await page.getByRole('heading', { level: 1, name: 'Отменено' }).waitFor()
  expect(await dueDates()).toEqual(before)
  await page.keyboard.press('Escape')
  await page.getByText('Приказ № 77 от 20.04.2026').waitFor()
  expect(errors.all()).toEqual([])
})

test('what becomes overdue at once is said first and loudly', async () => {
  const { page, calendar } = await openCalendar({ day: '2026-05-01' })
  await page.getByRole('button', { name: 'Убрать праздник: Праздник единства' }).click()
  await calendar.preview()
  const first = page.locator('main table tbody tr').first()
  expect(await first.innerText()).toContain('сразу просрочен')
  expect(await first.innerText()).toMatch(/на \d+ д(ень|ня|ней) раньше/)
  const overdue = await page.getByText('сразу просрочен').count()
  expect(overdue).toBeGreaterThan(0)
  const figure = page.locator('main ul li').filter({ hasText: /станет просроченным|станут просроченными/ })
  expect(await figure.locator('b').innerText()).toBe(String(overdue))
})

test('steps are taken back one by one, discarded together, and brought back', async () => {
  const { page, calendar } = await openCalendar({ day: '2026-12-16' })
  await page.getByRole('button', { name: 'Убрать праздник: День Независимости' }).click()
  await calendar.moveRestDay('2026-05-16', '2026-05-08')
  await page.getByText('2 изменения, ещё не применены').waitFor()
  await page.keyboard.press('Control+KeyZ')
  await page.getByText('1 изменение, ещё не применено').waitFor()
  expect(await calendar.day('2026-05-08').getAttribute('aria-label')).toMatch(/^8 мая 2026, пятница, рабочий день/)
  await page.getByRole('button', { name: 'Отбросить' }).click()
  await page.getByText('Изменения отброшены.').waitFor()
  expect(await page.getByRole('button', { name: 'Предпросмотр' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await page.getByText('ср, 16 декабря: больше не праздник').waitFor()
  await page.getByRole('button', { name: 'Убрать: ср, 16 декабря: больше не праздник' }).click()
  expect(await page.getByText('Рабочая копия').count()).toBe(0)
})

test('a move that cannot be is refused at its field, and nothing is entered', async () => {
  const { page, calendar } = await openCalendar({ day: '2026-05-08' })
  await page.getByRole('button', { name: 'Перенести сюда выходной' }).click()
  await page.locator('[name="from"]').fill('09.05.2026')
  await page.getByRole('button', { name: 'Внести' }).click()
  await page.getByText('Этот день – праздник.').waitFor()
  expect(await page.locator('[name="from"]').getAttribute('aria-invalid')).toBe('true')
  await calendar.day('2026-05-16').click()
  expect(await page.locator('[name="from"]').inputValue()).toBe('16.05.2026')
  await page.locator('[name="to"]').fill('11.05.2026')
  await page.getByRole('button', { name: 'Внести' }).click()
  await page.getByText('Этот день уже выходной. Выберите рабочий.').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByText('Рабочая копия').count()).toBe(0)
})

test('a broken file is refused with the place of each mistake, a good one is previewed and applied', async () => {
  const { page, calendar, errors } = await openCalendar()
  const before = await dueDates()
  await calendar.importFile('notes.json', 'Праздники этого года')
  await page.getByText('Это не файл JSON. Выберите файл календаря.').waitFor()

  const exported = await calendar.exportYear()
  await calendar.importFile(
    'broken.json',
    exported.replace('"2026-12-16": "independence_day"', '"2026-12-32": "independence_day"'),
  )
  const alert = page.getByRole('alert')
  await alert.getByText('years.0.holidays.2026-12-32').waitFor()
  expect(await alert.innerText()).toContain('Такого дня нет. Дни пишутся ГГГГ-ММ-ДД.')
  expect(await alert.innerText()).toContain('Календарь и сроки гостей остались прежними.')
  expect(await axeFindings(page)).toEqual([])
  await alert.getByRole('button', { name: 'Закрыть' }).click()
  expect(await page.getByText('Рабочая копия').count()).toBe(0)

  await calendar.importFile('order-77.json', withTransfer(exported))
  await page.getByText('2026 год из файла order-77.json').waitFor()
  await calendar.preview()
  const moves = await calendar.moves()
  await calendar.apply('Приказ № 77')
  expect(changedIds(before, await dueDates())).toHaveLength(moves.length)
  await page.keyboard.press('Escape')
  await page.getByText('из файла, официальный').waitFor()
  expect(JSON.parse(await calendar.exportYear())).toMatchObject({
    years: [{ ministerialTransfers: [{ from: '2026-05-16', to: '2026-05-08' }] }],
  })
  // The browser itself reports each refused file.
  expect(errors.all().filter((error) => !error.includes('status of 422'))).toEqual([])
})

test('when somebody else changes the calendar meanwhile, the edits stay and a new preview has to be read', async () => {
  const { page, calendar } = await openCalendar({ day: '2026-12-16' })
  const exported = await calendar.exportYear()
  await page.getByRole('button', { name: 'Убрать праздник: День Независимости' }).click()
  await calendar.preview()
  expect(await page.getByText('Ни один открытый срок не сдвинется').count()).toBe(1)

  const file = join(directory, 'order-77.json')
  writeFileSync(file, withTransfer(exported))
  await runCliJson(['calendar', 'import', file, '--data', join(directory, 'training')])
  await page.getByRole('alert').getByText('Календарь за это время изменили.').waitFor()
  expect(await page.getByRole('button', { name: 'Применить' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Понятно' }).click()
  await page.getByText('2026 год: 2026.2 → 2026.3').waitFor()
  await calendar.apply('Проверка')
  await page.keyboard.press('Escape')
  await calendar.open('2026-12-16')
  await expect
    .poll(() => calendar.day('2026-12-16').getAttribute('aria-label'), { timeout: 10_000 })
    .toBe('16 декабря 2026, среда, рабочий день')
  expect(await calendar.day('2026-05-08').getAttribute('aria-label')).toMatch(/выходной: вместо 16 мая/)
})

test('a year without data is started as a forecast, applied, and confirmed once it is published', async () => {
  const { page, calendar } = await openCalendar({ day: '2028-05-01' })
  await page.getByText('Календаря на 2028 год нет.').waitFor()
  await page.getByRole('button', { name: 'Составить прогноз' }).click()
  await page.getByText('2028 год: прогноз по правилам').waitFor()
  await calendar.preview()
  await page.getByText('2028 год: нет → 2028.1').waitFor()
  await calendar.apply('До выхода официального календаря')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Подтвердить год: официальный календарь вышел' }).click()
  await page.getByRole('button', { name: 'Внести' }).click()
  await page.getByText('Укажите, где опубликован календарь').waitFor()
  await page.getByLabel('Где опубликован').fill('Постановление Правительства от 20.12.2027')
  await page.getByRole('button', { name: 'Внести' }).click()
  await page.getByText('2028 год подтверждён').waitFor()
  await calendar.preview()
  await page.getByText('Дни те же, меняются только сведения о календаре.').waitFor()
  await calendar.apply('Опубликован')
  await page.keyboard.press('Escape')
  await page.getByText('Постановление Правительства от 20.12.2027').waitFor()
})

test('who may not change the calendar reads it, and is told why there are no acts', async () => {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await chooseView(page, { language: 'ru', theme: 'light' })
  await page.route('**/rpc/desk/status', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replace('"role":"manager"', '"role":"receptionist"') })
  })
  await openDesk(page, desk.ready.url)
  const calendar = new CalendarPage(page)
  await calendar.open('2026-05-08')
  await page.getByText('Менять календарь может управляющий.').waitFor()
  for (const act of ['Перенести сюда выходной', 'Загрузить файл', 'Добавить праздник'])
    expect(await page.getByRole('button', { name: act }).count()).toBe(0)
  expect((await calendar.exportYear()).length).toBeGreaterThan(1000)
})

test.each(['light', 'dark'] as const)('axe finds nothing on a forecast and on a year without data (%s)', async (theme) => {
  const { page, calendar } = await openCalendar({ theme, day: '2027-12-16' })
  expect(await axeFindings(page)).toEqual([])
  await calendar.open('2028-05-01')
  expect(await axeFindings(page)).toEqual([])
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)('axe finds nothing and nothing is refused (%s)', async (theme) => {
    const { page, calendar, errors } = await openCalendar({ language, theme, day: '2026-12-16' })
    await page.locator('#calendar-day button').first().click()
    await page.locator('#day-2026-05-08').click()
    await page.locator('#calendar-day button').first().click()
    await page.locator('#day-2026-05-16').click()
    expect(await axeFindings(page)).toEqual([])
    await page.locator('#calendar-day button[type="submit"]').click()
    await page.locator('#day-2026-05-16').focus()
    await page.keyboard.press('KeyP')
    await calendar.previewed()
    expect(await axeFindings(page)).toEqual([])
    expect(errors.all()).toEqual([])
  })

  test('nothing scrolls sideways, at full size and at 200 % zoom', async () => {
    const { page, calendar } = await openCalendar({ language, day: '2026-05-08' })
    await page.locator('#calendar-day button').first().click()
    await page.locator('#day-2026-05-16').click()
    await page.locator('#calendar-day button[type="submit"]').click()
    expect(await sidewaysOverflow(page)).toBe(0)
    await page.setViewportSize({ width: 683, height: 384 })
    expect(await sidewaysOverflow(page)).toBe(0)
    await page.keyboard.press('KeyP')
    await calendar.previewed()
    expect(await sidewaysOverflow(page)).toBe(0)
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await sidewaysOverflow(page)).toBe(0)
  })
})
