import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'
import { fontsLoaded } from '../screens/desk-page.ts'
import { PHOTOGRAPHS, VIEWS, type View } from '../screens/photograph.ts'

/** Opens one view and waits until it stands. */
export async function openGallery(page: Page, url: string, { language, theme }: View): Promise<void> {
  await page.goto(`${url}?language=${language}&theme=${theme}`)
  await page.locator('[data-exhibit]').first().waitFor()
  // The calm line of a slow answer comes a tenth of a second later.
  await page.locator('[data-exhibit="waiting.tsx"] [data-waiting]').waitFor()
  await fontsLoaded(page)
}

/** All six views, each a whole page. Answers the files. */
export async function photographGallery(url: string): Promise<readonly string[]> {
  mkdirSync(PHOTOGRAPHS, { recursive: true })
  const browser = await launchBrowser({ reducedMotion: 'reduce' })
  try {
    const page = await browser.newPage()
    const files: string[] = []
    for (const view of VIEWS) {
      await openGallery(page, url, view)
      const file = join(PHOTOGRAPHS, `gallery-${view.language}-${view.theme}.png`)
      await page.screenshot({ path: file, fullPage: true })
      files.push(file)
    }
    return files
  } finally {
    await browser.close()
  }
}
