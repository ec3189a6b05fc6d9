import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Language } from '#shared/i18n/language.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, goTo, openDesk, type Theme } from './desk-page.ts'
import { GuestsPage } from './guests-page.ts'
import { arrangeGuests, TUESDAY } from './guests-scene.ts'

let browser: TestBrowser
let root: string
let desk: RunningDesk

beforeAll(async () => {
  browser = await launchBrowser()
}, 60_000)

afterAll(() => browser.close())

/** Everybody as he was: what one test does for many is nothing to the next. */
async function arrive(): Promise<void> {
  root = makeTempDirectory()
  await arrangeGuests(join(root, 'desk'))
  desk = await startServe(['--data', join(root, 'desk'), '--now', TUESDAY], { TZ: 'Asia/Almaty' })
}

async function leave(): Promise<void> {
  await desk.stop()
  removeDirectory(root)
}

async function openGuests(language: Language = 'ru', theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  const guests = new GuestsPage(page)
  await guests.open()
  return { page, errors, guests }
}

describe('looked at', () => {
  beforeAll(arrive, 60_000)
  afterAll(leave)

  test('begins at its first row, wherever the board stood by itself; a guest chosen on the board is where it stands', async () => {
    const { page, guests } = await openGuests()
    const current = page.locator('main [data-notice][aria-current="true"]')
    await goTo(page, '/')
    await page.locator('main article[data-notice]:focus').waitFor()
    await guests.open()
    await current.filter({ hasText: 'Lindqvist Sofia' }).waitFor()
    await goTo(page, '/')
    await page.locator('main article[data-notice]:focus').waitFor()
    const first = await current.getAttribute('data-notice')
    await page.keyboard.press('ArrowDown')
    await page.locator(`main article[data-notice]:focus:not([data-notice="${first}"])`).waitFor()
    const chosen = await current.getAttribute('data-notice')
    await guests.open()
    await page.locator(`main tr[data-notice="${chosen}"][aria-current="true"]`).waitFor()
  })

  test('filters narrow the list together with what is typed; one key clears them', async () => {
    const { page, guests } = await openGuests()
    expect(await guests.names()).toEqual([
      'Lindqvist Sofia',
      'Deshmukh Ananya',
      'Li Wenjun',
      'Жұмабаева Әйгерім',
      'Әбенов Қайрат',
      'Ким Соён',
      'Ковалёва Марина',
      'Delorme Claire',
      'Назаров Фирдавс',
      'Karaca Elif',
    ])
    await guests.presence('arriving').click()
    await guests.waitForTotal(1)
    expect(await guests.names()).toEqual(['Lindqvist Sofia'])
    await guests.presence('departed').click()
    await guests.row('Karaca').waitFor()
    expect(await guests.total()).toBe(1)
    await guests.presence('in_house').click()
    await guests.waitForTotal(8)
    await guests.mark('citizenship_unknown').click()
    await guests.waitForTotal(2)
    expect(await guests.names()).toEqual(['Жұмабаева Әйгерім', 'Әбенов Қайрат'])
    await page.keyboard.press('Slash')
    await page.locator('header input:focus').fill('абен')
    await page.getByText('Под фильтр никто не подходит').waitFor()
    await page.locator('header input:focus').fill('әбен')
    await guests.waitForTotal(1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await guests.waitForTotal(10)
  })

  test('a row says what is still to be told after an accepted arrival, and by when', async () => {
    const { guests } = await openGuests()
    const row = guests.row('Ковалёва')
    expect(await row.locator('[data-guests="follow-up"]').textContent()).toBe('Продление: Готово')
    await guests.mark('follow_up').click()
    await guests.waitForTotal(1)
    expect(await guests.names()).toEqual(['Ковалёва Марина'])
  })

  test('a filter gets a name and is there after everything in the browser but its name is forgotten', async () => {
    const { page, guests } = await openGuests()
    await guests.presence('in_house').click()
    await guests.mark('incomplete').click()
    await page.getByRole('button', { name: 'Сохранить фильтр' }).click()
    await page.keyboard.type('Дописать')
    await page.keyboard.press('Enter')
    await guests.saved().filter({ hasText: 'Дописать' }).waitFor()
    await page.evaluate(() => sessionStorage.clear())
    await page.reload()
    await guests.rows().first().waitFor()
    expect(await guests.total()).toBe(10)
    await guests.saved().filter({ hasText: 'Дописать' }).click()
    await guests.waitForTotal(1)
    expect(await guests.names()).toEqual(['Ким Соён'])
    await page.getByRole('button', { name: 'Удалить фильтр «Дописать»' }).click()
    await guests.saved().waitFor({ state: 'detached' })
  })
})

describe('by keys alone', () => {
  beforeEach(arrive, 60_000)

  test('citizens by document seen: ticked, previewed, done with a reason, undone', async () => {
    onTestFinished(leave)
    const { page, guests, errors } = await openGuests()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await guests.chosen().filter({ hasText: 'Отмечено 3 гостя' }).waitFor()
    await page.keyboard.press('KeyK')
    await guests.plan().waitFor()
    expect(await guests.applies().textContent()).toBe('Подходят 2 из 3')
    expect(await guests.exceptions().textContent()).toBe('гражданство известноКим Соён')
    await guests.giveReason('видели удостоверения')
    await page.keyboard.press('Enter')
    await guests.said().filter({ hasText: 'Отмечены гражданами Казахстана: 2.' }).waitFor()
    await guests.row('Әбенов').filter({ hasText: 'Не требуется' }).waitFor()
    await page.keyboard.press('KeyU')
    await guests.said().filter({ hasText: 'Возвращено, как было: 2.' }).waitFor()
    await guests.row('Әбенов').filter({ hasText: 'Гражданство неизвестно' }).waitFor()
    expect(errors.all()).toEqual([])
  })

  test('all of a filter go to the colleague who signs, the others are named with what stands in the way', async () => {
    onTestFinished(leave)
    const { page, guests } = await openGuests()
    await page.keyboard.press('Control+KeyA')
    await guests.chosen().filter({ hasText: 'Отмечено 10 гостей' }).waitFor()
    await page.keyboard.press('KeyH')
    await guests.plan().waitFor()
    expect(await guests.applies().textContent()).toBe('Подходят 7 из 10')
    await page.keyboard.press('Enter')
    await guests.said().filter({ hasText: 'Передано на подпись: 7.' }).waitFor()
    await guests.row('Ковалёва').filter({ hasText: 'Продление: Ждёт подписи' }).waitFor()
    await page.keyboard.press('KeyU')
    await guests.said().filter({ hasText: 'Возвращено, как было: 7.' }).waitFor()
  })

  test('a covering list for the counter is printed, and everybody comes off it again', async () => {
    onTestFinished(leave)
    const { page, guests } = await openGuests()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await guests.chosen().filter({ hasText: 'Отмечено 2 гостя' }).waitFor()
    await page.keyboard.press('KeyL')
    await guests.plan().waitFor()
    const printed = page.waitForEvent('popup')
    await page.keyboard.press('Enter')
    await guests.said().filter({ hasText: 'Опись 2026-001: 2.' }).waitFor()
    await (await printed).close()
    await page.keyboard.press('KeyU')
    await guests.said().filter({ hasText: 'Возвращено, как было: 2.' }).waitFor()
    await guests.row('Li Wenjun').filter({ hasText: 'Готово' }).waitFor()
  })

  test('whoever was changed by somebody else meanwhile stays as he is, and is named', async () => {
    onTestFinished(leave)
    const { page, guests } = await openGuests()
    const other = await openGuests()
    await page.bringToFront()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('KeyX')
    await guests.plan().waitFor()
    await guests.giveReason('экипаж самолёта')
    await page.keyboard.press('Enter')
    await guests.said().filter({ hasText: 'уведомлять не нужно: 2.' }).waitFor()
    // The colleague's window shows it without being asked, and opens one of them again.
    await other.guests.row('Li Wenjun').filter({ hasText: 'Не требуется' }).locator('a').click()
    await other.page.getByRole('button', { name: 'Открыть снова' }).click()
    await guests.row('Li Wenjun').filter({ hasText: 'Готово' }).waitFor()
    await page.keyboard.press('KeyU')
    await guests.said().filter({ hasText: 'Возвращено, как было: 1.' }).waitFor()
    expect(await guests.exceptions().textContent()).toBe('с тех пор изменёнLi Wenjun')
  })

  test('Esc goes from the inside out: the question, the ticks, the filter', async () => {
    onTestFinished(leave)
    const { page, guests } = await openGuests()
    await page.keyboard.press('KeyF')
    await guests.presence('all').and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await guests.waitForTotal(8)
    await page.keyboard.press('Control+KeyA')
    await guests.chosen().filter({ hasText: 'Отмечено 8 гостей' }).waitFor()
    await page.keyboard.press('KeyH')
    await guests.plan().waitFor()
    await page.keyboard.press('Escape')
    await guests.plan().waitFor({ state: 'detached' })
    await guests.chosen().filter({ hasText: 'Отмечено 8 гостей' }).waitFor()
    await page.keyboard.press('Escape')
    await guests.chosen().waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await guests.waitForTotal(10)
  })
})
