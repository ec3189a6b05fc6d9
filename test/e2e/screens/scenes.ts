import type { Page } from 'playwright-core'
import { goTo } from './desk-page.ts'
import { EndOfDayPage } from './end-of-day-page.ts'
import { RulesPage } from './rules-page.ts'

/** One photograph: what is on screen when it is taken. */
export interface Scene {
  readonly name: string
  arrange(page: Page): Promise<void>
}

/** Screens of a training folder, and of a folder nobody has set up. */
export const SCENES: Readonly<Record<'training' | 'empty', readonly Scene[]>> = {
  training: [
    {
      name: 'today',
      async arrange(page) {
        await goTo(page, '/')
        await page.locator('article').first().waitFor()
      },
    },
    { name: 'check-in', arrange: (page) => goTo(page, '/check-in') },
    {
      name: 'guest',
      async arrange(page) {
        await goTo(page, '/guests')
        await page.locator('tbody tr').nth(4).locator('a').click()
        await page.locator('dl').first().waitFor()
      },
    },
    {
      name: 'calendar',
      async arrange(page) {
        // The language before may have left its working copy.
        await page.evaluate(() => localStorage.removeItem('qabyl.calendar-copy'))
        await page.reload()
        await page.locator('h1').first().waitFor()
        await goTo(page, '/calendar/2026-03-24')
        await page.locator('#day-2026-03-24[tabindex="0"]').waitFor()
      },
    },
    {
      name: 'calendar-preview',
      async arrange(page) {
        await goTo(page, '/calendar/2026-05-01')
        await page.locator('#day-2026-05-01[tabindex="0"]').waitFor()
        await page.locator('#calendar-day button').first().click()
        await page.keyboard.press('KeyP')
        await page.locator('main [name="reason"]').waitFor()
      },
    },
    { name: 'rules', arrange: (page) => new RulesPage(page).open('duty') },
    {
      name: 'rules-calculator',
      async arrange(page) {
        const rules = new RulesPage(page)
        await rules.open('calculator')
        await rules.type('arrival', '12.07.2026')
        await rules.type('citizenship', 'RUS')
        await rules.type('borderEntry', '10.07.2026')
        await rules.duty('registration').waitFor()
      },
    },
    {
      name: 'rules-clocks',
      async arrange(page) {
        await new RulesPage(page).open('clocks')
        await page.locator('input[value="latest"]').check()
        await page.locator('main tbody a').first().waitFor()
      },
    },
    { name: 'rules-countries', arrange: (page) => new RulesPage(page).open('countries') },
    {
      name: 'settings-filing',
      async arrange(page) {
        await goTo(page, '/settings/filing')
        await page.locator('[data-field="surname"]').waitFor()
      },
    },
    {
      name: 'settings-delivery',
      async arrange(page) {
        await goTo(page, '/settings/delivery')
        await page.locator('main form').first().waitFor()
      },
    },
    { name: 'queue', arrange: (page) => goTo(page, '/queue') },
    { name: 'end-of-day', arrange: (page) => new EndOfDayPage(page).open() },
    { name: 'end-of-day-handover', arrange: (page) => new EndOfDayPage(page).open('handover') },
    {
      name: 'keys',
      async arrange(page) {
        await page.keyboard.press('Shift+Slash')
        await page.locator('dialog[open]').waitFor()
      },
    },
  ],
  empty: [
    {
      name: 'first-start',
      async arrange(page) {
        await page.evaluate(() => localStorage.removeItem('qabyl.property-draft'))
        await page.locator('main section').nth(1).waitFor()
      },
    },
    {
      name: 'property',
      async arrange(page) {
        await page.locator('main button').first().click()
        await page.locator('[name="name"]').fill('Отель «Мысал»')
        await page.locator('[name="bin"]').fill('990140000385')
        await page.locator('button[type="submit"]').click()
        await page.locator('[aria-invalid="true"]').first().waitFor()
        await page.evaluate(() => localStorage.removeItem('qabyl.property-draft'))
      },
    },
  ],
}
