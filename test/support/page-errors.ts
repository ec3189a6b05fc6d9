import type { Page } from 'playwright-core'

const MARK = 'securitypolicyviolation: '

/** Everything that went wrong in a page: uncaught errors, `console.error`, refused by the content security policy. */
export interface PageErrors {
  /** In the order they happened. */
  all(): readonly string[]
}

/** Call before the first `page.goto`: a violation while the page loads is one too. */
export async function collectPageErrors(page: Page): Promise<PageErrors> {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`pageerror: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`)
  })
  await page.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`${mark}${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`)
    })
  }, MARK)
  return { all: () => [...errors] }
}
