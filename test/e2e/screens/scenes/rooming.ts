import { join } from 'node:path'
import { openWithList } from '../../rooming-page.ts'
import { groupList } from '../../rooming-sample.ts'
import type { Scene, SceneSet } from './scene.ts'

const SCREENS: readonly Scene[] = [
  { name: 'rooming-list', arrange: async (page) => void (await openWithList(page, groupList())) },
  {
    name: 'rooming-party',
    async arrange(page) {
      await page.locator('[data-act="take-list"]').click()
      await page.locator('[data-person="0"]').waitFor()
    },
  },
  {
    name: 'rooming-person',
    async arrange(page) {
      await page.keyboard.press('F7')
      await page.locator('[data-field="surname"]').waitFor()
    },
  },
]

/** A group of forty in the check-in: its list, its table, one of it. */
export const ROOMING: SceneSet = {
  name: 'rooming',
  prepare: (root) => Promise.resolve(['--training', '--data', join(root, 'desk'), '--now', '2026-11-23T09:38:00.000Z']),
  scenes: SCREENS,
}
