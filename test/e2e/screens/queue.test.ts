import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, goTo, openDesk, type Theme } from './desk-page.ts'
import { QueuePage } from './queue-page.ts'
import { arrangeQueue, arrangeUnaskable, type QueueScene, TUESDAY } from './queue-scene.ts'

let root: string
let scene: QueueScene
let desk: RunningDesk
let browser: TestBrowser

beforeAll(async () => {
  root = makeTempDirectory()
  scene = await arrangeQueue(root)
  desk = await startServe(['--data', scene.directory, '--now', TUESDAY], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(root)
})

async function openQueue(
  language: (typeof LANGUAGES)[number] = 'ru',
  theme: Theme = 'light',
  // Nobody decides about this one here.
  at = { url: desk.ready.url, noticeId: scene.ids.refused },
) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, at.url)
  await goTo(page, '/queue')
  const queue = new QueuePage(page)
  await queue.row(at.noticeId).waitFor()
  return { page, errors, queue }
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

test('three groups with their counts; the service is away and the panel says since when and why', async () => {
  const { queue } = await openQueue()
  await queue.fact('service').getByText('служба не открыла соединение').waitFor()
  // The one without an answer, two follow-ups, six that wait.
  expect(await queue.groups()).toEqual(['Уйдут сами 9', 'Нужна подпись 1', 'Нужно решение 3'])
  expect(await queue.fact('environment').innerText()).toContain('тестовая')
  expect(await queue.fact('answer').innerText()).toContain('сегодня')
  expect(await queue.bar()).toMatch(/служба не отвечала: 03:10–04:0\d, 14:4\d–сейчас\. Медленно отвечала: 12:50–13:00/)
})

test('a follow-up is a row of its own, named, with its order in the panel beside it', async () => {
  const { queue } = await openQueue()
  await queue.openGroup('automatic')
  await queue.row(scene.ids.extension).click()
  expect(await queue.row(scene.ids.extension).innerText()).toContain('Продление')
  const chain = queue.panel().getByRole('region', { name: 'По этому гостю, по порядку' })
  await chain.getByText('Принято').waitFor()
  expect((await chain.getByRole('listitem').allInnerTexts()).map((line) => line.split('\n')[0])).toEqual(['Заезд', 'Продление'])
  expect(await queue.panel().innerText()).toContain('Гость остаётся дольше, чем сообщили службе.')
})

test('the arrows walk through all groups, and the row in hand stays in sight', async () => {
  const { page, queue } = await openQueue()
  const seen = new Set<string | null>()
  for (let step = 0; step < 12; step++) {
    seen.add(await queue.selectedId())
    await page.keyboard.press('ArrowDown')
  }
  expect(seen.has(scene.ids.toSign) && seen.has(scene.ids.duplicate)).toBe(true)
})

test('calls are told with their time and outcome, and what was said on the wire on demand, without personal data', async () => {
  const { queue } = await openQueue()
  await queue.row(scene.ids.refused).click()
  const calls = queue.panel().getByRole('region', { name: 'Обращения к службе' })
  await calls.getByText('Отправка 1').waitFor()
  expect(await calls.innerText()).toMatch(/Отправка 1[\s\S]*отклонено/)
  await calls.getByRole('button', { name: 'Что передавалось' }).click()
  const text = await calls.innerText()
  expect(text).toContain('POST /')
  expect(text).not.toContain('M70214455')
  expect(text).not.toContain('Soo-ah')
})

test('a double is decided by keys, with what follows said before the second press', async () => {
  const { page, errors, queue } = await openQueue()
  await queue.row(scene.ids.duplicate).click()
  await page.keyboard.press('Enter')
  const decision = queue.panel().getByRole('region', { name: 'Ваше ли это уведомление?' })
  const reference = await decision.locator('b.mono').innerText()
  await page.keyboard.press('Digit2')
  await decision.getByText('само оно больше не уйдёт').waitFor()
  await page.keyboard.press('Digit1')
  await decision.getByText(`номер ${reference} – его подтверждение`).waitFor()
  await page.keyboard.press('Enter')
  await queue.said().getByText(`принято, номер ${reference}`).waitFor()
  await queue.row(scene.ids.duplicate).waitFor({ state: 'detached' })
  expect(errors.all()).toEqual([])
})

test('"we don’t know yet": what happened is told; asked now it stays unknown; the service comes back and answers; the journal has it all', async () => {
  const { page, errors, queue } = await openQueue()
  await queue.row(scene.ids.unanswered).click()
  const story = queue.panel().getByRole('region', { name: 'Что мы знаем' })
  await story.getByText('Ушло сегодня').waitFor()
  expect(await story.innerText()).toContain('второй раз ничего не отправится')
  await story.getByRole('button', { name: 'Спросить сейчас' }).click()
  await queue.said().getByText('ответа пока нет').waitFor()

  const service = await scene.startService()
  await page.keyboard.press('KeyR')
  await queue.row(scene.ids.unanswered).waitFor({ state: 'detached', timeout: 75_000 })

  await page.keyboard.press('KeyJ')
  await page.getByRole('heading', { name: 'Журнал связи' }).waitFor()
  const outages = page.locator('tr[data-outage]')
  // Whatever was cut before is in it as well; the newest is the one that has just ended.
  await outages.first().waitFor()
  await page.waitForFunction(() => !document.querySelector('tr[data-outage]')?.textContent?.includes('ещё длится'))
  expect(await outages.first().innerText()).toMatch(
    /14:4\d[\s\S]*15:\d\d[\s\S]*связь оборвалась после отправки[\s\S]*последний день у 2/,
  )
  expect(await outages.nth(1).innerText()).toMatch(/03:10[\s\S]*04:00[\s\S]*служба не открыла соединение[\s\S]*все успели/)
  const ended = await outages.count()

  await service.close()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Очередь' }).waitFor()
  await page.keyboard.press('KeyR')
  await queue.said().getByText('Служба не отвечает').waitFor()
  await page.keyboard.press('KeyJ')
  await outages.nth(ended).waitFor()
  expect(await outages.first().innerText()).toContain('ещё длится')
  expect(errors.all()).toEqual([])
})

test('where nobody can be asked the clerk is told what to look up, and says that it is not there', async () => {
  const directory = join(root, 'by-hand')
  const noticeId = await arrangeUnaskable(directory)
  const byHand = await startServe(['--data', directory, '--now', TUESDAY], { TZ: 'Asia/Almaty' })
  onTestFinished(async () => void (await byHand.stop()))
  const { page, errors, queue } = await openQueue('ru', 'light', { url: byHand.ready.url, noticeId })
  const story = queue.panel().getByRole('region', { name: 'Что мы знаем' })
  expect(await story.getByRole('listitem').allInnerTexts()).toEqual([
    'Что случилось: связь оборвалась после отправки',
    'Откройте кабинет портала, где его подавали.',
    'Найдите гостя по фамилии и дате заезда.',
    'Нашли – внесите номер или квитанцию. Нет – отметьте, и его можно будет подать снова.',
  ])
  expect(await story.getByRole('button', { name: 'Спросить сейчас' }).count()).toBe(0)
  // Enter leads to where the number goes; the other answer is given by hand, twice.
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  expect(await axeFindings(page)).toEqual([])
  await story.getByRole('button', { name: 'Там его нет' }).click()
  await story.getByText('под тем же номером').waitFor()
  await page.keyboard.press('Enter')
  await queue.said().getByText('можно подавать снова').waitFor()
  await page.locator('th[scope="rowgroup"]', { hasText: 'Подать вручную' }).waitFor()
  expect(errors.all()).toEqual([])
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing, nothing is refused and nothing scrolls sideways (%s)',
    async (theme) => {
      const { page, errors, queue } = await openQueue(language, theme)
      await queue.row(scene.ids.refused).click()
      expect(await axeFindings(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await goTo(page, '/queue/journal')
      await page.locator('tr[data-outage]').first().waitFor()
      expect(await axeFindings(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await page.setViewportSize({ width: 683, height: 384 })
      expect(await overflow(page)).toBe(0)
      await goTo(page, '/queue')
      expect(await overflow(page)).toBe(0)
      expect(errors.all()).toEqual([])
    },
  )
})
