import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { receiptPdf } from '#electron/simulator/receipt-pdf.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../support/browser.ts'
import { collectPageErrors } from '../support/page-errors.ts'
import { type ByHandDesk, startByHandDesk } from './by-hand-desk.ts'
import { ByHandPage, rememberShownFiles } from './by-hand-page.ts'
import { chooseView, goTo, openDesk } from './screens/desk-page.ts'
import { SettingsPage } from './screens/settings-page.ts'

const GUESTS = [
  {
    surname: 'Токтосунов',
    givenNames: 'Айбек',
    citizenship: 'KGZ',
    documentNumber: 'ID0417002',
    room: '112',
    arrivalAt: '2026-05-02T13:00',
  },
  {
    surname: 'Deshmukh',
    givenNames: 'Ananya',
    citizenship: 'IND',
    documentNumber: 'P4410923',
    room: '403',
    arrivalAt: '2026-05-05T09:01',
  },
  {
    surname: 'Kim',
    givenNames: 'Soo-ah',
    citizenship: 'KOR',
    documentNumber: 'M70214455',
    room: '118',
    arrivalAt: '2026-05-05T09:02',
  },
]

let byHandDesk: ByHandDesk
let clerk: TestBrowser
let manager: TestBrowser
let downloads: string

beforeAll(async () => {
  byHandDesk = await startByHandDesk(GUESTS)
  downloads = join(byHandDesk.directory, 'Загрузки')
  mkdirSync(downloads)
  clerk = await launchBrowser()
  manager = await launchBrowser()
})

afterAll(async () => {
  await clerk.close()
  await manager.close()
  await byHandDesk.stop()
})

async function workplace(browser: TestBrowser, language: Language = 'ru') {
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  const shownFiles = await rememberShownFiles(page)
  await chooseView(page, { language, theme: 'light' })
  await openDesk(page, byHandDesk.desk.ready.url)
  return { page, errors, shownFiles, byHand: new ByHandPage(page), settings: new SettingsPage(page) }
}

function idOf(index: number): string {
  return byHandDesk.ids[index] ?? ''
}

function receipt(personName: string): Buffer {
  return receiptPdf({
    reference: 'EQ-260505-004417',
    kind: 'arrival',
    clientId: '01890000-0000-7000-8000-000000000001',
    revision: 1,
    receivedAt: '2026-05-05T05:00:00.000Z',
    hostName: 'Hotel Mysal',
    personName,
    arrivalAt: '2026-05-04T13:00',
  })
}

/** As a browser saves: under another name first, renamed into place when it is whole. */
function download(name: string, bytes: Buffer): void {
  const coming = join(downloads, `${name}.crdownload`)
  writeFileSync(coming, bytes)
  renameSync(coming, join(downloads, name))
}

test('a receipt that is downloaded is asked about; one key files it, and it opens again byte for byte', async () => {
  const { page, errors, shownFiles, byHand, settings } = await workplace(clerk)
  await settings.open()
  await settings.watch(downloads)

  await byHand.take(idOf(1))
  await byHand.field('surname').waitFor()
  await page.getByText('Qabyl увидит её в папке').waitFor()
  // Somebody else's: said loudly, and no key takes it.
  download('eqonaq-0001.pdf', receipt('SOMEBODY ELSE N9999999'))
  await byHand.found.getByText('в файле нет ни имени, ни номера документа этого гостя').waitFor()
  await page.keyboard.press('KeyY')
  expect(await axeFindings(page)).toEqual([])
  expect(await byHand.found.count()).toBe(1)
  await page.keyboard.press('KeyX')
  await byHand.found.waitFor({ state: 'detached' })

  const proof = receipt('DESHMUKH ANANYA P4410923')
  download('eqonaq-0417.pdf', proof)
  await byHand.found.getByText('в файле номер документа этого гостя').waitFor()
  expect(await byHand.found.innerText()).toContain('eqonaq-0417.pdf, только что')
  expect(await byHand.found.innerText()).toContain('Это квитанция гостя Deshmukh Ananya?')
  expect(await axeFindings(page)).toEqual([])
  // Letters typed into the number are no answer.
  await byHand.reference.fill('EQ-260505-YX')
  await byHand.reference.blur()
  await page.keyboard.press('KeyY')
  await page.getByText('Квитанция сохранена и откроется из карточки гостя.').waitFor()
  await page.getByText('Номер EQ-260505-YX записан.').waitFor()

  await goTo(page, `/guest/${idOf(1)}`)
  await page.getByRole('button', { name: /^Открыть/ }).waitFor()
  const tab = page.waitForEvent('popup')
  await page.keyboard.press('KeyO')
  await tab
  expect(await shownFiles()).toEqual([[...proof]])
  expect(errors.all()).toEqual([])
})

test('a portal that is down is changed at the guest; how values are written follows the settings', async () => {
  const { page, errors, byHand, settings } = await workplace(clerk)
  await byHand.take(idOf(0))
  await byHand.field('surname').waitFor()
  // He arrived three days ago, and eQonaq has refused such arrivals.
  await page.getByText('Портал eQonaq не берёт заезды старше 2 дней').waitFor()
  await page.keyboard.press('Digit1')
  await byHand.field('surname').getByText('скопировано').waitFor()
  await byHand.choosePortal('VMP')
  await byHand.field('hostNumber').getByText('180340020169').waitFor()
  await page.getByRole('link', { name: 'Открыть портал VMP' }).waitFor()
  await page.getByText('порядок полей не подтверждён').first().waitFor()
  // Another portal is another form: nothing of it has been copied.
  expect(await byHand.field('surname').getByText('скопировано').count()).toBe(0)
  expect(await byHand.field('birthDate').innerText()).toContain('02.11.1991')
  await byHand.choosePortal('eQonaq')
  await byHand.field('welcomeMessage').waitFor()
  await page.keyboard.press('Escape')

  await settings.open()
  expect(await settings.preview('birthDate').innerText()).toBe('17.05.1990')
  await settings.choose('Даты', '1990-05-17')
  await settings.preview('birthDate').getByText('1990-05-17').waitFor()
  await settings.choose('Имена', 'как напечатано в документе')
  await settings.choose('Буквы в именах', 'Первая Прописная')
  await settings.preview('surname').getByText('Мюллер').waitFor()
  await settings.save()
  await byHand.take(idOf(0))
  await byHand.field('birthDate').getByText('1991-11-02').waitFor()
  await byHand.field('surname').getByText('Токтосунов').waitFor()
  await page.keyboard.press('Digit1')
  await byHand.field('surname').getByText('скопировано').waitFor()
  expect(await byHand.clipboard()).toBe('Токтосунов')
  await page.keyboard.press('Escape')

  await settings.open()
  await settings.portal('vmp').getByRole('button', { name: 'Сделать первым' }).click()
  await settings.portal('vmp').getByText('первый').waitFor()
  await settings.portal('vmp').getByRole('button', { name: 'Изменить адрес' }).click()
  await page.getByLabel('Адрес', { exact: true }).fill('http://vmp.example')
  await page.keyboard.press('Enter')
  await page.getByText('Адрес начинается с https://').waitFor()
  await page.getByLabel('Адрес', { exact: true }).fill('https://vmp.example/cabinet')
  await page.keyboard.press('Enter')
  await settings.portal('vmp').getByText('https://vmp.example/cabinet').waitFor()
  await settings.portal('eqonaq').getByRole('button', { name: 'Не использовать' }).click()
  await settings.portal('eqonaq').getByText('не используется').waitFor()
  await byHand.take(idOf(0))
  expect(await page.getByRole('link', { name: 'Открыть портал VMP' }).getAttribute('href')).toBe('https://vmp.example/cabinet')
  await page.keyboard.press('Escape')
  expect(errors.all()).toEqual([])
})

test('a manager takes a guest over with a reason; the clerk is told at once and keeps what was typed', async () => {
  const { page, errors, byHand } = await workplace(clerk)
  await byHand.take(idOf(2))
  await byHand.field('surname').waitFor()
  await byHand.reference.fill('EQ-260505-000118')

  const office = await workplace(manager)
  await office.byHand.take(idOf(2))
  await office.page.getByRole('button', { name: 'Забрать у коллеги' }).click()
  await office.page.getByRole('button', { name: 'Забрать и заполнить самому' }).click()
  await office.page.getByText('Напишите причину, хотя бы три буквы').waitFor()
  await office.page.getByLabel('Причина').fill('срок сегодня, смена закончилась')
  expect(await axeFindings(office.page)).toEqual([])
  await office.page.keyboard.press('Enter')
  await office.byHand.field('surname').getByText('KIM').waitFor()

  const told = page.getByRole('alert')
  await told.getByText('Сейчас заполняет Управляющий.').waitFor()
  expect(await told.innerText()).toContain('Причина: «срок сегодня, смена закончилась».')
  expect(await axeFindings(page)).toEqual([])
  expect([await byHand.reference.inputValue(), await byHand.accept.isDisabled()]).toEqual(['EQ-260505-000118', true])

  // Put off by the manager, taken again by the clerk: the number is still there.
  await office.page.keyboard.press('Escape')
  await office.page
    .locator(`tr[data-notice="${idOf(2)}"]`)
    .getByText('К подаче')
    .waitFor()
  await page.getByRole('button', { name: 'Взять снова' }).click()
  await page.getByText(/за вами, ещё \d+ мин/).waitFor()
  expect(await byHand.reference.inputValue()).toBe('EQ-260505-000118')

  // Handed over for signature, and off the list again.
  await page.getByRole('button', { name: 'Передать на подпись' }).click()
  await page.getByRole('button', { name: 'Список' }).click()
  const list = page.getByRole('dialog', { name: 'На подпись' })
  await list.getByText('1 гость на подписи').waitFor()
  expect(await list.locator('tbody tr').innerText()).toMatch(/Kim Soo-ah[\s\S]*Управляющий, 05\.05\.2026 \d\d:\d\d/)
  expect(await axeFindings(page)).toEqual([])
  const saved = page.waitForEvent('download')
  await list.getByRole('button', { name: 'Таблица CSV' }).click()
  expect((await saved).suggestedFilename()).toBe('qabyl-2026-05-05.csv')
  await list.getByRole('button', { name: /^Забрать со списка/ }).click()
  await list.getByText('На подпись никого не передали.').waitFor()
  await page.keyboard.press('Escape')
  await goTo(page, `/guest/${idOf(2)}`)
  await page
    .locator('main')
    .getByText(/Управляющий забрал гостя у коллеги/)
    .waitFor()
  expect(errors.all()).toEqual([])
})

const VIEWS = LANGUAGES.flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })))

test.each(VIEWS)('settings and panel stand in $language, $theme: axe, policy, 200 % zoom', async (view) => {
  const page = await clerk.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, view)
  await openDesk(page, byHandDesk.desk.ready.url)
  const found: unknown[] = []
  for (const route of ['/settings/filing', `/queue/${idOf(0)}`]) {
    // At 200 % a window of 1366 × 768 has this many pixels.
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 683, height: 384 },
    ]) {
      await page.setViewportSize(viewport)
      await goTo(page, route)
      await page.locator('[data-field="surname"]').waitFor()
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      found.push(...(await axeFindings(page)), ...(sideways > 0 ? [`${route} scrolls sideways by ${sideways}`] : []))
    }
  }
  await page.keyboard.press('Escape')
  expect({ found, errors: errors.all() }).toEqual({ found: [], errors: [] })
})
