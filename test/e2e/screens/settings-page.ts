import type { Page } from 'playwright-core'
import { goTo } from './desk-page.ts'

/** The settings of filing by hand, in Russian. */
export class SettingsPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await goTo(this.page, '/settings/filing')
    await this.preview('surname').waitFor()
  }

  portal(id: string) {
    return this.page.locator(`li[data-portal="${id}"]`)
  }

  /** A line of the fictional guest's sheet. */
  preview(key: string) {
    return this.page.locator(`dl > div[data-field="${key}"] dd`)
  }

  async watch(folder: string): Promise<void> {
    await this.page.getByLabel('Полный путь к папке').fill(folder)
    await this.page.getByRole('button', { name: 'Добавить' }).click()
    await this.page.getByRole('listitem').filter({ hasText: folder }).getByText('доступна').waitFor()
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option })
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Сохранить' }).click()
    await this.page.getByText('Сохранено: на листе уже так.').waitFor()
  }
}
