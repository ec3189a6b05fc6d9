import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 level A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

declare global {
  interface Window {
    axe?: { run(context: Document, options: object): Promise<AxeResults> }
  }
}

/**
 * What axe finds on the page as it is now, one line per finding: rule, element, why. Empty when there is nothing. Goes in through
 * the debugger, which a strict content security policy does not stop; a script element would be refused.
 */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Half a megabyte: once is enough for a page that is looked at again and again.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(SOURCE)
  const results = await page.evaluate(async (tags) => {
    if (window.axe === undefined) throw new Error('axe did not load')
    // A colour on its way from one state to the next is nobody's choice; what moves for ever is not waited for.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
    // Of what passed one element is enough: a page of 370 buttons has two megabytes of them.
    return await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  }, TAGS)
  if (results.passes.length === 0) throw new Error('axe looked at nothing: the page is empty')
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} – ${node.failureSummary ?? violation.help}`),
  )
}
