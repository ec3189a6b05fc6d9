import type { Page } from 'playwright-core'
import type { FormField } from '#renderer/screens/check-in/form-state.ts'
import { goTo } from './screens/desk-page.ts'

/** What a layout makes of the keys a scanner presses; a key not named writes its US character. */
export type Layout = 'us' | 'ru'

/** A hand is slower than a scanner; keys closer than 50 ms belong to a burst. */
const HAND_MS = 70

const RUSSIAN: Readonly<Record<string, string>> = Object.fromEntries(
  ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'].flatMap((row, index) =>
    [...row].map((letter, place) => [letter, [...(['ЙЦУКЕНГШЩЗ', 'ФЫВАПРОЛД', 'ЯЧСМИТЬ'][index] ?? '')][place] ?? letter]),
  ),
)

/** The check-in screen as a clerk uses it. */
export class CheckInPage {
  readonly page: Page
  /** Keys pressed by {@link press}, a modifier counted as a key. Digits of a date are not pressed but typed. */
  keysPressed = 0

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await goTo(this.page, '/check-in')
    await this.field('scan').waitFor()
  }

  field(name: FormField | 'act') {
    return this.page.locator(`[data-field="${name}"]`)
  }

  value(name: FormField): Promise<string> {
    return this.field(name).inputValue()
  }

  async values(...names: readonly FormField[]): Promise<readonly string[]> {
    return Promise.all(names.map((name) => this.value(name)))
  }

  /** Waits until the cursor stands in a field. */
  untilCursorIn(name: FormField | 'act'): Promise<void> {
    return this.page.locator(`[data-field="${name}"]:focus`).waitFor()
  }

  /** One stroke of the clerk's: `Enter`, `F8`, `Control+Enter`. */
  async press(key: string): Promise<void> {
    this.keysPressed += key.split('+').filter((part) => part !== '').length
    if (/^[а-яё]$/.test(key)) await this.pressRussian(key)
    else await this.page.keyboard.press(key, { delay: HAND_MS })
  }

  /** Playwright knows the keys of the US layout only. */
  private async pressRussian(letter: string): Promise<void> {
    const us = Object.entries(RUSSIAN).find(([, russian]) => russian === letter.toUpperCase())?.[0]
    if (us === undefined) throw new Error(`No key for ${letter}`)
    const session = await this.page.context().newCDPSession(this.page)
    const stroke = { code: `Key${us}`, key: letter }
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke, text: letter })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke })
    await session.detach()
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: HAND_MS })
  }

  /**
   * A wedge scanner: the lines and an Enter, as fast as no hand is. All events are made before the first is dispatched, so that their
   * times are those of a scanner however busy this machine is; a key that nobody keeps writes its character, as it would by itself.
   */
  async scan(lines: string, layout: Layout = 'us'): Promise<void> {
    const strokes = [...`${lines}\n`].map((character) => strokeOf(character, layout))
    await this.page.evaluate((keys) => {
      const events = keys.map((key) => new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
      for (const event of events) {
        const target = document.activeElement ?? document.body
        if (target.dispatchEvent(event) && event.key.length === 1) document.execCommand('insertText', false, event.key)
      }
    }, strokes)
  }

  paste(text: string): Promise<void> {
    return this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  }

  /** The line beside the title once a check-in is on disk. */
  async saved(): Promise<string> {
    const line = this.page.locator('main [role="status"]').filter({ has: this.page.getByRole('link') })
    await line.waitFor()
    return line.innerText()
  }

  async draftSaved(): Promise<void> {
    await this.page.getByText('Черновик сохранён').waitFor()
  }
}

function strokeOf(character: string, layout: Layout) {
  if (character === '\n') return { code: 'Enter', key: 'Enter' }
  if (character === '<') return { code: 'Comma', key: layout === 'ru' ? 'Б' : '<', shiftKey: true }
  if (/\d/.test(character)) return { code: `Digit${character}`, key: character }
  const key = layout === 'ru' ? (RUSSIAN[character] ?? character) : character
  return { code: `Key${character}`, key, shiftKey: true }
}
