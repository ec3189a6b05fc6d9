import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { dayCloseSchema } from '#shared/contract/report-schemas.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../support/browser.ts'
import { collectPageErrors } from '../support/page-errors.ts'
import { runCli, runCliJson } from '../support/run-cli.ts'
import { SAMPLE_HOTEL } from '../support/sample-hotel.ts'
import { type RunningDesk, startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { chooseView, goTo, openDesk } from './screens/desk-page.ts'

/** What an inspector is given, by the built product: made by the command line and on the guest's screen, checked without any register. */

/** Tuesday 5 May 2026, 10:00 in Almaty. */
const NOW = '2026-05-05T05:00:00.000Z'
const PROPERTY = { ...SAMPLE_HOTEL, channel: 'assisted-portal' }
const GUEST = {
  surname: 'Deshmukh',
  givenNames: 'Ananya',
  sex: 'F',
  birthDate: '1991-02-14',
  citizenship: 'IND',
  documentType: 'passport',
  documentNumber: 'P4410923',
  issueDate: '2021-02-03',
  expiryDate: '2031-02-03',
  purpose: 'tourism',
}

let directory: string
let data: string
let noticeId: string
let close: z.infer<typeof dayCloseSchema>

beforeAll(async () => {
  directory = makeTempDirectory()
  data = join(directory, 'data')
  const property = join(directory, 'property.json')
  writeFileSync(property, JSON.stringify(PROPERTY))
  await command('init', '--property', property)
  const stay = { arrivalAt: '2026-05-04T13:00', departureDate: '2026-05-09', room: '403' }
  const made = await runCliJson(['check-in', '--data', data, '--now', NOW], {
    input: JSON.stringify({ stay, guests: [GUEST] }),
  })
  const [notice] = z.object({ notices: z.array(z.object({ id: z.string() })).length(1) }).parse(made).notices
  noticeId = notice?.id ?? ''
  close = dayCloseSchema.parse(await command('report', 'close'))
})
afterAll(() => removeDirectory(directory))

function command(...typed: string[]): Promise<unknown> {
  return runCliJson([...typed, '--data', data, '--now', NOW])
}

describe('on the command line', () => {
  test('a pack is made, passes the verifier, and is held against the printed close', async () => {
    const file = join(directory, 'guest.zip')
    const made = await command('evidence', '--notice', noticeId, '--out', file)
    expect(made).toMatchObject({ guests: 1, keyFingerprint: close.keyFingerprint })
    // No data folder: an inspector has none.
    const paper = ['--key', close.keyFingerprint, '--close', `${close.number}=${close.hash}`]
    expect(await runCliJson(['verify', '--evidence', file, ...paper])).toMatchObject({
      isGenuine: true,
      findings: [],
      isHeldAgainstPaper: true,
    })

    const { 'evidence.json': account = new Uint8Array(), ...others } = unzipSync(readFileSync(file))
    const forged = Buffer.from(account)
      .toString('utf8')
      .replace('"arrivalAt":"2026-05-04T13:00"', '"arrivalAt":"2026-05-05T13:00"')
    expect(forged).not.toBe(Buffer.from(account).toString('utf8'))
    const changed = join(directory, 'changed.zip')
    writeFileSync(changed, zipSync({ ...others, 'evidence.json': new Uint8Array(Buffer.from(forged)) }))
    const verdict = await runCli(['verify', '--evidence', changed])
    expect(verdict.exitCode).toBe(1)
    expect(verdict.stdout).toContain('NOT SO   evidence.json is not the file that was packed')
    expect(verdict.stdout).toContain('This pack is not what it says it is.')
  })

  test('a period takes everybody who came in it, and a report is known again as the original', async () => {
    const file = join(directory, 'period.zip')
    const period = ['evidence', '--from', '2026-05-04', '--to', '2026-05-05', '--out', file, '--language', 'kk']
    expect(await command(...period)).toMatchObject({ guests: 1, leftOut: 0 })
    expect((await runCli(['verify', '--evidence', file])).exitCode).toBe(0)

    const pdf = join(directory, 'day.pdf')
    await command('report', '--date', close.date, '--format', 'pdf', '--out', pdf)
    expect(await command('report', 'verify', pdf)).toMatchObject({ what: 'original', close: { hash: close.hash } })
  })
})

describe('on the guest’s screen', () => {
  let browser: TestBrowser
  let desk: RunningDesk
  beforeAll(async () => {
    desk = await startServe(['--data', data, '--now', NOW], { TZ: 'Asia/Almaty' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await desk.stop()
  })

  const WORDS = {
    kk: { panel: 'Тексеруге арналған дәлелдер', make: 'Мұрағат жасау', done: 'Дайын', told: 'Тексеруге дәлелдер жиналды' },
    ru: {
      panel: 'Доказательства для проверки',
      make: 'Собрать архив',
      done: 'Готово',
      told: 'Собраны доказательства для проверки',
    },
    en: {
      panel: 'Evidence for an inspection',
      make: 'Make the archive',
      done: 'Done',
      told: 'Evidence made for an inspection',
    },
  } as const

  test.each(LANGUAGES)('the same pack is saved by one press, and stands in what happened (%s)', async (language) => {
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    const errors = await collectPageErrors(page)
    await chooseView(page, { language, theme: language === 'kk' ? 'dark' : 'light' })
    await openDesk(page, desk.ready.url)
    await goTo(page, `/guest/${noticeId}`)
    const words = WORDS[language]
    const panel = page.getByRole('region', { name: words.panel })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: words.make }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`qabyl-evidence-${noticeId.slice(-12)}.zip`)
    const file = join(directory, `screen-${language}.zip`)
    await download.saveAs(file)
    await panel.getByText(words.done).waitFor()
    expect(await panel.innerText()).toContain(close.keyFingerprint)
    await page.getByText(words.told).first().waitFor()
    expect(await runCliJson(['verify', '--evidence', file, '--close', `${close.number}=${close.hash}`])).toMatchObject({
      isGenuine: true,
    })
    const account = Buffer.from(unzipSync(readFileSync(file))['evidence.json'] ?? []).toString('utf8')
    expect(JSON.parse(account)).toMatchObject({ language })
    expect(await axeFindings(page)).toEqual([])
    expect(errors.all()).toEqual([])
  })
})
