import type { Page } from 'playwright-core'
import { goTo } from './screens/desk-page.ts'

/** Filing by hand, as a clerk sees it beside the portal. */
export class ByHandPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The queue with this guest's fill-in sheet beside it. */
  async take(noticeId: string): Promise<void> {
    await goTo(this.page, `/queue/${noticeId}`)
  }

  /** A line of the fill-in sheet, by the portal's own key of the field. */
  field(key: string) {
    return this.page.locator(`li[data-field="${key}"]`)
  }

  /** Which field is lit. */
  lit(): Promise<string | null> {
    return this.page.locator('li[aria-current="step"]').getAttribute('data-field')
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  get accept() {
    return this.page.getByRole('button', { name: 'Принято', exact: true })
  }

  get reference() {
    return this.page.getByLabel('Номер, который дал портал')
  }

  /** What was found in the watched folder, with the question whether it is his. */
  get found() {
    return this.page.getByRole('region', { name: 'Найден файл' })
  }

  /** Lays the sheet out for another portal. */
  async choosePortal(name: string): Promise<void> {
    await this.page.getByRole('group', { name: 'Портал' }).getByRole('button', { name, exact: true }).click()
  }

  /** As if dragged from the folder of downloads onto the window. */
  async drop(fileName: string, bytes: Uint8Array): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([name, content]) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(content)], name))
        return data
      },
      [fileName, [...bytes]] as const,
    )
    await this.page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
    await this.page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  }

  /** As if chosen in the system's dialog. */
  async choose(fileName: string, bytes: Uint8Array): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Квитанция', exact: true }).click()
    await (await chooser).setFiles({ name: fileName, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
  }
}

/** Bytes of every file the page has shown in a tab of its own, oldest first. Call before the page opens. */
export async function rememberShownFiles(page: Page): Promise<() => Promise<readonly number[][]>> {
  await page.addInitScript(() => {
    const shown: Blob[] = []
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (given) => {
      if (given instanceof Blob) shown.push(given)
      return make(given)
    }
    Object.assign(window, { shownFiles: shown })
  })
  return () =>
    page.evaluate(() => {
      const { shownFiles } = window as unknown as { shownFiles: Blob[] }
      return Promise.all(shownFiles.map(async (file) => [...new Uint8Array(await file.arrayBuffer())]))
    })
}
