import type { Locator, Page } from 'playwright-core'

/** The queue as a clerk sees it. */
export class QueuePage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  row(noticeId: string): Locator {
    return this.#page.locator(`tr[data-notice="${noticeId}"]`)
  }

  /** Name and count of each group, in order. */
  async groups(): Promise<readonly string[]> {
    const heads = this.#page.locator('th[scope="rowgroup"]')
    return (await heads.all()).length === 0
      ? []
      : heads.evaluateAll((cells) =>
          cells.map((cell) => `${cell.querySelector('b')?.textContent} ${cell.querySelector('b + span')?.textContent}`),
        )
  }

  /** Shows all of a group, where it shows only a few. */
  async openGroup(name: 'automatic' | 'sign' | 'decision'): Promise<void> {
    const index = ['automatic', 'sign', 'decision'].indexOf(name)
    const button = this.#page.locator('th[scope="rowgroup"]').nth(index).getByRole('button').first()
    if ((await button.count()) > 0) await button.click()
  }

  async selectedId(): Promise<string | null> {
    return this.#page.locator('tr[aria-current="true"]').getAttribute('data-notice')
  }

  /** The panel beside the table. */
  panel(): Locator {
    return this.#page
      .locator('main section')
      .filter({ has: this.#page.locator('h2', { hasText: 'Почему ждёт' }) })
      .last()
  }

  /** One fact of the channel, with its name. */
  fact(name: 'environment' | 'service' | 'answer' | 'clock'): Locator {
    return this.#page.locator('main dl[aria-label] > div').nth(['environment', 'service', 'answer', 'clock'].indexOf(name))
  }

  /** What the bar of the day tells a screen reader. */
  async bar(): Promise<string> {
    return (await this.#page.locator('[role="img"]').first().getAttribute('aria-label')) ?? ''
  }

  /** What was found or decided, in one sentence. */
  said(): Locator {
    return this.#page.locator('main [role="status"]')
  }
}
