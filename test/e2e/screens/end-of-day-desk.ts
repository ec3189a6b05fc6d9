import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { afterAll, afterEach, beforeAll, beforeEach, onTestFinished } from 'vitest'
import { z } from 'zod'
import { type DayView, dayViewSchema } from '#shared/contract/report-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/i18n/language.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { inDesk } from '../../support/in-desk.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, openDesk, type Theme } from './desk-page.ts'
import { EndOfDayPage } from './end-of-day-page.ts'
import { arrangeQueue, TUESDAY } from './queue-scene.ts'

/** The day after Tuesday, at the same hour: whose last day was Tuesday is late. */
export const WEDNESDAY = '2026-05-06T10:02:00.000Z'

interface Opening {
  readonly language?: Language
  readonly theme?: Theme
  /** What the desk's clock says. */
  readonly now?: string
  /** A day, `handover` or a period. */
  readonly place?: string
  /** Another data folder than that of the scene. */
  readonly directory?: string
}

export interface EndOfDayDesk {
  browser(): TestBrowser
  /** Holds nothing but what this test puts there, and the folder of the scene. */
  root(): string
  start(options?: Pick<Opening, 'now' | 'directory'>): Promise<RunningDesk>
  stop(): Promise<void>
  /** Starts the desk and opens a window of it on this screen. */
  open(options?: Opening): ReturnType<typeof openWindow>
}

/** A hotel in the middle of its Tuesday; every test works in a copy of its folder. Call it once, at the top of a test file. */
export function endOfDayDesk(): EndOfDayDesk {
  let browser: TestBrowser
  let arranged: string
  let root: string
  let desk: RunningDesk | null = null

  beforeAll(async () => {
    arranged = makeTempDirectory()
    await arrangeQueue(arranged)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    removeDirectory(arranged)
  })
  beforeEach(() => {
    root = makeTempDirectory()
    cpSync(join(arranged, 'desk'), join(root, 'desk'), { recursive: true })
  })
  afterEach(async () => {
    await stop()
    removeDirectory(root)
  })

  async function start({ now = TUESDAY, directory = join(root, 'desk') }: Pick<Opening, 'now' | 'directory'> = {}) {
    desk = await startServe(['--data', directory, '--now', now], { TZ: 'Asia/Almaty' })
    return desk
  }
  async function stop() {
    await desk?.stop()
    desk = null
  }
  return {
    browser: () => browser,
    root: () => root,
    start,
    stop,
    open: async (options = {}) => openWindow(browser, (await start(options)).ready.url, options),
  }
}

async function openWindow(browser: TestBrowser, url: string, { language = 'ru', theme = 'light', place }: Opening) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, url)
  let last: Promise<unknown> | null = null
  page.on('response', (response) => {
    if (!response.url().endsWith('/rpc/report/day')) return
    const body: Promise<unknown> = response.json()
    // A window that is closed meanwhile takes its answers with it.
    body.catch(() => undefined)
    last = body
  })
  const screen = new EndOfDayPage(page)
  await screen.open(place)
  /** What the desk said to this very window last. */
  const lastView = async (): Promise<DayView> => z.object({ json: dayViewSchema }).parse(await last).json
  return { page, url, errors, screen, lastView }
}

/** Closes the day of this folder and changes what was signed, as somebody with the key and a database tool could. */
export function closeAndTamper(directory: string): Promise<void> {
  return inDesk({ directory, startAt: TUESDAY }, async (client, desk) => {
    await client.report.close({ date: calendarDate('2026-05-05') })
    desk.register.store.database.exec("DROP TRIGGER business_day_is_kept; UPDATE business_day SET mode = 'at_hour'")
  })
}

/** The words on each page of a PDF. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')
    pages.push(text.replace(/\s+/g, ' '))
  }
  return pages
}
