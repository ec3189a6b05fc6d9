import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { MUELLER } from '../../renderer/check-in/samples.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { openDesk } from '../screens/desk-page.ts'
import { FrontDesk } from './front-desk.ts'

/** Monday 23 November 2026, 14:38 in Almaty. */
const NOW = '2026-11-23T09:38:00.000Z'

let browser: TestBrowser
let desk: RunningDesk
let directory: string

beforeAll(async () => {
  browser = await launchBrowser()
  directory = makeTempDirectory()
  desk = await startServe(['--training', '--data', directory, '--now', NOW], { TZ: 'Asia/Almaty' })
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

/** A clerk before the board, hands on the keys. */
async function clerkAtTheBoard(): Promise<FrontDesk> {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  page.setDefaultTimeout(10_000)
  const clerk = await FrontDesk.at(page)
  await openDesk(page, desk.ready.url)
  await page.locator('article').first().waitFor()
  return clerk
}

test('a first-time guest: from the board, a scan, the digits of the date of issue, and 6 keys make a ready notice', async () => {
  const clerk = await clerkAtTheBoard()
  await clerk.scan(MUELLER)
  await clerk.untilCursorIn('issueDate')
  await clerk.data('07032025')
  await clerk.press('Enter')
  await clerk.untilCursorIn('departure')
  await clerk.press('3', 'Enter')
  await clerk.untilCursorIn('purpose')
  await clerk.press('KeyN', 'Control+Enter')
  expect(await clerk.saved()).toContain('MUELLER JUERGEN KARL: готово')
  expect(clerk.keys).toBe(6)
  expect(await clerk.stateOf(desk, 'MUELLER')).toEqual(['ready'])
})

test('a guest who was here before: a scan and 6 keys in all', async () => {
  const clerk = await clerkAtTheBoard()
  await clerk.scan(MUELLER)
  await clerk.sees('Уже был')
  await clerk.press('F8')
  await clerk.untilCursorIn('departure')
  await clerk.press('3', 'Enter')
  await clerk.untilCursorIn('purpose')
  await clerk.press('KeyN', 'Control+Enter')
  await clerk.saved()
  expect(clerk.keys).toBe(6)
  expect(await clerk.stateOf(desk, 'MUELLER')).toEqual(['ready', 'ready'])
})

test('by hand, from the board to a ready notice: fewer than 60 keys besides the data itself', async () => {
  const clerk = await clerkAtTheBoard()
  await clerk.press('KeyN')
  await clerk.untilCursorIn('scan')
  await clerk.press('Enter')
  const fields = [
    ['surname', 'KIM'],
    ['givenNames', 'OLEG'],
    ['citizenship', 'UZB'],
    ['birthDate', '14091988'],
    ['sex', 'м'],
    ['documentType', 'п'],
    ['documentNumber', 'FA1234567'],
    ['issueDate', '01022020'],
    ['expiryDate', '31012030'],
    ['departure', '3'],
    ['purpose', 'д'],
  ] as const
  for (const [field, text] of fields) {
    await clerk.untilCursorIn(field)
    await clerk.data(text)
    await clerk.press('Enter')
  }
  await clerk.untilCursorIn('act')
  await clerk.press('Enter')
  expect(await clerk.saved()).toContain('KIM OLEG: готово')
  expect(clerk.keys).toBe(14)
  expect(clerk.keys).toBeLessThan(60)
  expect(await clerk.stateOf(desk, 'KIM OLEG')).toEqual(['ready'])
  expect(await clerk.pointerCalls()).toBe(0)
})
