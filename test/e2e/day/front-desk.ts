import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { FormField } from '#renderer/screens/check-in/form-state.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { RunningDesk } from '../../support/serve.ts'
import { CheckInPage } from '../check-in-page.ts'

/** A hand is slower than a scanner; keys closer than 50 ms belong to a burst. */
const HAND_MS = 60
/** More fields than any screen has: a cursor that is not there by then will never come. */
const MOST_TABS = 80

/** Letters on the Russian layout, as the keys of a PC in Almaty write them; named by the key of the US layout. */
const RUSSIAN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'qwertyuiopasdfghjklzxcvbnm'].map((letter, index) => [letter, [...'йцукенгшщзфывапролдячсмить'][index] ?? letter]),
)

const noticesSchema = z.array(
  z.object({
    id: z.string(),
    displayName: z.string(),
    kind: z.string(),
    state: z.string(),
    room: z.string().nullable(),
    departureDate: z.string().nullable(),
    arrivalAt: z.string(),
    strictDue: z.string().nullable(),
    citizenship: z.string().nullable(),
  }),
)
export type HeldNotice = z.infer<typeof noticesSchema>[number]

declare global {
  interface Window {
    /** How often a pointer was pressed in this page. */
    pointerCalls?: number
  }
}

/**
 * A clerk at the desk who has no mouse. Everything is done by keys as a hand strikes them, by a scanner's burst, and by looking; nothing
 * is put into a field from behind, and no address is opened but the desk's own.
 */
export class FrontDesk {
  readonly page: Page
  /** Keys struck by {@link press}; a modifier counts as a key. What is typed by {@link data} stands in the document and does not. */
  keys = 0
  private readonly checkIn: CheckInPage

  private constructor(page: Page) {
    this.page = page
    this.checkIn = new CheckInPage(page)
  }

  /** Before the page is opened, so that a pointer is noticed from the first moment. */
  static async at(page: Page): Promise<FrontDesk> {
    await page.addInitScript(() => {
      window.pointerCalls = 0
      document.addEventListener(
        'pointerdown',
        () => {
          window.pointerCalls = (window.pointerCalls ?? 0) + 1
        },
        { capture: true },
      )
    })
    return new FrontDesk(page)
  }

  pointerCalls(): Promise<number | undefined> {
    return this.page.evaluate(() => window.pointerCalls)
  }

  /** Keys one after the other: `KeyN`, `Enter`, `Control+Enter`, `3`. A letter key writes what the Russian layout writes. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keys += key.split('+').length
      if (/^Key[A-Z]$/.test(key)) await this.strikeRussian(key)
      else await this.page.keyboard.press(key, { delay: HAND_MS })
    }
  }

  /** The data itself, as it stands in the document or as the guest says it. */
  async data(text: string): Promise<void> {
    if (/^[а-яё]+$/i.test(text)) for (const letter of text) await this.strikeRussian(keyOf(letter))
    else await this.page.keyboard.type(text, { delay: HAND_MS })
  }

  /** Strikes as {@link press} does, but for moving about: not counted. */
  async go(...keys: readonly string[]): Promise<void> {
    const before = this.keys
    await this.press(...keys)
    this.keys = before
  }

  /** Tab by Tab until the cursor stands in a field of the check-in. */
  tabTo(field: FormField | 'act', isBackwards = false): Promise<void> {
    return this.tabUntil(`[data-field="${field}"]`, isBackwards)
  }

  async tabUntil(selector: string, isBackwards = false): Promise<void> {
    for (let tab = 0; tab < MOST_TABS; tab += 1) {
      await this.page.keyboard.press(isBackwards ? 'Shift+Tab' : 'Tab')
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    }
    throw new Error(`No Tab leads to ${selector}`)
  }

  /** Writes over what stands in the field with the cursor. */
  async instead(text: string): Promise<void> {
    await this.page.keyboard.press('Control+A')
    await this.data(text)
  }

  scan(lines: string): Promise<void> {
    return this.checkIn.scan(lines, 'ru')
  }

  untilCursorIn(field: FormField | 'act'): Promise<void> {
    return this.checkIn.untilCursorIn(field)
  }

  value(field: FormField): Promise<string> {
    return this.checkIn.value(field)
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }

  saved(): Promise<string> {
    return this.checkIn.saved()
  }

  /** To a screen by its keys: out of a field, `KeyG` and the letter of the screen. */
  async goTo(letter: 'KeyT' | 'KeyP' | 'KeyQ', heading: string): Promise<void> {
    await this.go('Escape', 'KeyG', letter)
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }

  /** To an empty check-in, or to what was left in it. */
  async newGuest(): Promise<void> {
    await this.go('Escape', 'KeyN')
    await this.untilCursorIn('scan')
  }

  /** Finds a guest by the search of the header and opens the first who is found. */
  async openGuest(name: string): Promise<void> {
    await this.go('Escape', 'Slash')
    await this.page.locator('header input:focus').waitFor()
    await this.instead(name)
    await this.go('Enter')
    await this.page.locator('main tbody tr').filter({ hasText: name }).first().waitFor()
    await this.go('Enter')
    await this.page.locator('main h1').filter({ hasText: name }).waitFor()
  }

  /** Opens the form of an act on the guest on screen and waits until the cursor stands in it. */
  async openAct(key: 'KeyM' | 'KeyX' | 'KeyD' | 'KeyE'): Promise<void> {
    await this.press(key)
    await this.page.locator('form input:focus').waitFor()
  }

  /** Goes to the switch of the header, which stands before every screen, and chooses there. */
  async speak(language: Language, isBackwards = true): Promise<void> {
    await this.tabUntil(`header button[lang="${language}"]`, isBackwards)
    await this.go('Enter')
    await this.page.locator(`html[lang="${language}"]`).waitFor()
  }

  /** What the desk holds about guests of this name, asked past the screen; the arrival first. */
  async held(desk: RunningDesk, name: string): Promise<readonly HeldNotice[]> {
    const answer = await fetch(new URL('/api/v1/notices', desk.ready.url), {
      headers: { authorization: `Bearer ${desk.ready.apiToken}` },
    })
    return noticesSchema.parse(await answer.json()).filter(({ displayName }) => displayName.includes(name))
  }

  async stateOf(desk: RunningDesk, name: string): Promise<readonly string[]> {
    return (await this.held(desk, name)).map(({ state }) => state)
  }

  /** Playwright knows the keys of the US layout only. */
  private async strikeRussian(code: string): Promise<void> {
    const key = RUSSIAN[code.slice('Key'.length).toLowerCase()]
    if (key === undefined) throw new Error(`No letter on ${code}`)
    const session = await this.page.context().newCDPSession(this.page)
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key, text: key })
    // A hand's pace: closer together two letters would be a scanner's.
    await this.page.waitForTimeout(HAND_MS)
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key })
    await session.detach()
  }
}

function keyOf(letter: string): string {
  const us = Object.entries(RUSSIAN).find(([, russian]) => russian === letter.toLowerCase())?.[0]
  if (us === undefined) throw new Error(`No key writes ${letter}`)
  return `Key${us.toUpperCase()}`
}
