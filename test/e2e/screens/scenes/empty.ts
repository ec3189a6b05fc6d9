import { join } from 'node:path'
import type { Scene, SceneSet } from './scene.ts'

const SCREENS: readonly Scene[] = [
  {
    name: 'first-start',
    async arrange(page) {
      await page.evaluate(() => localStorage.removeItem('qabyl.property-draft'))
      await page.locator('main section').nth(1).waitFor()
    },
  },
  {
    name: 'property',
    async arrange(page) {
      await page.locator('main button').first().click()
      await page.locator('[name="name"]').fill('Отель «Мысал»')
      await page.locator('[name="bin"]').fill('990140000385')
      await page.locator('button[type="submit"]').click()
      await page.locator('[aria-invalid="true"]').first().waitFor()
      await page.evaluate(() => localStorage.removeItem('qabyl.property-draft'))
    },
  },
]

/** A folder where nothing has been set up. */
export const EMPTY: SceneSet = {
  name: 'empty',
  prepare: (root) => Promise.resolve(['--data', join(root, 'desk')]),
  scenes: SCREENS,
}
