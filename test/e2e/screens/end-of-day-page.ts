import type { Download, Locator, Page } from 'playwright-core'
import { fontsLoaded, goTo } from './desk-page.ts'

/** The End of day screen as a manager uses it; in Russian where words are needed. */
export class EndOfDayPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the screen – on a day, `handover` or a period when one is given – and waits for its sheet. */
  async open(place?: string): Promise<void> {
    await goTo(this.page, place === undefined ? '/end-of-day' : `/end-of-day/${place}`)
    await this.sheet().waitFor()
    await fontsLoaded(this.page)
  }

  sheet(): Locator {
    return this.page.locator('[data-report-sheet]')
  }

  /** Name and value of each figure on top of the sheet. */
  async figures(): Promise<Readonly<Record<string, number>>> {
    const pairs = await this.sheet()
      .locator('[data-figure]')
      .evaluateAll((items) =>
        items.map((item) => [
          item.getAttribute('data-figure') ?? '',
          Number(item.querySelector('b')?.textContent?.replace(/\s/g, '')),
        ]),
      )
    return Object.fromEntries(pairs)
  }

  /** Rows of each table, the total apart. */
  async rowCounts(): Promise<Readonly<Record<string, number>>> {
    const pairs = await this.sheet()
      .locator('table[data-table]')
      .evaluateAll((tables) =>
        tables.map((table) => [
          table.getAttribute('data-table') ?? '',
          (table as HTMLTableElement).tBodies[0]?.rows.length ?? 0,
        ]),
      )
    return Object.fromEntries(pairs)
  }

  /** What stands before closing, by name. */
  checks(): Locator {
    return this.page.locator('[data-check]')
  }

  check(name: string): Locator {
    return this.page.locator(`[data-check="${name}"]`)
  }

  async closeByKey(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
  }

  /** The question before closing over a missed deadline. */
  question(): Locator {
    return this.page.getByRole('alertdialog')
  }

  /** The panel of a closed day. */
  closed(day: string): Locator {
    return this.page.getByRole('region', { name: `${day} закрыт` })
  }

  /** Number and mode of each closed day, newest first. */
  async past(): Promise<readonly string[]> {
    const links = this.page.getByRole('region', { name: 'Закрытые дни' }).locator('li a')
    return (await links.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
  }

  async saveFile(name: 'PDF' | 'Excel' | 'CSV' | 'JSON'): Promise<Download> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name, exact: true }).click(),
    ])
    return download
  }

  /** How this window prints, as a PDF. */
  async print(): Promise<Uint8Array> {
    return this.page.pdf({ preferCSSPageSize: true, printBackground: false })
  }
}
