import { join } from 'node:path'
import { IN_HOUSE_LIST, IN_HOUSE_NOW } from '../../in-house-sample.ts'
import { InHousePage } from '../in-house-page.ts'
import type { Scene, SceneSet } from './scene.ts'

const SCREENS: readonly Scene[] = [
  {
    name: 'in-house',
    async arrange(page) {
      await new InHousePage(page).open()
      const discard = page.locator('[data-act="discard-typed"]')
      await page.locator('textarea').or(discard).first().waitFor()
      if (await discard.isVisible()) await discard.click()
      await page.locator('textarea').waitFor()
    },
  },
  {
    name: 'in-house-guests',
    async arrange(page) {
      const inHouse = new InHousePage(page)
      await inHouse.bring(IN_HOUSE_LIST)
      await inHouse.filed('until')
      await inHouse.field('filedUntil').fill('12.07')
      await inHouse.field('reason').fill('талоны eQonaq')
      await inHouse.outcome('filedElsewhere', 2)
    },
  },
  {
    name: 'in-house-list',
    async arrange(page) {
      await page.locator('[data-view="list"]').click()
      await page.locator('select[data-column]').first().waitFor()
    },
  },
]

/** Who was in the house before Qabyl. */
export const IN_HOUSE: SceneSet = {
  name: 'in-house',
  prepare: (root) => Promise.resolve(['--training', '--data', join(root, 'desk'), '--now', IN_HOUSE_NOW]),
  scenes: SCREENS,
}
