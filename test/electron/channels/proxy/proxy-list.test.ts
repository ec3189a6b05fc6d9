import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProxyList } from '#electron/channels/proxy/proxy-list.ts'

describe('a list of proxies', () => {
  it.each([
    ['DIRECT', [{ kind: 'direct' }]],
    [' direct ; ', [{ kind: 'direct' }]],
    ['PROXY a.kz:3128', [{ kind: 'http', url: 'http://a.kz:3128' }]],
    [
      'HTTP a:1;HTTPS b:2',
      [
        { kind: 'http', url: 'http://a:1' },
        { kind: 'http', url: 'https://b:2' },
      ],
    ],
    [
      'PROXY a:1; SOCKS5 b:2; DIRECT',
      [{ kind: 'http', url: 'http://a:1' }, { kind: 'socks', version: 5, host: 'b', port: 2 }, { kind: 'direct' }],
    ],
    ['SOCKS 10.0.0.1:1080', [{ kind: 'socks', version: 4, host: '10.0.0.1', port: 1080 }]],
    ['SOCKS5 [fe80::1]:1080', [{ kind: 'socks', version: 5, host: 'fe80::1', port: 1080 }]],
    ['QUIC a:1; PROXY b:2', [{ kind: 'http', url: 'http://b:2' }]],
    ['', []],
    ['PROXY', []],
    ['PROXY a', []],
    ['PROXY a:0', []],
    ['PROXY a:65536', []],
    ['PROXY a:1 b:2', []],
    ['PROXY user:secret@a:1', []],
    ['PROXY a:1/path', []],
    ['DIRECTLY', []],
    ['DIRECT now', []],
    ['<html>Log in</html>', []],
  ])('%j', (text, ways) => {
    expect(readProxyList(text)).toEqual(ways)
  })

  it('is never more than was said: nothing but the word itself makes a direct way', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const isDirect = readProxyList(text).some(({ kind }) => kind === 'direct')
        expect(isDirect).toBe(text.split(';').some((part) => part.trim().toUpperCase() === 'DIRECT'))
      }),
    )
  })
})
