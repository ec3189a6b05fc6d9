import type { Page } from 'playwright-core'
import { td3 } from '../../shared/documents/mrz-maker.ts'
import { goTo } from '../screens/desk-page.ts'
import type { Scene } from '../screens/scenes/scene.ts'
import { photographed } from './camera-picture.ts'

const LINES = td3({ issuer: 'DEU', nationality: 'D<<', name: 'ERIKSSON<<ANNA<MARIA', number: 'C01X00T47', sex: 'F' })

/** The check-in with a passport that was read from a picture and waits to be compared. */
async function arrangePicture(page: Page): Promise<void> {
  const drawing = await page.context().newPage()
  const buffer = await photographed(drawing, { lines: LINES, turn: 2 })
  await drawing.close()
  // The language before may have left its guest.
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await goTo(page, '/check-in')
  await page.locator('input[type=file]').first().setInputFiles({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer })
  await page.locator('[data-field="isToCompare"]:focus').waitFor()
}

/** Of the training desk; the last of its scenes, because a guest stays in the form. */
export const PICTURE_SCENES: readonly Scene[] = [
  {
    name: 'settings-documents',
    async arrange(page) {
      await goTo(page, '/settings/documents')
      await page.locator('main section button').first().waitFor()
    },
  },
  { name: 'check-in-picture', arrange: arrangePicture },
]
