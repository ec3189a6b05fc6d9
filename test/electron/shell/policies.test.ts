import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveRendererPath } from '#electron/hosts/renderer-files.ts'
import { answerAppRequest, isAppUrl } from '#electron/shell/app-protocol.ts'
import { decideWindowOpen, mayNavigate } from '#electron/shell/navigation-policy.ts'
import { isPermissionAllowed } from '#electron/shell/permission-policy.ts'
import { isTrustedSender } from '#electron/shell/sender-check.ts'
import { readShellOptions } from '#electron/shell/shell-options.ts'

const FOREIGN_URLS = [
  'https://app/qabyl/',
  'app://qabyl.evil/',
  'app://evil/?app://qabyl/',
  'app://qabyl@evil/',
  'app://qabyl:81/',
  'apps://qabyl/',
  'file:///app://qabyl/',
  'javascript:alert(1)',
  'data:text/html,app://qabyl/',
  'about:blank',
  'null',
  '',
]

describe('what is our own page', () => {
  it.each(['app://qabyl/', 'app://qabyl/#/queue', 'app://qabyl/index.html?x=1'])('takes %s', (url) => {
    expect([isAppUrl(url), mayNavigate(url)]).toEqual([true, true])
  })

  it.each(FOREIGN_URLS)('refuses "%s"', (url) => {
    expect([isAppUrl(url), mayNavigate(url), isTrustedSender({ url, parent: null })]).toEqual([false, false, false])
  })

  it('listens to the main frame of our page only', () => {
    const url = 'app://qabyl/#/'
    expect([isTrustedSender({ url, parent: null }), isTrustedSender({ url, parent: {} }), isTrustedSender(null)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('what the page may open', () => {
  it.each(['https://eqonaq.kz/', 'https://www.vmp.gov.kz/ru/', 'https://egov.kz/cms'])('hands %s to the browser', (url) => {
    expect(decideWindowOpen(url)).toEqual({ kind: 'open_in_browser', url })
  })

  it.each([
    'http://eqonaq.kz/',
    'https://eqonaq.kz.evil.example/',
    'https://evil.example/?https://eqonaq.kz/',
    'https://eqonaq.kz@evil.example/',
    'https://user@eqonaq.kz/',
    'https://eqonaq.kz:8443/',
    'file:///etc/passwd',
    'smb://eqonaq.kz/share',
    'app://qabyl/',
    'not a url',
  ])('refuses %s', (url) => {
    expect(decideWindowOpen(url)).toEqual({ kind: 'refuse' })
  })
})

describe('permissions', () => {
  const own = { requestingUrl: 'app://qabyl/', isMainFrame: true }

  it('lets our page copy, and nothing else', () => {
    expect(isPermissionAllowed({ ...own, permission: 'clipboard-sanitized-write' })).toBe(true)
    const refused = [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'fileSystem',
      'usb',
      'hid',
      'unknown',
      '',
    ]
    expect(refused.filter((permission) => isPermissionAllowed({ ...own, permission }))).toEqual([])
  })

  it('lets nobody else copy', () => {
    const permission = 'clipboard-sanitized-write'
    expect(isPermissionAllowed({ permission, requestingUrl: 'https://evil.example/', isMainFrame: true })).toBe(false)
    expect(isPermissionAllowed({ permission, requestingUrl: 'app://qabyl/', isMainFrame: false })).toBe(false)
  })
})

describe('files behind a URL path', () => {
  const root = join('/', 'opt', 'qabyl', 'renderer')

  it('names files of the page, and the page for a screen’s address', () => {
    expect(['/assets/app.js', '/', '/queue', '/fonts/a%20b.woff2'].map((path) => resolveRendererPath(root, path))).toEqual([
      join(root, 'assets/app.js'),
      join(root, 'index.html'),
      join(root, 'index.html'),
      join(root, 'fonts/a b.woff2'),
    ])
  })

  it.each([
    '/../x.js',
    '/..%2fx.js',
    '/%2e%2e%2fx.js',
    '/a/..%2f..%2fx.js',
    '/..%5cx.js',
    '/C:%5cx.js',
    '/%00.js',
    '/%E0%A4%A.js',
    '/.env',
  ])('names nothing for %s', (path) => {
    expect(resolveRendererPath(root, path)).toBeUndefined()
  })

  it('never names a file outside, whatever is typed', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2f',
      '%2F',
      '%5c',
      '%2e',
      '%252f',
      'a',
      'renderer',
      '%00',
      ':',
      '~',
      '%',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = resolveRendererPath(root, pieces.join(''))
        expect(file === undefined || file.startsWith(`${root}/`)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('answers the protocol for our host and for reading only', async () => {
    const requests = [
      { url: 'app://evil/index.html', method: 'GET' },
      { url: 'app://qabyl/index.html', method: 'POST' },
      { url: 'app://qabyl/..%2f..%2fpackage.json', method: 'GET' },
    ]
    const statuses = await Promise.all(
      requests.map(async (request) => (await answerAppRequest(request, import.meta.dirname, 'n')).status),
    )
    expect(statuses).toEqual([404, 404, 404])
  })
})

describe('what the shell is started with', () => {
  it.each([
    [[], { directory: '/default', isTraining: false }],
    [['.', '--training'], { directory: '/default', isTraining: true }],
    [['--data', '/hotel', '--no-sandbox', '--remote-debugging-port=0'], { directory: '/hotel', isTraining: false }],
    [['--data'], { directory: '/default', isTraining: false }],
  ])('reads %j', (typed, expected) => {
    expect(readShellOptions(typed, '/default')).toEqual(expected)
  })
})
