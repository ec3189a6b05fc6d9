import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { launchBrowser } from '../../support/browser.ts'
import { PROJECT_ROOT } from '../../support/project.ts'
import { startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { watchDeskCalls } from './desk-calls.ts'
import { chooseView, fontsLoaded, openDesk, type Theme } from './desk-page.ts'
import type { Scene, SceneSet } from './scenes/scene.ts'
import { SCENE_SETS } from './scenes.ts'

/** Not committed. */
export const PHOTOGRAPHS = join(PROJECT_ROOT, 'test', 'photographs')

/** How a screen is looked at. */
export interface View {
  readonly language: Language
  readonly theme: Theme
}

export const VIEWS: readonly View[] = LANGUAGES.flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
)

export interface Photograph extends View {
  readonly scene: string
  readonly file: string
}

/**
 * Photographs every screen of the real desk as `views` say, at 1366×768, into {@link PHOTOGRAPHS}. For people to look at; nothing is
 * compared. `only`: scenes whose name holds it. The product is to be built before.
 */
export async function photographScreens(views: readonly View[], only = ''): Promise<readonly Photograph[]> {
  mkdirSync(PHOTOGRAPHS, { recursive: true })
  const taken: Photograph[] = []
  for (const set of SCENE_SETS) {
    const scenes = set.scenes.filter(({ name }) => name.includes(only))
    if (scenes.length > 0) taken.push(...(await photographSet({ ...set, scenes }, views)))
  }
  return taken
}

async function photographSet({ prepare, scenes }: SceneSet, views: readonly View[]): Promise<readonly Photograph[]> {
  const root = makeTempDirectory()
  const desk = await startServe(await prepare(root), { TZ: 'Asia/Almaty' })
  const taken: Photograph[] = []
  try {
    for (const view of views) taken.push(...(await photograph(scenes, view, desk.ready.url)))
  } finally {
    await desk.stop()
    removeDirectory(root)
  }
  return taken
}

async function photograph(scenes: readonly Scene[], view: View, url: string): Promise<readonly Photograph[]> {
  const browser = await launchBrowser({ colorScheme: view.theme, reducedMotion: 'reduce' })
  const taken: Photograph[] = []
  try {
    const page = await browser.newPage()
    const calls = watchDeskCalls(page)
    await chooseView(page, view)
    await openDesk(page, url)
    for (const scene of scenes) {
      await scene.arrange(page)
      await calls.answered()
      await fontsLoaded(page)
      const file = join(PHOTOGRAPHS, `${scene.name}-${view.language}-${view.theme}.png`)
      rmSync(file, { force: true })
      await page.screenshot({ path: file })
      taken.push({ ...view, scene: scene.name, file })
    }
  } finally {
    await browser.close()
  }
  return taken
}
