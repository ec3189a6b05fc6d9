import type { Locator, Page } from 'playwright-core'
import type { BulkAct, GuestMark, Presence } from '#shared/domain/guest-filter.ts'
import { PRESENCES } from '#shared/domain/guest-filter.ts'
import { goTo } from './desk-page.ts'

/** The list of guests, as a clerk knows it. */
export class GuestsPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async open(): Promise<void> {
    await goTo(this.#page, '/guests')
    await this.rows().first().waitFor()
  }

  /** Without any filter, which the window remembers. */
  async openAll(): Promise<void> {
    await goTo(this.#page, '/guests')
    await this.presence('all').click()
    for (const pressed of await this.#page.locator('[data-mark][aria-pressed="true"]').all()) await pressed.click()
    await this.rows().first().waitFor()
  }

  /** Guests that are on screen, or about to be. */
  rows(): Locator {
    return this.#page.locator('main tr[data-notice]')
  }

  /** What scrolls. */
  box(): Locator {
    return this.#page.locator('main section:has(> table)')
  }

  row(name: string): Locator {
    return this.rows().filter({ hasText: name })
  }

  /** Names in their order. */
  async names(): Promise<readonly string[]> {
    return this.rows().locator('td:nth-child(2) b').allTextContents()
  }

  /** All that match, as the table tells a screen reader. */
  async total(): Promise<number> {
    return Number(await this.#page.locator('main table').getAttribute('aria-rowcount')) - 1
  }

  async waitForTotal(count: number): Promise<void> {
    await this.#page.locator(`main table[aria-rowcount="${count + 1}"]`).waitFor()
  }

  mark(mark: GuestMark): Locator {
    return this.#page.locator(`[data-mark="${mark}"]`)
  }

  presence(presence: Presence): Locator {
    return this.#page.locator('[data-guests="filters"] [role="group"] button').nth(PRESENCES.indexOf(presence))
  }

  saved(): Locator {
    return this.#page.locator('[data-guests="saved"]')
  }

  chosen(): Locator {
    return this.#page.locator('[data-guests="chosen"]')
  }

  act(act: BulkAct): Locator {
    return this.#page.locator(`[data-act="${act}"]`)
  }

  /** The question before an act on many. */
  plan(): Locator {
    return this.#page.locator('[data-guests="plan"]')
  }

  /** Into the field where the cursor stands already; Enter is left to the test. */
  async giveReason(reason: string): Promise<void> {
    await this.plan().locator('input:focus').fill(reason)
  }

  applies(): Locator {
    return this.#page.locator('[data-guests="applies"]')
  }

  exceptions(): Locator {
    return this.#page.locator('[data-guests="exceptions"]')
  }

  /** What was done last. */
  said(): Locator {
    return this.#page.locator('[data-guests="said"]')
  }
}
