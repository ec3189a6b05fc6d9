import type { Page } from 'playwright-core'
import type { Place } from '#renderer/screens/rules/calculator/calculation-form.ts'
import type { SECTIONS } from '#renderer/screens/rules/sections.ts'
import type { DutyKind } from '#shared/regulation/duties/duty.ts'
import { fontsLoaded, goTo } from './desk-page.ts'

export type SectionPath = (typeof SECTIONS)[number]['path']

/** What shows that a section stands with its data. */
const STANDS: Readonly<Record<SectionPath, string>> = {
  duty: '[data-reading]',
  calculator: '[data-reading]',
  clocks: '[data-duty]',
  countries: '[data-country]',
  'lost-passport': 'main ol > li',
  visas: 'main table',
}

/** The screen of the rules as a manager or a night clerk uses it. */
export class RulesPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(section: SectionPath): Promise<void> {
    await goTo(this.page, `/rules/${section}`)
    await this.stands(section)
  }

  async stands(section: SectionPath): Promise<void> {
    await this.page.waitForFunction((hash) => location.hash === hash, `#/rules/${section}`)
    await this.page.locator(STANDS[section]).first().waitFor()
    await fontsLoaded(this.page)
  }

  /** A field of the calculator. */
  field(place: Place) {
    return this.page.locator(`[data-field="${place}"]`)
  }

  /** Types over what stands in a field, as a clerk who jumped into it, and leaves it. */
  async type(place: Place, text: string): Promise<void> {
    await this.field(place).fill(text)
    await this.field(place).press('Tab')
  }

  /** Waits until the answer says `day` for a reading. */
  async reading(reading: 'strict' | 'latest', day: string): Promise<void> {
    await this.page.locator(`[data-reading="${reading}"]`, { hasText: day }).waitFor()
  }

  /** A clock: in the answer of the calculator, or in the table of clocks. */
  duty(kind: DutyKind) {
    return this.page.locator(`[data-duty="${kind}"]`)
  }

  country(code: string) {
    return this.page.locator(`[data-country="${code}"]`)
  }

  reasonField() {
    return this.page.locator('main form input[maxlength="500"]')
  }
}
