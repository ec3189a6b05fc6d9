import { afterAll, beforeAll, expect, test } from 'vitest'
import { GELASHVILI, HITROV, MUELLER, NURLANOV } from '../../renderer/check-in/samples.ts'
import { td3 } from '../../shared/documents/mrz-maker.ts'
import { DayDesk } from './day-desk.ts'
import type { FrontDesk } from './front-desk.ts'

/** Monday 20 July 2026, 20 seconds before midnight in Almaty. */
const BEFORE_MIDNIGHT = '2026-07-20T18:59:40.000Z'
/** The day of birth misread: its own digit and the one over all of them disagree. */
const UNREADABLE = GELASHVILI.replace('8401027', '8401037')

const hotel = new DayDesk(BEFORE_MIDNIGHT)
let clerk: FrontDesk

beforeAll(async () => {
  await hotel.begin()
  clerk = await hotel.clerk()
})

afterAll(() => hotel.end())

const header = () => clerk.page.locator('header').first()

test('a guest who comes before midnight: his first day is the old one', async () => {
  expect(await header().innerText()).toContain('Пн, 20 июля 2026')
  await clerk.go('KeyN')
  await clerk.untilCursorIn('scan')
  await clerk.scan(MUELLER)
  await clerk.untilCursorIn('issueDate')
  await clerk.data('07032025')
  await clerk.press('Enter', '3', 'Enter', 'KeyN', 'Control+Enter')
  await clerk.saved()
  const [notice] = await clerk.held(hotel.desk, 'MUELLER')
  expect([notice?.arrivalAt.slice(0, 10), notice?.strictDue]).toEqual(['2026-07-20', '2026-07-22'])
})

test('a passport that cannot be read: the digit that does not agree is named, the day is typed, the notice goes', async () => {
  await clerk.scan(UNREADABLE)
  await clerk.untilCursorIn('birthDate')
  await clerk.sees('не сошлись 2 контрольные цифры')
  await clerk.sees('Цифра не сошлась: впишите из документа.')
  await clerk.data('02011984')
  await clerk.press('Enter')
  await clerk.untilCursorIn('issueDate')
  await clerk.data('16012021')
  await clerk.press('Enter', '2', 'Enter', 'KeyN', 'Control+Enter')
  expect(await clerk.saved()).toContain('готово')
  await expect.poll(() => clerk.stateOf(hotel.desk, 'GELASHVILI'), { timeout: 20_000 }).toEqual(['accepted'])
  expect(await hotel.received('AP5123544')).toEqual(['arrival'])
})

test('an internal passport of Russia: series, patronymic and day of issue come from its lines', async () => {
  await clerk.scan(HITROV)
  await clerk.untilCursorIn('departure')
  expect(
    await Promise.all((['surname', 'patronymic', 'documentSeries', 'issueDate'] as const).map((field) => clerk.value(field))),
  ).toEqual(['ХИТРОВ', 'НИКОЛАЕВИЧ', '4510', '21.04.2019'])
  await clerk.press('2', 'Enter')
  await clerk.untilCursorIn('purpose')
  await clerk.press('KeyN', 'Control+Enter')
  await clerk.saved()
  await expect.poll(() => clerk.stateOf(hotel.desk, 'ХИТРОВ'), { timeout: 20_000 }).toEqual(['accepted'])
})

test('midnight: the day turns in the open window; who comes now has a day more, and is told why', async () => {
  await header().getByText('Вт, 21 июля 2026').waitFor({ timeout: 60_000 })
  await clerk.scan(
    td3({ issuer: 'FRA', nationality: 'FRA', name: 'DELORME<<CLAIRE', number: '21AB45123', sex: 'F' }).join('\n'),
  )
  await clerk.untilCursorIn('issueDate')
  await clerk.data('10102024')
  await clerk.press('Enter', '1', 'Enter', 'KeyN')
  await clerk.sees('Заезд после полуночи: счёт идёт с нового дня')
  await clerk.press('Control+Enter')
  await clerk.saved()
  const [notice] = await clerk.held(hotel.desk, 'DELORME')
  expect([notice?.arrivalAt.slice(0, 10), notice?.strictDue]).toEqual(['2026-07-21', '2026-07-23'])
})

test('a citizen of Kazakhstan is recorded, and nothing is sent about him', async () => {
  await clerk.scan(NURLANOV)
  await clerk.sees('Уведомление не нужно')
  await clerk.press('Control+Enter')
  await clerk.saved()
  expect(await clerk.stateOf(hotel.desk, 'NURLANOV')).toEqual(['not_required'])
  expect(await hotel.received('N19253884')).toEqual([])
})

test('a family of four in one check-in: three passports and a child on its parent', async () => {
  const passport = (name: string, number: string, birth: string, sex: string) =>
    td3({ issuer: 'TUR', nationality: 'TUR', name: `YILMAZ<<${name}`, number, birth, sex, expiry: '310101' }).join('\n')
  await clerk.scan(passport('AHMET', 'U10000001', '850412', 'M'))
  await clerk.untilCursorIn('issueDate')
  await clerk.data('02012021')
  await clerk.press('Enter', '4', 'Enter', 'KeyN')
  await clerk.tabTo('room', true)
  await clerk.data('305')
  for (const [name, number, birth] of [
    ['ELIF', 'U10000002', '880930'],
    ['DENIZ', 'U10000003', '150617'],
  ] as const) {
    await clerk.scan(passport(name, number, birth, 'F'))
    await expect.poll(() => clerk.value('documentNumber')).toBe(number)
    await clerk.untilCursorIn('issueDate')
    await clerk.data('02012021')
  }
  await clerk.press('Alt+KeyC')
  await clerk.sees('Гость 4')
  for (const [field, text] of [
    ['surname', 'YILMAZ'],
    ['givenNames', 'CAN'],
    ['citizenship', 'TUR'],
    ['birthDate', '01052024'],
    ['sex', 'м'],
  ] as const) {
    await clerk.untilCursorIn(field)
    await clerk.data(text)
    await clerk.press('Enter')
  }
  await clerk.press('Control+Enter')
  await clerk.sees('Записаны 4 гостя')
  await expect
    .poll(() => clerk.stateOf(hotel.desk, 'YILMAZ'), { timeout: 20_000 })
    .toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
  expect((await clerk.held(hotel.desk, 'YILMAZ')).map(({ room }) => room)).toEqual(['305', '305', '305', '305'])
})

test('nobody touched a mouse', async () => {
  expect(await clerk.pointerCalls()).toBe(0)
})
