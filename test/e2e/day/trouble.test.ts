import { afterAll, beforeAll, expect, test } from 'vitest'
import { GELASHVILI, MUELLER, NGUYEN } from '../../renderer/check-in/samples.ts'
import { DayDesk } from './day-desk.ts'
import type { FrontDesk } from './front-desk.ts'

/** Tuesday 21 July 2026, 09:30 in Almaty. */
const MORNING = '2026-07-21T04:30:00.000Z'

const hotel = new DayDesk(MORNING)
let clerk: FrontDesk
/** Another window of the same hotel, which nobody touches unless a test says so. */
let colleague: FrontDesk

beforeAll(async () => {
  await hotel.begin()
  clerk = await hotel.clerk()
  colleague = await hotel.clerk()
})

afterAll(() => hotel.end())

/** The row of a guest in the colleague's list. */
const row = (name: string) => colleague.page.locator('main tbody tr').filter({ hasText: name }).first()

test('a check-in, and its acceptance by the service, come into the other window by themselves', async () => {
  await colleague.goTo('KeyP', 'Гости')
  await clerk.newGuest()
  await clerk.scan(NGUYEN)
  await clerk.untilCursorIn('issueDate')
  await clerk.data('24072024')
  await clerk.press('Enter', '4', 'Enter', 'KeyN')
  await clerk.tabTo('room', true)
  await clerk.data('210')
  await clerk.press('Control+Enter')
  await clerk.saved()
  await row('NGUYEN').waitFor()
  await row('NGUYEN').getByText('Принято').waitFor()
})

test('another room: three digits and Enter, and the other window shows it', async () => {
  await clerk.openGuest('NGUYEN')
  await clerk.openAct('KeyM')
  await clerk.data('512')
  await clerk.press('Enter')
  await clerk.sees('Теперь номер 512.')
  await row('NGUYEN').getByText('512').waitFor()
})

test('three nights more: the service hears of it', async () => {
  await clerk.openAct('KeyX')
  await clerk.press('3', 'Enter')
  await clerk.sees('Выезд теперь 28 июля.')
  await clerk.page.locator('[data-kind="extension"]').filter({ hasText: 'Принято' }).first().waitFor()
  expect(await hotel.received('Z6397078')).toEqual(['extension'])
})

test('he leaves early: two keys', async () => {
  await clerk.openAct('KeyD')
  await clerk.press('Enter')
  await clerk.sees('Выезд записан: 21 июля.')
  await clerk.page.locator('[data-kind="departure"]').filter({ hasText: 'Принято' }).first().waitFor()
  expect(await hotel.received('Z6397078')).toEqual(['departure'])
})

test('and is back in the evening: known, six keys in all', async () => {
  await clerk.newGuest()
  await clerk.scan(NGUYEN)
  await clerk.sees('Гость уже был')
  clerk.keys = 0
  await clerk.press('F8')
  await clerk.untilCursorIn('departure')
  await clerk.press('1', 'Enter')
  await clerk.untilCursorIn('purpose')
  await clerk.press('KeyN', 'Control+Enter')
  await clerk.saved()
  expect(clerk.keys).toBe(6)
  expect((await clerk.held(hotel.desk, 'NGUYEN')).filter(({ kind }) => kind === 'arrival')).toHaveLength(2)
})

test('the line to the service is cut: guests arrive all the same; it comes back, and each notice is there once', async () => {
  await hotel.cutTheLine()
  await clerk.scan(GELASHVILI)
  await clerk.untilCursorIn('issueDate')
  await clerk.data('16012021')
  await clerk.press('Enter', '2', 'Enter', 'KeyN', 'Control+Enter')
  expect(await clerk.saved()).toContain('готово')
  await clerk.page.locator('header').getByText('Не отвечает').waitFor()
  // It went nowhere, and it is not lost.
  expect(await clerk.stateOf(hotel.desk, 'GELASHVILI')).toEqual(['ready'])
  await hotel.mendTheLine()
  await clerk.goTo('KeyQ', 'Очередь')
  await clerk.go('KeyR')
  await clerk.page.locator('header').getByText('На связи').waitFor()
  await expect.poll(() => clerk.stateOf(hotel.desk, 'GELASHVILI'), { timeout: 30_000 }).toEqual(['accepted'])
  expect(await hotel.received('AP5123544')).toEqual(['arrival'])
  await row('GELASHVILI').getByText('Принято').waitFor()
})

test('the language is switched in the middle of a form: every letter stays', async () => {
  await clerk.newGuest()
  await clerk.scan(MUELLER)
  await clerk.untilCursorIn('issueDate')
  await clerk.data('0703')
  await clerk.speak('kk')
  await clerk.sees('Паспорт оқылды')
  expect([await clerk.value('surname'), await clerk.value('issueDate')]).toEqual(['MUELLER', '0703'])
  await clerk.speak('ru', false)
  expect([await clerk.value('surname'), await clerk.value('issueDate')]).toEqual(['MUELLER', '0703'])
})

test('the PC goes off in the middle of a form: the draft is there again, to the last digit', async () => {
  await clerk.sees('Черновик сохранён')
  await clerk.page.close()
  await hotel.pullThePlug()
  await hotel.startAgain()
  clerk = await hotel.clerk()
  await clerk.newGuest()
  await expect.poll(() => clerk.value('issueDate')).toBe('0703')
  expect(await clerk.value('surname')).toBe('MUELLER')
  await clerk.go('Enter')
  await clerk.untilCursorIn('issueDate')
  await clerk.instead('07032025')
  await clerk.press('Enter', '3', 'Enter', 'KeyN', 'Control+Enter')
  expect(await clerk.saved()).toContain('готово')
})

test('two clerks on one guest: the second is told kindly, keeps what he typed, and saves on the next try', async () => {
  colleague = await hotel.clerk()
  for (const each of [clerk, colleague]) {
    await each.openGuest('GELASHVILI')
    await each.openAct('KeyE')
  }
  await colleague.instead('GELASHWILI')
  await clerk.instead('GELAŞVILI')
  await clerk.press('Enter')
  await clerk.sees('Исправлено.')
  await colleague.press('Enter')
  await colleague.sees('Пока форма была открыта, запись изменилась')
  await colleague.sees('набранное на месте. Проверьте и сохраните')
  const surname = colleague.page.locator('[data-field="surname"]')
  expect(await surname.inputValue()).toBe('GELASHWILI')
  await colleague.press('Enter')
  await colleague.sees('Исправлено.')
  await clerk.page.locator('main h1').filter({ hasText: 'GELASHWILI' }).waitFor()
})

test('nobody touched a mouse', async () => {
  expect(await Promise.all([clerk, colleague].map((each) => each.pointerCalls()))).toEqual([0, 0])
})
