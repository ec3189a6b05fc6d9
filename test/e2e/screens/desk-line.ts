import type { Page, Route } from 'playwright-core'

/** The line keeps these whatever happens to the rest: without them there is no screen that could wait. */
const ALWAYS = /\/rpc\/(desk|setup)\//

/** What the desk's answers do on their way to the page: they pass, they are held back, or the desk fails. */
export class DeskLine {
  private mode: 'pass' | 'hold' | 'fail' = 'pass'
  private failing = /./
  private held: Route[] = []

  static async of(page: Page): Promise<DeskLine> {
    const line = new DeskLine()
    await page.route('**/rpc/**', (route) => line.take(route))
    return line
  }

  hold(): void {
    this.mode = 'hold'
  }

  /** What is asked under these addresses fails. */
  fail(failing = /./): void {
    this.mode = 'fail'
    this.failing = failing
  }

  /** Lets everything through again, also what was held back. */
  async pass(): Promise<void> {
    this.mode = 'pass'
    const waiting = this.held
    this.held = []
    // A page that was left takes its questions with it.
    await Promise.allSettled(waiting.map((route) => route.continue()))
  }

  private async take(route: Route): Promise<void> {
    if (this.mode === 'pass' || ALWAYS.test(route.request().url())) return route.continue()
    if (this.mode === 'hold') {
      this.held.push(route)
      return
    }
    if (!this.failing.test(route.request().url())) return route.continue()
    const failure = { defined: false, code: 'INTERNAL_SERVER_ERROR', status: 500, message: 'Internal server error' }
    return route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ json: failure }) })
  }
}
