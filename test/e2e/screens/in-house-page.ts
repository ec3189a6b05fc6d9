import type { Page } from 'playwright-core'
import { goTo } from './desk-page.ts'

/** The guests who are in the house already, as a clerk brings them in. */
export class InHousePage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await goTo(this.page, '/in-house')
  }

  async bring(text: string): Promise<void> {
    await this.page.locator('textarea').fill(text)
    await this.page.locator('[data-act="read-list"]').click()
    await this.rows().first().waitFor()
  }

  rows() {
    return this.page.locator('tr[data-line]')
  }

  field(name: 'arrival' | 'filedUntil' | 'reason') {
    return this.page.locator(`[data-field="${name}"]`)
  }

  async filed(rule: 'nobody' | 'until' | 'everybody'): Promise<void> {
    await this.page.locator(`input[name="filed"][value="${rule}"]`).check()
  }

  /** Guests of one line of what would follow; waits until the desk has counted it so. */
  async outcome(name: string, count: number): Promise<void> {
    await this.page.locator(`[data-outcome="${name}"] dd`).getByText(String(count), { exact: true }).waitFor()
  }

  take() {
    return this.page.locator('[data-act="take-in"]')
  }
}
