import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { goTo } from '../desk-page.ts'
import { arrangeLoss, TUESDAY } from '../lost-passport-scene.ts'
import type { Scene, SceneSet } from './scene.ts'

const SCREENS: readonly Scene[] = [
  {
    name: 'today-lost-passport',
    async arrange(page) {
      await goTo(page, '/')
      await page.locator('aside a', { hasText: 'Delorme' }).waitFor()
    },
  },
  {
    name: 'guest-lost-passport',
    async arrange(page) {
      await goTo(page, '/')
      await page.locator('aside a', { hasText: 'Delorme' }).click()
      await page.locator('[data-case]').first().waitFor()
    },
  },
  {
    name: 'guest-lost-passport-form',
    async arrange(page) {
      await openCalmGuest(page)
      await page.locator('[data-act="lost-passport"]').click()
      await page.locator('[name="place"]').waitFor()
    },
  },
  {
    name: 'registration-card',
    async arrange(page) {
      await openCalmGuest(page)
      await page.locator('[data-act="consent"]').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'settings-card',
    async arrange(page) {
      await goTo(page, '/settings/card')
      await page.locator('textarea').first().waitFor()
    },
  },
]

/** A guest whose passport is lost, and one who has nothing to do with it. */
export const LOSS: SceneSet = {
  name: 'loss',
  async prepare(root) {
    await arrangeLoss(join(root, 'desk'))
    return ['--data', join(root, 'desk'), '--now', TUESDAY]
  },
  scenes: SCREENS,
}

async function openCalmGuest(page: Page): Promise<void> {
  await goTo(page, '/guests')
  await page.locator('main a', { hasText: 'Юсупова' }).first().click()
  await page.locator('[data-act="consent"]').waitFor()
}
