import type { Page } from 'playwright-core'
import type { ListColumn } from '#shared/rooming/list-column.ts'
import { CheckInPage } from './check-in-page.ts'

/** The rooming list and the table of a large party, as a clerk uses them. */
export class RoomingPage extends CheckInPage {
  /** Pasted where the cursor starts: nothing has to be opened before. */
  async pasteList(text: string): Promise<void> {
    await this.untilCursorIn('scan')
    await this.paste(text)
    await this.take().waitFor()
  }

  take() {
    return this.page.locator('[data-act="take-list"]')
  }

  column(index: number) {
    return this.page.locator(`select[data-column="${index}"]`)
  }

  async columns(): Promise<readonly string[]> {
    return this.page
      .locator('select[data-column]')
      .evaluateAll((selects) => selects.map((select) => (select as HTMLSelectElement).value))
  }

  async takeFor(index: number, column: ListColumn): Promise<void> {
    await this.column(index).selectOption(column)
  }

  person(index: number) {
    return this.page.locator(`[data-person="${index}"]`)
  }

  row(index: number) {
    return this.page.locator('tbody tr').nth(index)
  }

  people() {
    return this.page.locator('[data-person]')
  }
}

/** The check-in with the list of a group in it. */
export async function openWithList(page: Page, text: string): Promise<RoomingPage> {
  const rooming = new RoomingPage(page)
  await rooming.open()
  await rooming.pasteList(text)
  return rooming
}
