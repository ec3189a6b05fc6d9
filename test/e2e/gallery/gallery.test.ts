import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { PROJECT_ROOT } from '../../support/project.ts'
import { VIEWS, type View } from '../screens/photograph.ts'
import { openGallery } from './photograph-gallery.ts'
import { type RunningGallery, serveBuiltGallery } from './serve-gallery.ts'

const COMPONENTS = readdirSync(join(PROJECT_ROOT, 'renderer', 'components')).filter((file) => file.endsWith('.tsx'))

let gallery: RunningGallery
let browser: TestBrowser

beforeAll(async () => {
  gallery = await serveBuiltGallery()
  browser = await launchBrowser({ reducedMotion: 'reduce' })
}, 120_000)

afterAll(async () => {
  await browser.close()
  await gallery.close()
})

async function open(view: View) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await openGallery(page, gallery.url, view)
  return { page, errors }
}

test('every component of the desk is shown, and nothing that is gone', async () => {
  const { page } = await open({ language: 'ru', theme: 'light' })
  const shown = await page.locator('[data-exhibit]').evaluateAll((all) => all.map((one) => one.getAttribute('data-exhibit')))
  expect(shown.toSorted()).toEqual(COMPONENTS.toSorted())
  const empty = await page
    .locator('[data-exhibit] figure > div')
    .evaluateAll((stages) =>
      stages.filter((stage) => stage.getBoundingClientRect().height < 4).map((stage) => stage.parentElement?.innerText),
    )
  expect(empty).toEqual([])
})

test.each(VIEWS)('axe finds nothing and nothing scrolls sideways in $language, $theme', async (view) => {
  const { page, errors } = await open(view)
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  expect(errors.all()).toEqual([])
})

test('all six views stand on one page', async () => {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(gallery.url)
  await page
    .locator('iframe')
    .nth(VIEWS.length - 1)
    .waitFor()
  const titles = await page.locator('iframe').evaluateAll((all) => all.map((one) => one.getAttribute('title')))
  expect([titles.length, new Set(titles).size]).toEqual([VIEWS.length, VIEWS.length])
  for (const index of VIEWS.keys())
    await page.frameLocator('iframe').nth(index).locator('[data-exhibit="button.tsx"]').waitFor()
})
