import type { Locator, Page } from 'playwright-core'
import { goTo } from './desk-page.ts'

export interface TypedRecipient {
  readonly name: string
  readonly way: 'Папка' | 'Почта' | 'Telegram' | 'SMS' | 'Принтер'
  readonly address: string
  /** Words of what to switch on or off, as they stand beside the boxes. */
  readonly switched?: readonly string[]
}

const ADDRESS_LABELS: Readonly<Record<TypedRecipient['way'], string>> = {
  Папка: 'Полный путь к папке',
  Почта: 'Адрес почты',
  Telegram: 'Номер чата или @канал',
  SMS: 'Телефон',
  Принтер: 'Принтер',
}

/** The settings of reports and warnings, in Russian. */
export class DeliveryPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await goTo(this.page, '/settings/delivery')
    await this.page.locator('main table, main section p').first().waitFor()
  }

  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  recipient(name: string): Locator {
    return this.page.locator(`li[data-recipient="${name}"]`)
  }

  /** By the keyboard alone, once the form is open. */
  async add({ name, way, address, switched = [] }: TypedRecipient): Promise<void> {
    await this.page.getByRole('button', { name: 'Добавить получателя' }).click()
    await this.page.keyboard.type(name)
    await this.page.getByLabel('Способ').selectOption({ label: way })
    await this.page.getByLabel(ADDRESS_LABELS[way], { exact: true }).fill(address)
    for (const words of switched) await this.page.getByLabel(words, { exact: true }).click()
    await this.page.keyboard.press('Tab')
    await this.page.getByRole('button', { name: 'Сохранить' }).click()
    await this.recipient(name).waitFor()
  }

  /** Tests a recipient and reads what the screen says of it. */
  async test(name: string): Promise<string> {
    await this.page.getByRole('button', { name: `Проверить: ${name}` }).click()
    const status = this.recipient(name).getByRole('status')
    await status.locator('span').first().waitFor()
    return status.innerText()
  }

  /** The latest deliveries, each line as it reads. */
  async listed(): Promise<string[]> {
    const rows = await this.page.locator('main tbody tr').allInnerTexts()
    return rows.map((row) => row.replaceAll(/\s+/g, ' ').trim())
  }
}
