import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runCliJson } from '../../support/run-cli.ts'
import { chooseView, openDesk } from './desk-page.ts'
import { closeAndTamper, endOfDayDesk, pagesOf, WEDNESDAY } from './end-of-day-desk.ts'
import { EndOfDayPage } from './end-of-day-page.ts'
import { TUESDAY } from './queue-scene.ts'

const desk = endOfDayDesk()

test('the sheet says what the desk counted: each figure, and the rows of every list', async () => {
  const { screen, lastView } = await desk.open()
  // The desk goes on trying to send meanwhile; what is on screen is what it said last.
  await vi.waitFor(async () => {
    const { report, close } = await lastView()
    const [figures, rows] = [await screen.figures(), await screen.rowCounts()]
    expect(close).toBeNull()
    expect(figures).toEqual(pick(report.totals, Object.keys(figures)))
    for (const list of ['dueToday', 'dueTomorrow', 'unconfirmed', 'rejected', 'needsPerson', 'incomplete', 'filed'] as const)
      expect([list, rows[list] ?? 0]).toEqual([list, report.totals[list]])
    expect(Object.keys(figures)).toContain('overdue')
    expect(report.totals.open).toBeGreaterThan(8)
    expect(report.totals.dueToday).toBeGreaterThan(0)
  }, 20_000)
})

test('reached by keys; what stands before closing names the guests and leads to them', async () => {
  const { page, screen } = await desk.open()
  await page.keyboard.press('KeyG', { delay: 100 })
  await page.keyboard.press('KeyT')
  await page.getByRole('heading', { level: 1, name: 'Сегодня' }).waitFor()
  await page.keyboard.press('KeyG', { delay: 100 })
  await page.keyboard.press('KeyE')
  await screen.sheet().waitFor()
  expect(await page.locator('nav a[aria-current="page"]').innerText()).toContain('Конец дня')
  expect(await screen.check('rejected').innerText()).toMatch(/1 отклонено\..*Исправьте и отправьте снова/)
  // The service is gone at the end of the scene: that stops nobody from closing.
  await screen.check('rejected').getByRole('link', { name: /Kim/ }).click()
  await page.getByRole('heading', { level: 1, name: /Kim/ }).waitFor()
})

test('closed by a key: numbered, unchangeable, the same after a restart, and a copy in print', async () => {
  const { page, screen, lastView } = await desk.open()
  await page.getByText('Снимок получит номер 2026-125').waitFor()
  const preliminary = (await pagesOf(await screen.print())).join(' ')
  expect(preliminary).toContain('Предварительный')
  expect(preliminary).not.toContain('КОПИЯ')

  await screen.closeByKey()
  const panel = screen.closed('5 мая')
  await panel.getByRole('status').getByText('5 мая – день закрыт под номером 2026-125.').waitFor()
  expect(await panel.innerText()).toMatch(/вручную/)
  const hash = await panel.locator('.mono').first().innerText()
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await screen.past()).toEqual([`5 мая 125 · ${hash.slice(0, 4)}…${hash.slice(-2)} вручную`])
  expect(await page.getByRole('button', { name: 'Закрыть день' }).count()).toBe(0)
  // The day is closed before it is over, and nothing more can be closed today.
  await screen.closeByKey()
  await page.getByText('Вторник, 5 мая. Закрыт, отчёт больше не изменится.').waitFor()

  const pages = await pagesOf(await screen.print())
  for (const one of pages) expect(one).toContain('КОПИЯ')
  expect(pages.at(-1)).toContain(`стр. ${String(pages.length)} из ${String(pages.length)}`)
  expect(pages.join(' ')).toContain(hash)
  // Nothing of the window is on paper.
  expect(pages.join(' ')).not.toContain('Закрытые дни')

  const closed = await lastView()
  expect(closed.close?.hash).toBe(hash)

  await page.close()
  await desk.stop()
  const later = await desk.open({ now: WEDNESDAY, place: '2026-05-05' })
  expect(await later.lastView()).toEqual(closed)
  const figures = await later.screen.figures()
  expect(figures).toEqual(pick(closed.report.totals, Object.keys(figures)))
})

test('over missed deadlines it asks inside the panel, and the same key does not answer', async () => {
  const { page, screen } = await desk.open({ now: WEDNESDAY })
  // Nobody was there at 23:59 on Tuesday: that day is closed already, and says so.
  expect((await screen.past()).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['5 мая'])
  expect((await screen.past())[0]).toContain('сам, позже')
  await screen.check('overdue').waitFor()

  await screen.closeByKey()
  await screen.question().waitFor()
  expect(await screen.question().innerText()).toMatch(/срок(а|ов)? выш/)
  await screen.closeByKey()
  expect(await page.getByText('Среда, 6 мая. Закроется сам').count()).toBe(1)
  await page.keyboard.press('Escape')
  await screen.question().waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Закрыть день')

  await screen.closeByKey()
  await screen.question().waitFor()
  await page.keyboard.press('Enter')
  await screen.closed('6 мая').getByRole('status').getByText('2026-126').waitFor()
})

test('brackets walk the days, not beyond their ends; a day ahead and a day before the register say so', async () => {
  const { page, screen } = await desk.open({ now: WEDNESDAY })
  await page.keyboard.press('BracketRight', { delay: 100 })
  await page.keyboard.press('BracketLeft', { delay: 100 })
  await screen.closed('5 мая').waitFor()
  expect(await screen.closed('5 мая').innerText()).toContain('сам, позже своего часа')
  await page.keyboard.press('BracketLeft', { delay: 100 })
  expect(page.url()).toContain('2026-05-05')
  await page.keyboard.press('BracketRight', { delay: 100 })
  await page.getByRole('region', { name: 'Закрыть 6 мая' }).waitFor()
  for (const [place, words] of [
    ['2026-05-20', '20 мая: этот день ещё не наступил'],
    ['2026-05-01', '1 мая: отчёта нет'],
    ['whenever', 'Такого отчёта нет'],
  ] as const) {
    await page.evaluate((hash) => {
      location.hash = hash
    }, `#/end-of-day/${place}`)
    await page.getByRole('heading', { name: words }).waitFor()
  }
})

test('a closed day that somebody changed on the disk is not shown as if it were one', async () => {
  await closeAndTamper(join(desk.root(), 'desk'))
  const { ready } = await desk.start()
  const page = await desk.browser().newPage()
  onTestFinished(() => page.close())
  await chooseView(page, { language: 'ru', theme: 'light' })
  await openDesk(page, ready.url)
  await page.evaluate(() => {
    location.hash = '#/end-of-day/2026-05-05'
  })
  await page.getByRole('heading', { name: '5 мая: снимок повреждён' }).waitFor()
  expect(await page.locator('[data-report-sheet]').count()).toBe(0)
})

test('the hour at which days close is set here, and the sentence beside the title follows', async () => {
  const { page } = await desk.open()
  await page.getByText('Вторник, 5 мая. Закроется сам в 23:59, даже если никого нет.').waitFor()
  await page.getByRole('button', { name: 'Изменить', exact: true }).click()
  await page.getByLabel('Час', { exact: true }).fill('25:00')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.getByText('Напишите время: 23:59 или 02:00').waitFor()
  await page.getByLabel('Час', { exact: true }).fill('2')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.getByText('Вторник, 5 мая. Закроется сам ср, 6 мая в 02:00, даже если никого нет.').waitFor()
  await page.getByRole('button', { name: 'Изменить', exact: true }).click()
  await page.getByText('Только вручную').click()
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.getByText('Вторник, 5 мая. Сам не закроется: час не назначен.').waitFor()
})

test('another window sees the day closed without asking', async () => {
  const { screen, url } = await desk.open()
  const other = await desk.browser().newPage()
  onTestFinished(() => other.close())
  await openDesk(other, url)
  const otherScreen = new EndOfDayPage(other)
  await otherScreen.open()
  await otherScreen.closeByKey()
  await screen.closed('5 мая').waitFor()
})

test('files in the language of the sheet, which need not be that of the window', async () => {
  const { page, screen } = await desk.open()
  await page.keyboard.press('KeyF', { delay: 100 })
  await page.getByText('Қаз', { exact: true }).last().click()
  await page.locator('[data-report-sheet][lang="kk"]').waitFor()
  const csv = await screen.saveFile('CSV')
  expect(csv.suggestedFilename()).toMatch(/2026-05-05.*\.csv$/)
  const text = readFileSync(await csv.path(), 'utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text).toContain(await screen.sheet().locator('h2').innerText())
  const pdf = await screen.saveFile('PDF')
  expect((await pagesOf(readFileSync(await pdf.path()))).join(' ')).toContain('Kim')
  expect(await page.locator('html').getAttribute('lang')).toBe('ru')
})

test('who may not close reads, and is told; who may not read is told where to look', async () => {
  const { ready } = await desk.start()
  for (const [role, words] of [
    ['inspector', 'День закрывает управляющий или держатель ключа.'],
    ['receptionist', 'Отчёт видят управляющий и держатель ключа'],
  ] as const) {
    const page = await desk.browser().newPage()
    onTestFinished(() => page.close())
    await chooseView(page, { language: 'ru', theme: 'light' })
    await page.route('**/rpc/desk/status', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: (await answer.text()).replace('"role":"manager"', `"role":"${role}"`) })
    })
    await openDesk(page, ready.url)
    await page.evaluate(() => {
      location.hash = '#/end-of-day'
    })
    await page.getByText(words).waitFor()
    expect(await page.getByRole('button', { name: 'Закрыть день' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Изменить', exact: true }).count()).toBe(0)
  }
})

test('three hundred guests are paged cleanly: a head on each page, nobody torn apart or left out', async () => {
  const directory = join(desk.root(), 'many')
  await runCliJson(['init', '--training', '--data', directory, '--now', TUESDAY])
  await runCliJson(['seed', '--guests', '300', '--seed', '7', '--data', directory, '--now', TUESDAY])
  const { page, screen, lastView } = await desk.open({ directory })
  // A closed day stands still under the test.
  await screen.closeByKey()
  if ((await screen.checks().getByText('вышл').count()) > 0) {
    await screen.question().waitFor()
    await page.keyboard.press('Enter')
  }
  await screen.closed('5 мая').waitFor()
  const { report } = await lastView()
  expect(report.totals.open + report.totals.filed).toBeGreaterThan(250)

  const pages = await pagesOf(await screen.print())
  expect(pages.length).toBeGreaterThan(5)
  for (const [index, text] of pages.entries()) {
    expect(text).toContain(`стр. ${String(index + 1)} из ${String(pages.length)}`)
    // At full size on the first page, small above every other one.
    expect(text).toContain('Отчёт о сроках')
  }
  // A mark of another face is a run of text of its own, and Chromium does not say which letter the i without a dot under ị is: names are
  // told by their other letters.
  const unspaced = (text: string) => text.normalize('NFD').replace(/i(?=\p{M})|[\s\0\p{M}]+/gu, '')
  const paper = unspaced(pages.join(''))
  const names = await screen.sheet().locator('tbody tr td:first-child').allInnerTexts()
  expect(names.length).toBeGreaterThan(250)
  expect(names.filter((name) => !paper.includes(unspaced(name)))).toEqual([])
})

/** Those of the totals that stand among the figures. */
function pick(totals: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(totals, name)]))
}
