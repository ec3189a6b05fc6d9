import type { Page } from 'playwright-core'

/** Pixels that lie beside the window, of the page or of the screen in it. */
export function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    const root = document.documentElement
    return Math.max(main.scrollWidth - main.clientWidth, root.scrollWidth - root.clientWidth, 0)
  })
}
