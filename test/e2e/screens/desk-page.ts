import type { Page } from 'playwright-core'
import type { Language } from '#shared/i18n/language.ts'

export type Theme = 'light' | 'dark'

/** How a clerk set this workplace up, as the page remembers it. */
export async function chooseView(page: Page, view: { readonly language: Language; readonly theme: Theme }): Promise<void> {
  await page.addInitScript((state) => {
    localStorage.setItem('qabyl.view', JSON.stringify({ state, version: 0 }))
  }, view)
}

/** Opens the desk at the address it printed and waits for the first screen. */
export async function openDesk(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('h1').first().waitFor()
}

/** Goes to a screen of the open desk by its route and waits until it stands. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#${route}`)
  await page.locator('main h1').first().waitFor()
  await fontsLoaded(page)
}

/** Letters are in their own face: widths and photographs mean something. */
export async function fontsLoaded(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
