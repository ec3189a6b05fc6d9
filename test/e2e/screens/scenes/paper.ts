import { join } from 'node:path'
import { goTo } from '../desk-page.ts'
import { PaperPage } from '../paper-page.ts'
import { arrangePaper, TUESDAY } from '../paper-scene.ts'
import type { Scene, SceneSet } from './scene.ts'

const SCREENS: readonly Scene[] = [
  {
    name: 'paper',
    async arrange(page) {
      await goTo(page, '/queue/paper')
      await new PaperPage(page).list('2026-001').waitFor()
    },
  },
  {
    name: 'paper-stamp',
    async arrange(page) {
      const paper = new PaperPage(page)
      await paper.openStamp('2026-001')
      await paper.exceptionBoxes().first().check()
    },
  },
]

/** A hotel that notifies on paper. */
export const PAPER: SceneSet = {
  name: 'paper',
  async prepare(root) {
    await arrangePaper(join(root, 'desk'))
    return ['--data', join(root, 'desk'), '--now', TUESDAY]
  },
  scenes: SCREENS,
}
