import { join } from 'node:path'
import { PICTURE_SCENES } from '../../documents/picture-scene.ts'
import { goTo } from '../desk-page.ts'
import { EndOfDayPage } from '../end-of-day-page.ts'
import { PalettePage } from '../palette-page.ts'
import { RulesPage } from '../rules-page.ts'
import type { Scene, SceneSet } from './scene.ts'

/** A Tuesday with one holiday ahead: the board has something in every lane. */
const TUESDAY = '2026-05-05T09:41:00.000Z'

const SCREENS: readonly Scene[] = [
  {
    name: 'today',
    async arrange(page) {
      await goTo(page, '/')
      await page.locator('article').first().waitFor()
    },
  },
  {
    name: 'check-in',
    async arrange(page) {
      await goTo(page, '/check-in')
      await page.locator('main fieldset').first().waitFor()
    },
  },
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
  { name: 'help', arrange: (page) => goTo(page, '/help') },
  {
    name: 'settings-property',
    async arrange(page) {
      await goTo(page, '/settings/property')
      await page.locator('main input[name="bin"]').waitFor()
      await page.locator('main dl > div').nth(6).waitFor()
    },
  },
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
    name: 'palette',
    async arrange(page) {
      await goTo(page, '/')
      await new PalettePage(page).open()
    },
  },
  {
    name: 'palette-guests',
    async arrange(page) {
      const palette = new PalettePage(page)
      await palette.box().fill('li')
      await palette.options().locator('b').first().waitFor()
    },
  },
  {
    name: 'palette-nothing',
    async arrange(page) {
      const palette = new PalettePage(page)
      await palette.box().fill('жжжжж')
      await palette.options().first().waitFor({ state: 'detached' })
      await page.locator('dialog b').waitFor()
    },
  },
  {
    name: 'keys',
    async arrange(page) {
      const palette = new PalettePage(page)
      if (await palette.box().isVisible()) await page.keyboard.press('Escape')
      await palette.closed()
      await page.keyboard.press('Shift+Slash')
      await page.locator('dialog[open]').waitFor()
    },
  },
]

/** The training desk: sample guests in every lane. */
export const TRAINING: SceneSet = {
  name: 'training',
  prepare: (root) => Promise.resolve(['--data', join(root, 'desk'), '--training', '--now', TUESDAY]),
  scenes: [...SCREENS, ...PICTURE_SCENES],
}
