import type { Locator, Page } from 'playwright-core'

/** The counter: who can go, which lists are out, the stamp. */
export class PaperPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The boxes of those who can be chosen. */
  candidates(): Locator {
    return this.page.locator('[data-paper="candidate"] input')
  }

  async chosen(): Promise<string> {
    return this.page.locator('[data-paper="chosen"]').innerText()
  }

  /** The panel of the list with this number. */
  list(number: string): Locator {
    return this.page.locator(`[data-list="${number}"]`)
  }

  async facts(number: string): Promise<string> {
    return this.list(number).locator('p').first().innerText()
  }

  async openStamp(number: string): Promise<void> {
    await this.list(number).locator('[data-act="stamp"]').click()
    await this.submit().waitFor()
  }

  submit(): Locator {
    return this.page.locator('form button[type="submit"]')
  }

  exceptionBoxes(): Locator {
    return this.page.locator('form fieldset input[type="checkbox"]')
  }

  async attach(file: string): Promise<void> {
    await this.page.locator('form input[type="file"]').setInputFiles(file)
  }

  /** The counter did not take this guest. */
  async except(name: string, reason: string): Promise<void> {
    await this.page.getByRole('checkbox', { name }).check()
    await this.page.getByLabel('Причина своими словами').fill(reason)
  }

  async takeOff(number: string, name: string): Promise<void> {
    await this.list(number).getByRole('button', { name }).click()
  }
}
