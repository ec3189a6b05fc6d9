import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDeskProcess } from '#electron/desk/desk-process.ts'
import { sampleProperty } from '#electron/desk/training/sample-property.ts'
import { addPastStays } from '../../bench/past-stays.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, openDesk } from './desk-page.ts'
import { GuestsPage } from './guests-page.ts'
import { TUESDAY } from './guests-scene.ts'

const GUESTS = 100_000
/** Two screens and what is kept at hand above and below them. */
const MOST_ROWS_IN_PAGE = 60

let root: string
let desk: RunningDesk
let browser: TestBrowser

/** Ten years of a hotel, in the index of words as well. */
async function arrangeMany(directory: string): Promise<void> {
  const process = createDeskProcess({
    directory,
    appVersion: '0.0.0-test',
    logger: pino({ level: 'silent' }),
    startAt: TUESDAY,
    machineZoneOffsetMinutes: () => 300,
  })
  await process.start({ isSending: false })
  const client = createRouterClient(process.router, { context: () => process.contextFor('front') })
  await client.setup.createProperty({ ...sampleProperty('ru'), environment: 'test' })
  const store = process.desk()?.register.store
  if (store === undefined) throw new Error('A property that was set up has a desk')
  addPastStays(store, GUESTS)
  store.database.exec(`
    INSERT INTO search_guest (property_id, guest_id) SELECT property_id, id FROM guest ORDER BY rowid;
    INSERT INTO search (rowid, names, document, room, reservation)
      SELECT g.id, 'PAST GUEST', d.number, '101', s.reservation FROM search_guest g
      JOIN document d ON d.guest_id = g.guest_id JOIN guest o ON o.id = g.guest_id JOIN stay s ON s.id = o.stay_id;`)
  await process.stop()
}

beforeAll(async () => {
  root = makeTempDirectory()
  await arrangeMany(join(root, 'desk'))
  desk = await startServe(['--data', join(root, 'desk'), '--now', '2026-11-23T05:43:00.000Z'], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser()
}, 180_000)

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(root)
})

test('a hundred thousand guests: all of them there to scroll through, few of them in the page, each read when it is looked at', async () => {
  const page = await browser.newPage()
  await chooseView(page, { language: 'ru', theme: 'light' })
  await openDesk(page, desk.ready.url)
  const guests = new GuestsPage(page)
  await guests.open()
  expect(await guests.total()).toBe(GUESTS)
  const reference = (number: number) => page.locator('td').filter({ hasText: new RegExp(`^PAST-${number}\\b`) })
  await reference(GUESTS - 1).waitFor()
  await page.keyboard.press('End')
  await reference(0).waitFor()
  expect(await guests.rows().count()).toBeLessThan(MOST_ROWS_IN_PAGE)
  await guests.box().evaluate((box) => box.scrollTo(0, box.scrollHeight / 2))
  await page
    .locator('td')
    .filter({ hasText: /^PAST-(49|50)\d{3}\b/ })
    .first()
    .waitFor()
  expect(await guests.rows().count()).toBeLessThan(MOST_ROWS_IN_PAGE)
  await guests.presence('in_house').click()
  await page.getByText('Под фильтр никто не подходит').waitFor()
  await guests.presence('departed').click()
  await guests.waitForTotal(GUESTS)
  await page.keyboard.press('Slash')
  await page.locator('header input:focus').fill('P-4242')
  await reference(4242).waitFor()
  expect(await guests.total()).toBe(11)
})
