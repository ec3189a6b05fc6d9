import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#shared/i18n/language.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { runCliJson } from '../../support/run-cli.ts'
import { SAMPLE_HOTEL } from '../../support/sample-hotel.ts'
import { type RunningDesk, type RunningSimulator, startServe, startSimulatorProcess } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, openDesk } from '../screens/desk-page.ts'
import { FrontDesk } from './front-desk.ts'

/** A hotel for one day: its desk, the service it talks to, and a browser at the counter. */
export class DayDesk {
  private readonly directory = makeTempDirectory()
  private service: RunningSimulator | undefined
  private browser: TestBrowser | undefined
  private running: RunningDesk | undefined
  private readonly now: string

  /** `now`: where the desk's clock starts. */
  constructor(now: string) {
    this.now = now
  }

  get desk(): RunningDesk {
    if (this.running === undefined) throw new Error('The day has not begun')
    return this.running
  }

  async begin(): Promise<void> {
    this.browser = await launchBrowser()
    this.service = await this.startService('0')
    const property = join(this.directory, 'property.json')
    writeFileSync(property, JSON.stringify(SAMPLE_HOTEL))
    await runCliJson(['init', '--property', property, ...this.arguments()])
    this.running = await this.serve('0')
  }

  async end(): Promise<void> {
    await this.browser?.close()
    await this.running?.stop()
    await this.service?.stop()
    removeDirectory(this.directory)
  }

  /** A window of the browser at the counter, and whoever sits before it. */
  async clerk(language: Language = 'ru'): Promise<FrontDesk> {
    if (this.browser === undefined) throw new Error('The day has not begun')
    const page = await this.browser.newPage()
    page.setDefaultTimeout(15_000)
    await chooseView(page, { language, theme: 'light' })
    const clerk = await FrontDesk.at(page)
    await openDesk(page, this.desk.ready.url)
    return clerk
  }

  /** The line to the service is gone. */
  async cutTheLine(): Promise<void> {
    await this.service?.stop()
  }

  async mendTheLine(): Promise<void> {
    this.service = await this.startService(new URL(this.serviceUrl()).port)
  }

  /** No goodbye: the process is gone from one moment to the next. */
  async pullThePlug(): Promise<void> {
    await this.desk.kill()
  }

  async startAgain(): Promise<void> {
    this.running = await this.serve(new URL(this.desk.ready.url).port)
  }

  /** What the service holds in force about a document: the kind of the newest notice, once however often it was sent. */
  async received(documentNumber: string): Promise<readonly string[]> {
    const answer = await fetch(`${this.serviceUrl()}/received`)
    const all = (await answer.json()) as readonly {
      readonly payload: { readonly kind: string; readonly document: { readonly number: string | null } }
    }[]
    return all.filter(({ payload }) => payload.document.number === documentNumber).map(({ payload }) => payload.kind)
  }

  private serviceUrl(): string {
    if (this.service === undefined) throw new Error('The day has not begun')
    return this.service.ready.url
  }

  private arguments(): readonly string[] {
    return ['--data', join(this.directory, 'desk'), '--channel-url', this.serviceUrl(), '--now', this.now]
  }

  private startService(port: string): Promise<RunningSimulator> {
    return startSimulatorProcess(['--data', join(this.directory, 'service'), '--port', port])
  }

  private serve(port: string): Promise<RunningDesk> {
    return startServe([...this.arguments(), '--port', port], { TZ: 'Asia/Almaty' })
  }
}
