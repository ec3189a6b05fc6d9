import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { cutTexts } from '../../support/cut-text.ts'
import { collectPageErrors, type PageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { type DeskCalls, framesDrawn, watchDeskCalls } from './desk-calls.ts'
import { fontsLoaded, openDesk } from './desk-page.ts'
import type { SceneSet } from './scenes/scene.ts'
import { sidewaysOf } from './sideways.ts'

/** The cheapest monitor a reception still has, and the same at 200 %. */
const WHOLE = { width: 1366, height: 768 }
const ZOOMED = { width: 683, height: 384 }

/**
 * Every scene of `sets`, arranged once and then looked at in three languages and both themes in the living page, at full size and at 200 %:
 * axe finds nothing, no text is cut, nothing scrolls sideways, nothing is refused or thrown; and what was typed is there afterwards.
 * A scene's findings are reported together.
 */
export function lookAtEveryView(sets: readonly SceneSet[]): void {
  describe.each(sets.map((set) => ({ set })))('$set.name', ({ set }) => {
    let root: string
    let desk: RunningDesk
    let browser: TestBrowser
    let page: Page
    let errors: PageErrors
    let calls: DeskCalls

    beforeAll(async () => {
      root = makeTempDirectory()
      desk = await startServe(await set.prepare(root), { TZ: 'Asia/Almaty' })
      browser = await launchBrowser({ reducedMotion: 'reduce' })
      page = await browser.newPage()
      errors = await collectPageErrors(page)
      calls = watchDeskCalls(page)
      await openDesk(page, desk.ready.url)
    })

    afterAll(async () => {
      await browser?.close()
      await desk?.stop()
      removeDirectory(root)
    })

    test.each(set.scenes)('$name', async ({ arrange }) => {
      const before = errors.all().length
      await speak(page, 'ru')
      await arrange(page)
      await calls.answered()
      await fontsLoaded(page)
      const typed = await typedIn(page)
      const findings = await findingsOf(page)
      await speak(page, 'ru')
      expect([...findings, ...errors.all().slice(before)]).toEqual([])
      expect(await typedIn(page)).toEqual(typed)
    })
  })
}

async function findingsOf(page: Page): Promise<readonly string[]> {
  const findings: string[] = []
  for (const language of LANGUAGES) {
    await speak(page, language)
    // Colours hang on no size and widths on no theme: axe sees every theme, and every language at both sizes.
    findings.push(...(await inTheme(page, 'dark')).map((finding) => `${language} dark – ${finding}`))
    findings.push(...(await inTheme(page, 'light')).map((finding) => `${language} light – ${finding}`))
    findings.push(...(await measured(page, false)).map((finding) => `${language} – ${finding}`))
    await page.setViewportSize(ZOOMED)
    await drawn(page)
    findings.push(...(await axeFindings(page)).map((finding) => `${language} at 200 % – ${finding}`))
    findings.push(...(await measured(page, true)).map((finding) => `${language} at 200 % – ${finding}`))
    await page.setViewportSize(WHOLE)
    await drawn(page)
  }
  return findings
}

async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme })
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
  await drawn(page)
  return await axeFindings(page)
}

async function measured(page: Page, isZoomed: boolean): Promise<readonly string[]> {
  const sideways = await sidewaysOf(page)
  return [...(await cutTexts(page, { isZoomed })), ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : [])]
}

/** As the switch in the header does it, which lies behind an open dialog: the page stays as it is, and so does the focus. */
async function speak(page: Page, language: Language): Promise<void> {
  await page.locator(`button[lang="${language}"][aria-pressed]`).dispatchEvent('click')
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
  await drawn(page)
}

async function drawn(page: Page): Promise<void> {
  await framesDrawn(page)
  await fontsLoaded(page)
}

/** What stands in the fields, in their order. */
function typedIn(page: Page): Promise<readonly (string | boolean)[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
        'main input, main textarea, main select',
      ),
    ].map((field) => (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type) ? field.checked : field.value)),
  )
}
