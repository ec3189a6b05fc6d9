import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../support/browser.ts'
import { cutTexts } from '../support/cut-text.ts'
import { collectPageErrors } from '../support/page-errors.ts'

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"

const PAGES: Readonly<Record<string, string>> = {
  '/good': '<!doctype html><html lang="en"><title>Good</title><main><h1>Board</h1><p>All clear</p></main>',
  '/bad':
    '<!doctype html><html lang="en"><title>Bad</title><main><button></button><p style="color:red">x</p><script src="/throws.js"></script></main>',
}

let browser: TestBrowser
const server = createServer((request, response) => {
  if (request.url === '/throws.js') {
    response.setHeader('content-type', 'text/javascript').end('console.error("said"); throw new TypeError("thrown")')
    return
  }
  response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', POLICY)
  response.end(PAGES[request.url ?? ''] ?? '')
})

beforeAll(async () => {
  browser = await launchBrowser()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterAll(async () => {
  await browser.close()
  server.close()
})

/** An end-to-end test that hears nothing would pass whatever the page does. */
describe('what the end-to-end tests hear of a page', () => {
  it('is silent about a page that is right', async () => {
    const { errors, findings } = await visit('/good')
    expect({ errors, findings }).toEqual({ errors: [], findings: [] })
  })

  it('names accessibility findings, thrown errors, console errors and violations of the policy', async () => {
    const { errors, findings } = await visit('/bad')
    expect(findings).toEqual([expect.stringMatching(/^button-name: button – /)])
    expect(errors.map((error) => error.split('\n')[0])).toEqual(
      expect.arrayContaining([
        expect.stringContaining('securitypolicyviolation: style-src-attr refused inline'),
        'console: said',
        'pageerror: TypeError: thrown',
      ]),
    )
  })
})

/** What does not fit into `.box`, which is 80 pixels wide. */
const LONG = 'Уведомление отправлено'

describe('what the end-to-end tests see of cut text', () => {
  it.each([
    ['a text that fits', '<p>Да</p>'],
    ['a title that says the whole', `<p class="box hides" title="${LONG}">${LONG}</p>`],
    ['a name that opens whole', `<a href="#1"><b class="box hides cut">${LONG}</b></a>`],
    ['a box that scrolls', `<p class="box" style="overflow: auto">${LONG}</p>`],
    ['words for screen readers only', `<p class="box hides" style="width: 1px; clip-path: inset(50%)">${LONG}</p>`],
    ['a text on two lines', '<p style="width: 130px">Уведомление отправлено</p>'],
    [
      'a choice of a name and a note',
      '<button style="width: 120px"><b>Бумага</b><br><span>Печать и подпись отеля</span></button>',
    ],
  ])('says nothing about %s', async (_, html) => {
    expect(await cutIn(html)).toEqual([])
  })

  it.each([
    ['an ellipsis', 'cut: ', `<p class="box hides" style="text-overflow: ellipsis">${LONG}</p>`],
    ['an ellipsis of the agreed class that leads nowhere', 'cut: ', `<p class="box hides cut">${LONG}</p>`],
    [
      'a text hidden by a box farther out',
      'cut: ',
      `<div style="width: 80px; overflow: hidden"><p style="width: 300px">${LONG}</p></div>`,
    ],
    ['lines hidden below', 'cut: ', `<p style="width: 130px; height: 20px; overflow: hidden">${LONG}</p>`],
    ['a text beside its box', 'spilt: ', `<p class="box">${LONG}</p>`],
    [
      'a text beside a drawn box around its own',
      'spilt: ',
      `<div style="width: 80px; border: 1px solid"><p style="width: 300px">${LONG}</p></div>`,
    ],
    ['a text below a drawn box', 'spilt: ', `<div style="width: 130px; height: 20px; border: 1px solid">${LONG}</div>`],
    ['a label on two lines', 'wrapped: ', `<button style="width: 130px">${LONG}</button>`],
    ['a placeholder', 'cut: ', `<input style="width: 60px" placeholder="${LONG}">`],
    ['a choice', 'cut: ', `<select style="width: 60px"><option>${LONG}</option></select>`],
  ])('names %s', async (_, kind, html) => {
    const found = await cutIn(html)
    expect(found).toHaveLength(1)
    expect([found[0]?.startsWith(kind), found[0]?.endsWith(`“${LONG}”`)]).toEqual([true, true])
  })
})

async function cutIn(html: string) {
  const page = await browser.newPage()
  await page.setContent(`<style>.box { width: 80px; white-space: nowrap } .hides { overflow: hidden }</style>${html}`)
  const found = await cutTexts(page)
  await page.close()
  return found
}

async function visit(path: string) {
  const page = await browser.newPage()
  const errors = await collectPageErrors(page)
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { waitUntil: 'load' })
  const findings = await axeFindings(page)
  await page.close()
  return { errors: errors.all(), findings }
}
