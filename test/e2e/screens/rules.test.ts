import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { axeFindings } from '../../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../../support/browser.ts'
import { collectPageErrors } from '../../support/page-errors.ts'
import { type RunningDesk, startServe } from '../../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'
import { chooseView, goTo, openDesk, type Theme } from './desk-page.ts'
import { RulesPage, type SectionPath } from './rules-page.ts'

/** Tuesday in Almaty; 7 and 9 May are holidays. */
const TUESDAY = '2026-05-05T05:00:00.000Z'
/** A hand is slower than a scanner; keys closer than 50 ms belong to a burst. */
const HAND_MS = 70
const SECTIONS: readonly SectionPath[] = ['duty', 'calculator', 'clocks', 'countries', 'lost-passport', 'visas']

let desk: RunningDesk
let browser: TestBrowser
let directory: string

beforeAll(async () => {
  directory = makeTempDirectory()
  desk = await startServe(['--training', '--data', directory, '--now', TUESDAY], { TZ: 'Asia/Almaty' })
  browser = await launchBrowser({ reducedMotion: 'reduce' })
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(desk.ready.url).origin })
})

afterAll(async () => {
  await browser.close()
  await desk.stop()
  removeDirectory(directory)
})

async function openRules(section: SectionPath, language: Language = 'ru', theme: Theme = 'light') {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const errors = await collectPageErrors(page)
  await chooseView(page, { language, theme })
  await openDesk(page, desk.ready.url)
  const rules = new RulesPage(page)
  await rules.open(section)
  return { page, rules, errors }
}

describe('by keyboard alone', () => {
  test('G R opens the rules, the digits go through the sections, and a guest is calculated', async () => {
    const { page, rules, errors } = await openRules('visas')
    await goTo(page, '/')
    await page.locator('article').first().waitFor()
    await page.keyboard.press('KeyG', { delay: HAND_MS })
    await page.keyboard.press('KeyR', { delay: HAND_MS })
    await page.waitForFunction(() => location.hash === '#/rules')
    for (const [index, section] of SECTIONS.entries()) {
      await page.keyboard.press(`Digit${index + 1}`)
      await rules.stands(section)
      // The calculator takes the cursor at once; Esc gives the keys back.
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Digit2')
    await rules.stands('calculator')
    await page.keyboard.type('12072026', { delay: HAND_MS })
    await page.keyboard.press('Tab')
    await page.keyboard.type('+5', { delay: HAND_MS })
    await page.keyboard.press('Tab')
    await page.keyboard.type('Росс', { delay: HAND_MS })
    await page.keyboard.press('Tab')
    await page.keyboard.type('10072026', { delay: HAND_MS })
    await page.keyboard.press('Tab')
    await rules.duty('registration').getByText('сб, 8 августа').waitFor()
    expect([
      await rules.field('arrival').inputValue(),
      await rules.field('departure').inputValue(),
      await rules.field('citizenship').inputValue(),
      await rules.field('borderEntry').inputValue(),
    ]).toEqual(['12.07.2026', '17.07.2026', 'Россия', '10.07.2026'])
    expect(errors.all()).toEqual([])
  })

  test('Alt C takes the calculation along as text from inside a field', async () => {
    const { page, rules } = await openRules('calculator', 'en')
    await rules.type('arrival', '20.03.2026')
    await rules.reading('strict', 'Fri, 27 March')
    await rules.field('departure').focus()
    await page.keyboard.press('Alt+KeyC')
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain('Arrival: 20 March 2026')
    expect(text).toContain('From the day of arrival: Fri, 27 March 2026, by 23:59')
    expect(text).toContain('From the next day: Mon, 30 March 2026, by 23:59')
  })
})

describe('the calculator', () => {
  test.each([
    ['02.01.2025', 'ср, 8 января 2025', 'ср, 8 января 2025'],
    ['20.03.2025', 'чт, 27 марта 2025', 'пт, 28 марта 2025'],
    ['20.03.2026', 'пт, 27 марта', 'пн, 30 марта'],
    ['28.08.2026', 'вт, 1 сентября', 'ср, 2 сентября'],
    ['28.11.2026', 'ср, 2 декабря', 'ср, 2 декабря'],
    ['31.12.2026', 'ср, 6 января 2027', 'пт, 8 января 2027'],
  ])('an arrival on %s is due %s, at the latest %s', async (arrival, strict, latest) => {
    const { rules } = await openRules('calculator')
    await rules.type('arrival', arrival)
    await rules.reading('strict', `до ${strict}, 23:59`)
    await rules.reading('latest', `до ${latest}, 23:59`)
  })

  test('a forecast year is said beside the date', async () => {
    const { page, rules } = await openRules('calculator')
    await rules.type('arrival', '31.12.2026')
    await page.getByText('календарь – прогноз').first().waitFor()
  })

  test('a guest from Russia: registration by day 30 beside the notice, and what is still missing', async () => {
    const { page, rules } = await openRules('calculator')
    await rules.type('arrival', '12.07.2026')
    await rules.type('citizenship', 'RUS')
    await rules.duty('registration').getByText('Впишите день въезда').waitFor()
    await rules.type('borderEntry', '10.07.2026')
    await rules.duty('registration').getByText('сб, 8 августа').waitFor()
    await rules.duty('stay_limit').getByText('ср, 7 октября').waitFor()
    expect(await rules.duty('registration').innerText()).toContain('спорно')
    await page.getByText('Безвиз 90 дней, не больше 90 дней за 180', { exact: false }).first().waitFor()
  })

  test('earlier stays use up the days of the window', async () => {
    const { page, rules } = await openRules('calculator')
    await rules.type('arrival', '01.05.2026')
    await rules.type('citizenship', 'DEU')
    await rules.type('borderEntry', '01.05.2026')
    await rules.duty('window_limit').getByText('использовано 5 из 90').waitFor()
    await page.getByRole('button', { name: 'Добавить период' }).click()
    await rules.type('from.1', '01.02.2026')
    await rules.type('to.1', '20.02.2026')
    await rules.duty('window_limit').getByText('использовано 25 из 90').waitFor()
    await page.getByRole('button', { name: 'Убрать период 1' }).click()
    await rules.duty('window_limit').getByText('использовано 5 из 90').waitFor()
  })

  test('a citizen of Kazakhstan owes nothing; without a citizenship the clock runs', async () => {
    const { page, rules } = await openRules('calculator')
    await page.getByText('Гражданство не указано').waitFor()
    await rules.reading('strict', 'пт, 8 мая')
    await rules.type('citizenship', 'KAZ')
    await page.getByText('Уведомление не нужно').waitFor()
    expect(await page.locator('[data-reading]').count()).toBe(0)
  })

  test('what cannot be read is said at its field once it is left, and the rest is still calculated', async () => {
    const { page, rules } = await openRules('calculator')
    await rules.type('arrival', '20.03.2026')
    await rules.reading('strict', 'пт, 27 марта')
    await rules.field('borderEntry').fill('31.02')
    expect(await rules.field('borderEntry').getAttribute('aria-invalid')).toBeNull()
    await rules.field('borderEntry').press('Tab')
    await page.getByText('Такого дня нет').waitFor()
    expect(await rules.field('borderEntry').getAttribute('aria-invalid')).toBe('true')
    await rules.reading('strict', 'пт, 27 марта')
    await rules.type('arrival', '')
    await page.getByText('Впишите день заезда, и срок появится сразу.').waitFor()
  })

  test('keeps what is typed from section to section and through a change of language, and nothing after the screen', async () => {
    const { page, rules } = await openRules('calculator')
    await rules.type('arrival', '20.03.2026')
    await rules.type('citizenship', 'TUR')
    await rules.open('countries')
    await rules.open('calculator')
    expect(await rules.field('citizenship').inputValue()).toBe('Турция')
    await page.getByRole('button', { name: 'Қаз' }).click()
    await rules.reading('strict', 'жм, 27 наурыз')
    expect([await rules.field('arrival').inputValue(), await rules.field('citizenship').inputValue()]).toEqual([
      '20.03.2026',
      'Түркия',
    ])
    await goTo(page, '/')
    await rules.open('calculator')
    expect([await rules.field('arrival').inputValue(), await rules.field('citizenship').inputValue()]).toEqual([
      '05.05.2026',
      '',
    ])
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    expect(kept).not.toMatch(/TUR|20\.03\.2026|2026-03-20/)
  })
})

describe('settings of the law', () => {
  test('the alarm reading shows whose deadlines move, and moves them on the guests and the board', async () => {
    const { page, rules, errors } = await openRules('clocks')
    const overdue = () => page.locator('article').filter({ hasText: 'срок вышел' }).count()
    const toBoard = async () => {
      await goTo(page, '/')
      await page.locator('article').first().waitFor()
    }
    await toBoard()
    const before = await overdue()
    await rules.open('clocks')
    await page.getByRole('radio', { name: /Со следующего дня/ }).check()
    const preview = page.getByRole('region', { name: 'Что изменится' }).first()
    await preview.getByText(/Проверено? \d+ открыт/).waitFor()
    const first = preview.locator('tbody tr').first()
    const [link, becomes] = [await first.locator('a').getAttribute('href'), await first.locator('td').nth(4).innerText()]

    await page.getByRole('button', { name: 'Применить' }).click()
    await page.getByText('Напишите причину, хотя бы три буквы').waitFor()
    await rules.reasonField().fill('Так решил юрист')
    await page.getByRole('button', { name: 'Применить' }).click()
    await page.getByText('Готово: тревога теперь считается так').waitFor()
    expect(await page.getByRole('radio', { name: /Со следующего дня/ }).isChecked()).toBe(true)

    await toBoard()
    await expect.poll(overdue).toBeLessThan(before)
    await goTo(page, String(link).slice(1))
    await page
      .locator('main')
      .getByText(becomes.slice(0, becomes.lastIndexOf(' ')))
      .first()
      .waitFor()

    await rules.open('clocks')
    await page.getByRole('radio', { name: /Со дня заезда/ }).check()
    await preview.getByText(/сразу стан(ет|ут)/).waitFor()
    await rules.reasonField().fill('Назад, осторожнее')
    await page.getByRole('button', { name: 'Применить' }).click()
    await page.getByText('Готово: тревога теперь считается так').waitFor()
    await toBoard()
    await expect.poll(overdue).toBe(before)
    expect(errors.all()).toEqual([])
  })

  test('a clock is switched off with a reason, said to be off where it is shown, and on again', async () => {
    const { page, rules } = await openRules('clocks')
    expect(await rules.duty('arrival_notice').getByRole('button').count()).toBe(0)
    await rules.duty('registration').getByRole('button', { name: 'Выключить «Регистрация до 30-го дня»' }).click()
    await rules.reasonField().fill('Регистрируем сами, в полиции')
    await rules.reasonField().press('Enter')
    await rules.duty('registration').getByText('выключено').waitFor()

    await rules.open('calculator')
    await rules.type('arrival', '12.07.2026')
    await rules.type('citizenship', 'RUS')
    await rules.type('borderEntry', '10.07.2026')
    await rules.duty('registration').getByText('У вас этот срок отключён').waitFor()

    await rules.open('clocks')
    await rules.duty('registration').getByRole('button', { name: 'Включить «Регистрация до 30-го дня»' }).click()
    await rules.reasonField().fill('Снова следим')
    await rules.reasonField().press('Enter')
    await rules.duty('registration').getByText('следим').waitFor()
    expect(await page.locator('main form').count()).toBe(0)
  })

  test('not notifying about registered guests says its risk first and stands in the header while it lasts', async () => {
    const { page, rules } = await openRules('clocks')
    await page.getByRole('button', { name: 'Перестать уведомлять о них' }).click()
    await page.getByText('это 10 МРП за каждого гостя').waitFor()
    await rules.reasonField().fill('Ответ департамента получен')
    await rules.reasonField().press('Enter')
    await page.getByRole('alert').filter({ hasText: 'к 30-му дню' }).waitFor()

    await rules.open('calculator')
    await rules.type('arrival', '12.07.2026')
    await rules.type('citizenship', 'RUS')
    await page.getByText('О таком госте объект не уведомляет').waitFor()

    await rules.open('clocks')
    await page.getByRole('button', { name: 'Снова уведомлять о них' }).click()
    await rules.reasonField().fill('Так спокойнее')
    await rules.reasonField().press('Enter')
    await page.getByText('Уведомляем и о них').waitFor()
    await page.getByRole('alert').filter({ hasText: 'к 30-му дню' }).waitFor({ state: 'detached' })
  })

  test('the MCI of a year can be the property’s own, and go back to the program’s', async () => {
    const { page } = await openRules('duty')
    const point = page.getByText(/Это около/)
    expect((await point.innerText()).replaceAll('\u00a0', ' ')).toContain('43 250 ₸')
    await page.getByRole('button', { name: /изменить МРП за 2026 год/ }).click()
    const field = page.getByLabel('МРП за 2026 год, ₸')
    await field.fill('пять тысяч')
    await field.press('Enter')
    await page.getByText('Нужно целое число от 1 до 1 000 000').waitFor()
    await field.fill('5 000')
    await field.press('Enter')
    await page.getByText('вписано вами').waitFor()
    expect((await point.innerText()).replaceAll('\u00a0', ' ')).toContain('50 000 ₸')
    await page.getByRole('button', { name: /изменить МРП за 2026 год/ }).click()
    await page.getByRole('button', { name: 'Вернуть значение программы' }).click()
    await page.getByText('не подтверждено').waitFor()
    expect((await point.innerText()).replaceAll('\u00a0', ' ')).toContain('43 250 ₸')
  })

  test('a role that may not change anything sees all of it, no switch, and why', async () => {
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.route('**/rpc/desk/status', async (route) => {
      const answer = await route.fetch()
      const body = await answer.text()
      await route.fulfill({ response: answer, body: body.replace('"role":"manager"', '"role":"receptionist"') })
    })
    await chooseView(page, { language: 'ru', theme: 'light' })
    await openDesk(page, desk.ready.url)
    const rules = new RulesPage(page)
    await rules.open('clocks')
    await page.getByText('Менять настройки может управляющий').waitFor()
    expect(await page.locator('main button').count()).toBe(0)
    const radios = await page.getByRole('radio').all()
    expect(await Promise.all(radios.map((radio) => radio.isDisabled()))).toEqual([true, true])
    expect(await rules.duty('registration').innerText()).toContain('следим')
    await rules.open('duty')
    expect(await page.locator('main table button').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
  })
})

describe('visa-free countries', () => {
  test('a country is found by name in any language and by code; sources that disagree have their filter', async () => {
    const { page, rules } = await openRules('countries')
    await page.keyboard.press('KeyF')
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
    await page.keyboard.type('Türkiye')
    await expect.poll(() => page.locator('[data-country]').count()).toBe(1)
    await rules.country('TUR').getByText('безвиз 90 дней').waitFor()
    expect(await rules.country('TUR').innerText()).toContain('безвиз 30 дней')
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.type('атлантида')
    await page.getByText('Такой страны в списке нет').waitFor()
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: 'источники спорят' }).click()
    await rules.country('DEU').waitFor({ state: 'detached' })
    expect(
      (await page.locator('[data-country]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-country')))).sort(),
    ).toEqual(['AZE', 'CHN', 'CUB', 'TJK', 'TUR', 'UZB'])
  })

  test('the list follows the language at once, in its own alphabet', async () => {
    const { page, rules } = await openRules('countries')
    await rules.country('KGZ').getByText('Кыргызстан').waitFor()
    await page.getByRole('button', { name: 'Қаз' }).click()
    await rules.country('KGZ').getByText('Қырғызстан').waitFor()
    await page.getByText('2025 ж. қыркүйек').waitFor()
  })
})

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(['light', 'dark'] as const)('axe finds nothing and nothing is refused in any section (%s)', async (theme) => {
    const { page, rules, errors } = await openRules('duty', language, theme)
    for (const section of SECTIONS) {
      await rules.open(section)
      expect([section, await axeFindings(page)]).toEqual([section, []])
    }
    await rules.open('clocks')
    await rules.duty('stay_limit').getByRole('button').click()
    await page.getByRole('radio').nth(1).check()
    await page.locator('main tbody a').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await rules.open('calculator')
    await rules.type('citizenship', 'TUR')
    await rules.type('borderEntry', 'xx')
    await page.locator('[aria-invalid="true"]').waitFor()
    await rules.duty('stay_limit').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(errors.all()).toEqual([])
  })

  test.each([
    [1366, 768],
    [683, 384],
  ])('nothing scrolls sideways at %i×%i', async (width, height) => {
    const { page, rules } = await openRules('duty', language)
    await page.setViewportSize({ width, height })
    const overflowing: string[] = []
    for (const section of SECTIONS) {
      await rules.open(section)
      if (section === 'calculator') {
        await rules.type('arrival', '31.12.2026')
        await rules.type('citizenship', 'TUR')
        await rules.type('borderEntry', '30.12.2026')
        await rules.duty('stay_limit').waitFor()
      }
      if (section === 'clocks') {
        await rules.duty('stay_limit').getByRole('button').click()
        await page.getByRole('radio').nth(1).check()
        await page.locator('main tbody a').first().waitFor()
      }
      const boxes = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main, main section, main > div, main > div > div')]
          .filter((box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'none')
          .map((box) => `${box.tagName}.${box.className} ${box.scrollWidth} > ${box.clientWidth}`),
      )
      overflowing.push(...boxes.map((box) => `${section}: ${box}`))
    }
    expect(overflowing).toEqual([])
  })
})
