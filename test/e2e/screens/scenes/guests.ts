import { join } from 'node:path'
import { GuestsPage } from '../guests-page.ts'
import { arrangeGuests, TUESDAY } from '../guests-scene.ts'
import type { Scene, SceneSet } from './scene.ts'

const SCREENS: readonly Scene[] = [
  { name: 'guests', arrange: (page) => new GuestsPage(page).openAll() },
  {
    name: 'guests-filtered',
    async arrange(page) {
      const guests = new GuestsPage(page)
      await guests.openAll()
      await guests.presence('in_house').click()
      await guests.mark('citizenship_unknown').click()
      await guests.waitForTotal(2)
    },
  },
  {
    name: 'guests-bulk',
    async arrange(page) {
      const guests = new GuestsPage(page)
      await guests.openAll()
      await page.keyboard.press('Control+KeyA')
      await guests.act('not_owed').click()
      await guests.plan().waitFor()
    },
  },
]

/** Many guests, some of whom need a decision. */
export const GUESTS: SceneSet = {
  name: 'guests',
  async prepare(root) {
    await arrangeGuests(join(root, 'desk'))
    return ['--data', join(root, 'desk'), '--now', TUESDAY]
  },
  scenes: SCREENS,
}
