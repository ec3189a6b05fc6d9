import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { goTo } from './desk-page.ts'

/** The Calendar screen as a manager uses it; in Russian where words are needed. */
export class CalendarPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens the screen, on `day` when one is given, and waits for its sheet. */
  async open(day?: string): Promise<void> {
    await goTo(this.page, day === undefined ? '/calendar' : `/calendar/${day}`)
    await this.page.locator('[data-sheet] button[tabindex="0"]').waitFor()
    if (day !== undefined) await this.selected(day)
  }

  /** `G`, then a letter: by a hand, which is slower than a scanner. */
  async goByKeys(code: string): Promise<void> {
    await this.page.keyboard.press('KeyG', { delay: 100 })
    await this.page.keyboard.press(code)
  }

  day(date: string): Locator {
    return this.page.locator(`#day-${date}`)
  }

  /** Waits until the keyboard is on `date`. */
  async selected(date: string): Promise<void> {
    await this.page.waitForFunction((id) => document.getElementById(id)?.tabIndex === 0, `day-${date}`)
  }

  async focused(): Promise<string | null> {
    return await this.page.evaluate(() => document.activeElement?.id ?? null)
  }

  /** Moves a rest day: chosen in the sheet, entered with the button. */
  async moveRestDay(from: string, to: string): Promise<void> {
    await this.day(to).click()
    await this.page.getByRole('button', { name: 'Перенести сюда выходной' }).click()
    await this.day(from).click()
    await this.page.getByRole('button', { name: 'Внести' }).click()
    await this.page
      .getByText(/не применен[оы]$/)
      .first()
      .waitFor()
  }

  async preview(): Promise<void> {
    await this.page.getByRole('button', { name: 'Предпросмотр' }).click()
    await this.previewed()
  }

  /** Waits until a preview of the working copy is on screen, in any language. */
  async previewed(): Promise<void> {
    await this.page.locator('main [name="reason"]').waitFor()
  }

  /** Name, old and new deadline of every row. */
  async moves(): Promise<readonly (readonly [name: string, was: string, becomes: string])[]> {
    const rows = await this.page.locator('main table tbody tr').all()
    return await Promise.all(
      rows.map(async (row) => {
        const [guest = '', , , was = '', becomes = ''] = await row.locator('td').allInnerTexts()
        return [guest.split('\n').at(-1) ?? '', was, becomes] as const
      }),
    )
  }

  async apply(reason: string): Promise<void> {
    await this.page.getByLabel('Основание').fill(reason)
    await this.page.getByRole('button', { name: 'Применить' }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Применено' }).waitFor()
  }

  /** Gives the file picker of the Import button a file. */
  async importFile(name: string, content: string): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: 'Загрузить файл' }).click(),
    ])
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  }

  /** The year in force, as the screen hands it out. */
  async exportYear(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: 'Файл календаря' }).click(),
    ])
    return readFileSync(await download.path(), 'utf8')
  }
}

/** How much wider than the window the page or its main part is; 0 = nothing scrolls sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const main = document.querySelector('main')
    return Math.max(
      0,
      document.documentElement.scrollWidth - document.documentElement.clientWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    )
  })
}
