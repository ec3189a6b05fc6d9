import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { sidewaysOverflow } from './calendar-page.ts'
import { endOfDayDesk, WEDNESDAY } from './end-of-day-desk.ts'

const desk = endOfDayDesk()

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)('axe finds nothing and nothing is refused (%s)', async (theme) => {
    const { page, screen, errors } = await desk.open({ language, theme, now: WEDNESDAY })
    await page.keyboard.press('KeyF', { delay: 100 })
    await page.locator('input[name="sheet-language"]').first().waitFor()
    await screen.closeByKey()
    await screen.question().waitFor()
    expect(await axeFindings(page)).toEqual([])
    for (const place of ['2026-05-05', 'handover', '2026-05-04..2026-05-06']) {
      await screen.open(place)
      expect([place, await axeFindings(page)]).toEqual([place, []])
    }
    expect(errors.all()).toEqual([])
  })

  test('nothing scrolls sideways, at full size and at 200 % zoom', async () => {
    const { page, screen } = await desk.open({ language, now: WEDNESDAY })
    for (const place of ['2026-05-05', '2026-05-06', 'handover', '2026-05-04..2026-05-06']) {
      await screen.open(place)
      for (const viewport of [
        { width: 1366, height: 768 },
        { width: 683, height: 384 },
      ]) {
        await page.setViewportSize(viewport)
        expect([place, viewport.width, await sidewaysOverflow(page)]).toEqual([place, viewport.width, 0])
      }
    }
  })
})
