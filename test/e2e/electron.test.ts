import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDisplay } from '../../build/setup/ensure-electron.mjs'
import { PROJECT_ROOT } from '../support/project.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'

interface Shell {
  readonly app: ElectronApplication
  readonly page: Page
}

/** What only a real Electron can show; everything the shell decides is tested without one in `test/electron/shell`. */
const CHECKS: Readonly<Record<string, (shell: Shell) => Promise<void>>> = {
  'the window shows our page, under its own scheme, and reaches the desk': async ({ page }) => {
    expect(page.url()).toMatch(/^app:\/\/qabyl\//)
    await page.getByText('Мысал').first().waitFor()
  },
  'the page has no Node and sees one function of the shell': async ({ page }) => {
    const seen = await page.evaluate(() => [
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'process'),
      Object.keys(Object(Reflect.get(globalThis, 'qabylShell'))),
    ])
    expect(seen).toEqual(['undefined', 'undefined', ['requestPort']])
  },
  'the page comes with the strict policy and breaks no rule of it': async ({ page }) => {
    const policy = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'))
    expect(policy).toContain("default-src 'none'")
  },
  'files outside the page are not there': async ({ page }) => {
    const statuses = await page.evaluate(() =>
      Promise.all(['/..%2f..%2fpackage.json', '/%2e%2e%2fmain/main.js'].map(async (path) => (await fetch(path)).status)),
    )
    expect(statuses).toEqual([404, 404])
  },
  'the page cannot go elsewhere or open a window': async ({ app, page }) => {
    await page.evaluate(() => {
      window.open('https://example.com/')
      location.href = 'https://example.com/'
    })
    expect(page.url()).toMatch(/^app:\/\/qabyl\//)
    expect(app.windows()).toHaveLength(1)
  },
  'permissions are refused, copying is not': async ({ page }) => {
    const states = await page.evaluate(async () => {
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused',
      )
      const copied = await navigator.clipboard.writeText('x').then(
        () => 'copied',
        () => 'refused',
      )
      return [media, copied]
    })
    expect(states).toEqual(['refused', 'copied'])
  },
  'after a reload the page has a new line to the desk': async ({ page }) => {
    await page.reload()
    await page.getByText('Мысал').first().waitFor()
  },
  'after the desk process was killed the page gets a new one': async ({ app, page }) => {
    await app.evaluate(({ app: main }) => {
      const desk = main.getAppMetrics().find((metric) => metric.name === 'Qabyl desk')
      if (desk !== undefined) process.kill(desk.pid, 'SIGKILL')
    })
    await page.reload()
    await page.getByText('Мысал').first().waitFor()
  },
}

const reason = whyNot()

describe('the Electron shell', () => {
  if (reason !== undefined) {
    it.skip(`${reason}: ${Object.keys(CHECKS).length} shell checks not run`, () => undefined)
    return
  }
  let shell: Shell
  let directory: string
  beforeAll(async () => {
    directory = makeTempDirectory()
    const app = await _electron.launch({
      executablePath: binary() ?? '',
      args: [PROJECT_ROOT, '--training', '--data', directory],
      chromiumSandbox: true,
    })
    shell = { app, page: await app.firstWindow() }
  })
  afterAll(async () => {
    await shell.app.close()
    removeDirectory(directory)
  })

  for (const [name, check] of Object.entries(CHECKS)) it(name, () => check(shell))
})

/** Why no window can be opened here, in words; `undefined` when it can. */
function whyNot(): string | undefined {
  if (binary() === undefined) return 'Electron binary not present'
  if (!hasDisplay()) return 'No display for Electron'
  return process.getuid?.() === 0 ? 'Electron does not run as root' : undefined
}

/** Electron's installer writes `path.txt` last; the package itself must not be imported, or it starts a download. */
function binary(): string | undefined {
  const folder = join(PROJECT_ROOT, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return undefined
  const program = join(folder, 'dist', readFileSync(note, 'utf8'))
  return existsSync(program) ? program : undefined
}
