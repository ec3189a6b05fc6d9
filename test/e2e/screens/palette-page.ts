import type { Locator, Page } from 'playwright-core'

/** What a layout writes on the keys that are used here; by `KeyboardEvent.code`. */
const LAYOUTS = {
  us: { KeyK: 'k', KeyN: 'n', KeyG: 'g', KeyT: 't', KeyQ: 'q', Slash: '/' },
  ru: { KeyK: 'л', KeyN: 'т', KeyG: 'п', KeyT: 'е', KeyQ: 'й', Slash: '.' },
  kk: { KeyK: 'л', KeyN: 'т', KeyG: 'п', KeyT: 'е', KeyQ: 'й', Slash: '№' },
} as const

export type LayoutName = keyof typeof LAYOUTS
export type UsedKey = keyof (typeof LAYOUTS)['us']
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as readonly LayoutName[]

/** Windows: the bit of Ctrl in a key event of the debugger. */
const CTRL = 2

/** The palette as a clerk uses it. */
export class PalettePage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  box(): Locator {
    return this.page.locator('dialog [role="combobox"]')
  }

  options(): Locator {
    return this.page.locator('dialog [role="option"]')
  }

  /** The line that Enter would take. */
  active(): Locator {
    return this.page.locator('dialog [role="option"][aria-selected="true"]')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+KeyK')
    await this.box().waitFor()
  }

  async closed(): Promise<void> {
    await this.box().waitFor({ state: 'detached' })
  }

  /** One key by its place, with what the layout writes on it. */
  async press(code: UsedKey, layout: LayoutName, isCtrl = false): Promise<void> {
    const key = LAYOUTS[layout][code]
    const session = await this.page.context().newCDPSession(this.page)
    const stroke = { code, key, modifiers: isCtrl ? CTRL : 0 }
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke, ...(isCtrl ? {} : { text: key }) })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
    await session.detach()
  }

  /**
   * A wedge scanner. All events are made before the first is dispatched, so that their times are those of a scanner however busy this
   * machine is; a key that nobody keeps writes its character, as it would by itself.
   */
  async burst(codes: readonly (UsedKey | 'Ctrl+KeyK' | 'Enter')[], layout: LayoutName): Promise<void> {
    const strokes = codes.map((code) => {
      const ctrlKey = code === 'Ctrl+KeyK'
      const place = code === 'Ctrl+KeyK' ? 'KeyK' : code
      return { code: place, key: place === 'Enter' ? 'Enter' : LAYOUTS[layout][place], ctrlKey }
    })
    await this.page.evaluate((keys) => {
      const events = keys.map((key) => new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
      for (const event of events) {
        const target = document.activeElement ?? document.body
        const isText = event.key.length === 1 && !event.ctrlKey
        if (target.dispatchEvent(event) && isText) document.execCommand('insertText', false, event.key)
      }
    }, strokes)
  }
}
