import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../build/setup/find-chromium.mjs'
import { makeTempDirectory, removeDirectory } from './temp-directory.ts'

/** A tested browser talks to the desk and to nobody else. */
const OFFLINE_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
]

/** The cheapest monitor a reception still has (UX.md). */
const VIEWPORT = { width: 1366, height: 768 }

export interface TestBrowser {
  readonly context: BrowserContext
  newPage(): Promise<Page>
  close(): Promise<void>
}

export interface TestBrowserOptions {
  /** BCP 47, as the browser announces it. */
  readonly locale?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly reducedMotion?: 'reduce' | 'no-preference'
}

/** A real Chromium with a profile of its own. Close it: `await using` does not reach into `beforeAll`. */
export async function launchBrowser(options: TestBrowserOptions = {}): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('No Chromium on this machine; `npm test` installs it or says what to install')
  const profile = makeTempDirectory()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    // Chromium's own sandbox refuses to run as root.
    args: [...OFFLINE_FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    viewport: options.viewport ?? VIEWPORT,
    locale: options.locale ?? 'ru-KZ',
    timezoneId: 'Asia/Almaty',
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
  })
  return {
    context,
    newPage: () => context.newPage(),
    async close() {
      await context.close()
      removeDirectory(profile)
    },
  }
}
