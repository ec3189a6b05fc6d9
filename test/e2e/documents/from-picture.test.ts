import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { misread, td3 } from '../../shared/documents/mrz-maker.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { CheckInPage } from '../check-in-page.ts'
import { chooseView, goTo, openDesk, type Theme } from '../screens/desk-page.ts'
import { photographed, type Shot } from './camera-picture.ts'

const NOW = '2026-05-05T09:41:00.000Z'
const ANNA = td3({
  issuer: 'DEU',
  nationality: 'D<<',
  name: 'ERIKSSON<<ANNA<MARIA',
  number: 'C01X00T47',
  birth: '740812',
  sex: 'F',
  expiry: '320415',
})

let root: string
let desk: RunningDesk
let browser: TestBrowser

beforeAll(async () => {
  root = makeTempDirectory()
  desk = await startServe(['--data', join(root, 'desk'), '--training', '--now', NOW], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(root)
})

async function picture(name: string, shot: Shot): Promise<string> {
  const page = await browser.newPage()
  try {
    const file = join(root, name)
    writeFileSync(file, await photographed(page, shot))
    return file
  } finally {
    await page.close()
  }
}

async function openCheckIn(language: Language = 'ru', theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(async () => {
    // Another browser to the desk: its unfinished check-in is not the next test's.
    await page.evaluate(() => localStorage.clear())
    await page.close()
  })
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  const checkIn = new CheckInPage(page)
  await checkIn.open()
  return { page, errors, checkIn }
}

function choose(page: Page, file: string): Promise<void> {
  return page.locator('input[type=file]').first().setInputFiles(file)
}

describe('a passport in a picture', () => {
  test('fills the form; what no check digit proves is compared by a person before it is saved', async () => {
    const file = await picture('anna.jpg', { lines: ANNA, turn: 2 })
    const { page, errors, checkIn } = await openCheckIn()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    await choose(page, file)
    await checkIn.untilCursorIn('isToCompare')
    expect(await checkIn.values('surname', 'givenNames', 'documentNumber', 'birthDate', 'expiryDate', 'sex')).toEqual([
      'ERIKSSON',
      'ANNA MARIA',
      'C01X00T47',
      '12.08.1974',
      '15.04.2032',
      'F',
    ])
    // The crop is the lines themselves, upright and level.
    const crop = page.getByAltText('Строки документа на снимке')
    await crop.waitFor()
    expect(await crop.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight)).toBeGreaterThan(8)
    await page.getByText('Контрольные цифры этого не доказывают: Фамилия, Имя', { exact: false }).waitFor()

    await checkIn.field('documentNumber').focus()
    await page.keyboard.press('Control+Enter')
    await checkIn.untilCursorIn('isToCompare')
    await page.getByText('Прочитано со снимка: сверьте с документом и нажмите F7.').waitFor()
    await page.keyboard.press('F7')
    await checkIn.untilCursorIn('issueDate')
    await crop.waitFor({ state: 'detached' })
    // Nobody but the desk was asked for anything.
    expect(asked.filter((origin) => origin !== new URL(desk.ready.url).origin && origin !== 'null')).toEqual([])
    expect(errors.all()).toEqual([])
  })

  test('with a character of line 2 printed wrong is never taken silently: the field stays empty and says why', async () => {
    // Digits alone: no letter that could be exchanged.
    const [first, second] = td3({ issuer: 'IND', nationality: 'IND', number: '395648021', birth: '740812' })
    const file = await picture('wrong.jpg', { lines: [first, misread(second, 2, '4')] })
    const { checkIn, page } = await openCheckIn()
    await choose(page, file)
    await checkIn.untilCursorIn('isToCompare')
    expect(await checkIn.values('documentNumber', 'birthDate')).toEqual(['', '12.08.1974'])
    await page.getByText('Цифра не сошлась: впишите из документа.').first().waitFor()
  })

  test('a number that an exchanged letter would put right is shown as such and has to be compared', async () => {
    // 7 for 1 and O for 0 cancel each other out in the check digit.
    const file = await picture('put-right.jpg', { lines: [ANNA[0], misread(ANNA[1], 3, '7')] })
    const { checkIn, page } = await openCheckIn()
    await choose(page, file)
    await checkIn.untilCursorIn('isToCompare')
    await page.getByText('0 прочитано как O, доказано контрольной цифрой «номер»').waitFor()
    await page.getByText(/Контрольные цифры этого не доказывают: .*Номер документа/).waitFor()
  })

  test('a scanner whose number was put right stops at the number, marked to be compared; Enter goes on', async () => {
    const { checkIn, page } = await openCheckIn()
    await checkIn.untilCursorIn('scan')
    const [first, second] = td3({ number: 'FZ5942043' })
    await checkIn.scan([first, misread(second, 3, 'S')].join('\n'))
    await checkIn.untilCursorIn('documentNumber')
    expect(await checkIn.value('documentNumber')).toBe('FZ5942043')
    await page.getByText('сверьте', { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await checkIn.untilCursorIn('issueDate')
  })

  test('dropped on the page and pasted works as well, lying on its side', async () => {
    const file = await picture('aside.png', { lines: ANNA, turn: 90, type: 'image/png' })
    const { checkIn, page } = await openCheckIn()
    const bytes = readFileSync(file).toString('base64')
    for (const kind of ['drop', 'paste'] as const) {
      await page.evaluate(
        ({ bytes: content, kind: how }) => {
          const data = new DataTransfer()
          const raw = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
          data.items.add(new File([raw], 'passport.png', { type: 'image/png' }))
          const event =
            how === 'drop'
              ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
              : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          ;(document.activeElement ?? document.body).dispatchEvent(event)
        },
        { bytes, kind },
      )
      await checkIn.untilCursorIn('isToCompare')
      expect(await checkIn.value('documentNumber')).toBe('C01X00T47')
      await page.keyboard.press('F7')
      await checkIn.untilCursorIn('issueDate')
    }
  })

  test('what is no picture, too small or shows no lines is said in words, and nothing typed is lost', async () => {
    const { checkIn, page } = await openCheckIn()
    await checkIn.field('surname').fill('DELORME')
    const broken = join(root, 'broken.jpg')
    writeFileSync(broken, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))
    await choose(page, broken)
    await page.getByText('Файл не открывается как снимок').waitFor()
    await choose(page, await picture('tiny.png', { lines: ANNA, width: 150, type: 'image/png' }))
    await page.getByText('Снимок слишком мал').waitFor()
    await choose(page, await picture('nothing.jpg', { lines: ['', ''] }))
    await page.getByText('Строк на снимке не видно').waitFor()
    expect(await checkIn.value('surname')).toBe('DELORME')
  })

  test('a camera that is not there says so, and Esc leaves it', async () => {
    const { checkIn, page } = await openCheckIn()
    await page.keyboard.press('F6')
    await page.getByText(/Камера не найдена|Доступ к камере запрещён/).waitFor()
    await page.keyboard.press('Escape')
    await checkIn.untilCursorIn('scan')
  })
})

test('from the camera, kept because the property says so, looked at with the guest, deleted when switched off', async () => {
  const seen = readFileSync(await picture('camera.jpg', { lines: ANNA, width: 1280, turn: 2 })).toString('base64')
  const { page, errors, checkIn } = await openCheckIn()
  // What is held before the camera; the stream, the view and the key are the real ones.
  await page.evaluate(async (content) => {
    const image = new Image()
    image.src = `data:image/jpeg;base64,${content}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const pen = canvas.getContext('2d')
    // A stream only has a picture when something is drawn.
    setInterval(() => pen?.drawImage(image, 0, 0), 50)
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(10))
  }, seen)
  await goTo(page, '/settings/documents')
  await page.getByText('Снимки не хранятся').waitFor()
  await page.getByRole('button', { name: 'Хранить снимки' }).click()
  await page.getByText('Сейчас 0 снимков.').waitFor()

  await checkIn.open()
  await page.getByText('Снимок сохранится в карточке гостя.').waitFor()
  await page.keyboard.press('F6')
  await page.locator('button:focus').getByText('Снять').waitFor()
  await page.keyboard.press('Enter')
  await checkIn.untilCursorIn('isToCompare')
  expect(await checkIn.values('surname', 'documentNumber')).toEqual(['ERIKSSON', 'C01X00T47'])
  await page.keyboard.press('F7')
  await checkIn.untilCursorIn('issueDate')
  await page.keyboard.press('Control+Enter')
  await checkIn.saved()
  await page.locator('main [role="status"]').getByRole('link', { name: 'Открыть' }).click()

  await page.getByRole('button', { name: 'Показать' }).click()
  const kept = page.getByAltText('Снимок документа гостя')
  await kept.waitFor()
  expect(await kept.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(1000)
  await page.getByText('Снимок документа просмотрен').waitFor()

  await goTo(page, '/settings/documents')
  await page.getByRole('button', { name: 'Не хранить' }).click()
  await page.getByText('Будет удалён 1 снимок.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Удалить и не хранить' }).click()
  await page.getByText('Снимки не хранятся').waitFor()
  expect(errors.all()).toEqual([])
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)('axe finds nothing while a picture is compared (%s)', async (theme) => {
    const file = await picture('axe.jpg', { lines: ANNA })
    const { checkIn, page, errors } = await openCheckIn(language, theme)
    await choose(page, file)
    await checkIn.untilCursorIn('isToCompare')
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(errors.all()).toEqual([])
  })
})
