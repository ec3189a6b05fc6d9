import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { runCliJson } from '../../support/run-cli.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { PROPERTY } from '../bad-input/refused.ts'
import { chooseView, fontsLoaded, openDesk, type Theme } from './desk-page.ts'

const MONDAY = '2026-11-23T05:43:00.000Z'
const THE_DAY_BEFORE = '2026-11-22T05:43:00.000Z'

let directory: string
let desk: RunningDesk
let browser: TestBrowser

/** A property set up on Monday, opened by a PC that shows Sunday and stands in another zone; its manager took the bold reading. */
beforeAll(async () => {
  directory = makeTempDirectory()
  const data = join(directory, 'data')
  const property = join(directory, 'property.json')
  writeFileSync(property, JSON.stringify({ ...PROPERTY, channel: 'assisted-portal' }))
  await runCliJson(['init', '--property', property, '--data', data, '--now', MONDAY])
  desk = await startServe(['--data', data, '--now', THE_DAY_BEFORE], { TZ: 'Europe/Berlin' })
  const answer = await fetch(new URL('/rpc/rules/setNotifyAlsoRegistered', desk.ready.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.ready.token}` },
    body: JSON.stringify({ json: { isOn: false, reason: 'решение управляющего' } }),
  })
  expect(answer.status).toBe(200)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

async function openWarnings(language: Language, theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  const warnings = page.getByRole('alert')
  await warnings.waitFor()
  await fontsLoaded(page)
  return { page, errors, warnings }
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)('all that is wrong stands above every screen (%s)', async (theme) => {
    const { page, errors, warnings } = await openWarnings(language, theme)
    const { shell, lawNotices } = CATALOGUES[language]
    const shown = await warnings.innerText()
    for (const words of [shell.clock.zone, shell.clock.jumped_back, lawNotices.notice_switched_off_for_registered])
      expect(shown).toContain(words)
    expect(await axeFindings(page)).toEqual([])
    await page.setViewportSize({ width: 683, height: 384 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(683)
    expect(errors.all()).toEqual([])
  })
})

test('whoever has looked at the date says so, and every workplace is rid of the warning', async () => {
  const [here, there] = [await openWarnings('ru'), await openWarnings('en')]
  await here.page.getByRole('button', { name: 'Дата верна' }).click()
  await there.page.getByText(CATALOGUES.en.shell.clock.jumped_back).waitFor({ state: 'detached' })
  await here.page.getByText(CATALOGUES.ru.shell.clock.jumped_back).waitFor({ state: 'detached' })
  expect(await here.warnings.innerText()).toContain(CATALOGUES.ru.shell.clock.zone)
  expect(here.errors.all()).toEqual([])
})
