import { goTo } from '../desk-page.ts'
import { EndOfDayPage } from '../end-of-day-page.ts'
import { arrangeQueue, TUESDAY } from '../queue-scene.ts'
import type { Scene, SceneSet } from './scene.ts'

const SCREENS: readonly Scene[] = [
  {
    name: 'queue-outage',
    async arrange(page) {
      await goTo(page, '/queue')
      await page.locator('tr[data-notice]').first().waitFor()
    },
  },
  {
    name: 'guest-follow-up',
    async arrange(page) {
      await goTo(page, '/guests')
      await page.locator('tbody tr a').first().click()
      await page.locator('dl').first().waitFor()
    },
  },
  {
    name: 'guest-evidence',
    async arrange(page) {
      await goTo(page, '/guests')
      await page.locator('tbody tr a').first().click()
      await page.locator('dl').first().waitFor()
      await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 100_000))
    },
  },
  { name: 'end-of-day-busy', arrange: (page) => new EndOfDayPage(page).open() },
  { name: 'end-of-day-week', arrange: (page) => new EndOfDayPage(page).open('2026-05-04..2026-05-10') },
]

/** A hotel whose service is away. */
export const OUTAGE: SceneSet = {
  name: 'outage',
  async prepare(root) {
    const { directory } = await arrangeQueue(root)
    return ['--data', directory, '--now', TUESDAY]
  },
  scenes: SCREENS,
}
