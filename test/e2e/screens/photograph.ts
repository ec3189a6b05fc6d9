import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { launchBrowser } from '../../support/browser.ts'
import { PROJECT_ROOT } from '../../support/project.ts'
import { startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, fontsLoaded, openDesk, type Theme } from './desk-page.ts'
import { SCENES, type Scene } from './scenes.ts'

const FOLDER = join(PROJECT_ROOT, 'test', 'photographs')
/** A Tuesday with one holiday ahead: the board has something in every lane. */
const TUESDAY = '2026-05-05T09:41:00.000Z'

/**
 * Photographs every screen of the real desk in three languages and both themes at 1366×768, into `test/photographs/`. For people to look
 * at; nothing is compared. Run it with `npx vitest run --project e2e test/e2e/screens/photograph` after a build.
 */
export async function photographScreens(): Promise<readonly string[]> {
  mkdirSync(FOLDER, { recursive: true })
  return [...(await photograph(SCENES.training, ['--training', '--now', TUESDAY])), ...(await photograph(SCENES.empty, []))]
}

async function photograph(scenes: readonly Scene[], args: readonly string[]): Promise<readonly string[]> {
  const directory = makeTempDirectory()
  const desk = await startServe(['--data', directory, ...args], { TZ: 'Asia/Almaty' })
  try {
    const light = await photographIn('light', scenes, desk.ready.url)
    return [...light, ...(await photographIn('dark', scenes, desk.ready.url))]
  } finally {
    await desk.stop()
    removeDirectory(directory)
  }
}

async function photographIn(theme: Theme, scenes: readonly Scene[], url: string): Promise<readonly string[]> {
  const browser = await launchBrowser({ colorScheme: theme, reducedMotion: 'reduce' })
  const files: string[] = []
  try {
    for (const language of LANGUAGES) {
      const page = await browser.newPage()
      await chooseView(page, { language, theme })
      await openDesk(page, url)
      for (const scene of scenes) {
        await scene.arrange(page)
        await fontsLoaded(page)
        const file = join(FOLDER, `${scene.name}-${language}-${theme}.png`)
        await page.screenshot({ path: file })
        files.push(file)
      }
      await page.close()
    }
  } finally {
    await browser.close()
  }
  return files
}
