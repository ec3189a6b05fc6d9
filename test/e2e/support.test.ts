import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchBrowser, type TestBrowser } from '../support/browser.ts'
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

async function visit(path: string) {
  const page = await browser.newPage()
  const errors = await collectPageErrors(page)
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { waitUntil: 'load' })
  const findings = await axeFindings(page)
  await page.close()
  return { errors: errors.all(), findings }
}
