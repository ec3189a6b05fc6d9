import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMigrationApiChannel, type MigrationApiConfig } from '#electron/channels/migration-api/migration-api-channel.ts'
import type { WayTrouble } from '#electron/channels/proxy/find-ways.ts'
import { type ManualClock, manualClock } from '../../../support/ports.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'
import { OTHER_HOST_SERVER, TEST_AUTHORITY } from '../certificates.ts'
import { nastyServer, rawAnswer } from '../nasty-server.ts'
import { outgoingNotice } from '../notice-fixture.ts'
import { proxyServer } from '../proxy-server.ts'
import { honestService } from '../traps/honest-service.ts'
import { socksServer } from './socks-server.ts'

const never = new AbortController().signal

/** This PC by an address that is not one of its usual names: there is a direct way to it, and nothing but `DIRECT` opens it. */
const NO_LOOPBACK_NAME = { address: '127.0.0.2' }

/** A service that only a proxy can find: no resolver knows its name. */
async function hiddenService(options: { readonly isSecure?: boolean } = {}) {
  const service = honestService()
  const certificate = options.isSecure === true ? { certificate: OTHER_HOST_SERVER } : {}
  const server = await nastyServer((request, socket) => socket.write(service.answer(request)), certificate)
  const name = options.isSecure === true ? 'elsewhere.example' : 'service.invalid'
  return { service, server, url: server.url.replace('127.0.0.1', name) }
}

function scriptFile(body: string): string {
  const file = path.join(tempDirectory(), 'proxy.pac')
  writeFileSync(file, `function FindProxyForURL(url, host) { ${body} }`)
  return file
}

function channelTo(url: string, config: Partial<MigrationApiConfig>) {
  const troubles: WayTrouble[] = []
  const clock: ManualClock = manualClock()
  const channel = createMigrationApiChannel({
    baseUrl: url,
    credentials: { kind: 'none' },
    clock,
    extraCertificate: TEST_AUTHORITY,
    onNoWay: (trouble) => void troubles.push(trouble),
    ...config,
  })
  onTestFinished(() => channel.close())
  let number = 0
  async function verdict(): Promise<string> {
    const [one] = (await channel.send([outgoingNotice(++number)], never)).verdicts
    return one !== undefined && 'cause' in one ? `${one.kind}: ${one.cause}` : (one?.kind ?? 'none')
  }
  return { verdict, troubles, clock }
}

const byScript = (body: string) => ({ proxy: { kind: 'script', location: scriptFile(body) } }) as const

async function closedPort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const hostOf = (url: string): string => new URL(url).host

describe('a script that chooses the proxy', () => {
  it.each([false, true])(
    'is followed in order: the first is dead, the second carries the notice (https: %s)',
    async (isSecure) => {
      const { service, url } = await hiddenService({ isSecure })
      const second = await proxyServer()
      const body = `return "PROXY 127.0.0.1:${await closedPort()}; PROXY ${hostOf(second.url)}; DIRECT"`
      const { verdict } = channelTo(url, byScript(body))
      expect(await verdict()).toBe('accepted')
      expect(await verdict()).toBe('accepted')
      expect(service.held.size).toBe(2)
      expect(second.requests.length).toBeGreaterThan(0)
    },
  )

  it('goes past a proxy that never opens the way, and begins with the one that worked next time', {
    timeout: 20_000,
  }, async () => {
    const { service, url } = await hiddenService({ isSecure: true })
    const silent = net.createServer(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    let asked = 0
    silent.on('connection', (socket) => {
      asked++
      onTestFinished(() => void socket.destroy())
    })
    onTestFinished(() => void silent.close())
    const good = await proxyServer()
    const { port } = silent.address() as AddressInfo
    const { verdict } = channelTo(url, byScript(`return "PROXY 127.0.0.1:${port}; PROXY ${hostOf(good.url)}"`))
    expect(await verdict()).toBe('accepted')
    expect(await verdict()).toBe('accepted')
    expect(service.held.size).toBe(2)
    expect(asked).toBe(1)
  })

  it('goes directly only where the script says so', async () => {
    const service = honestService()
    const { url } = await nastyServer((request, socket) => socket.write(service.answer(request)), NO_LOOPBACK_NAME)
    const dead = await closedPort()
    expect(await channelTo(url, byScript(`return "PROXY 127.0.0.1:${dead}"`)).verdict()).toBe('notSent: refused')
    expect(service.held.size).toBe(0)
    expect(await channelTo(url, byScript(`return "PROXY 127.0.0.1:${dead}; DIRECT"`)).verdict()).toBe('accepted')
    expect(service.held.size).toBe(1)
  })

  it.each(['SOCKS5', 'SOCKS'])('takes %s, names resolved behind it', async (word) => {
    const { service, url } = await hiddenService({ isSecure: true })
    const socks = await socksServer()
    expect(await channelTo(url, byScript(`return "${word} 127.0.0.1:${socks.port}"`)).verdict()).toBe('accepted')
    expect(service.held.size).toBe(1)
    expect(socks.destinations).toContain(`elsewhere.example:${new URL(url).port}`)
  })

  it('takes SOCKS for plain http too, and a SOCKS proxy that refuses has let nothing out', async () => {
    const { service, url } = await hiddenService()
    const socks = await socksServer()
    expect(await channelTo(url, byScript(`return "SOCKS5 127.0.0.1:${socks.port}"`)).verdict()).toBe('accepted')
    expect(service.held.size).toBe(1)
    expect(await channelTo(url, byScript(`return "SOCKS5 127.0.0.1:${await closedPort()}"`)).verdict()).toBe('notSent: refused')
    const refusing = await socksServer({ isRefusing: true })
    expect(await channelTo(url, byScript(`return "SOCKS5 127.0.0.1:${refusing.port}"`)).verdict()).toBe('notSent: refused')
  })

  it.each([false, true])('never sends by a second way what may have left by the first (https: %s)', async (isSecure) => {
    const service = honestService()
    const certificate = isSecure ? { certificate: OTHER_HOST_SERVER } : {}
    const server = await nastyServer((request, socket) => {
      service.take(request)
      socket.destroy()
    }, certificate)
    const url = server.url.replace('127.0.0.1', isSecure ? 'elsewhere.example' : 'service.invalid')
    const [first, second] = [await proxyServer(), await proxyServer()]
    const body = `return "PROXY ${hostOf(first.url)}; PROXY ${hostOf(second.url)}; DIRECT"`
    expect(await channelTo(url, byScript(body)).verdict()).toMatch(/^unknown: /)
    expect([...service.held.values()].map(({ effects }) => effects)).toEqual([1])
    expect(first.requests).toHaveLength(1)
    expect(second.requests).toEqual([])
  })

  it('does not hide a wrong certificate by trying another way', async () => {
    const { service, server } = await hiddenService({ isSecure: true })
    const [first, second] = [await proxyServer(), await proxyServer()]
    const wrongName = server.url.replace('127.0.0.1', 'wrong.example')
    const { verdict } = channelTo(wrongName, byScript(`return "PROXY ${hostOf(first.url)}; PROXY ${hostOf(second.url)}"`))
    expect(await verdict()).toBe('notSent: tls')
    expect(second.requests).toEqual([])
    expect(service.held.size).toBe(0)
  })

  it.each([
    ['throws', 'throw 1', 'script_broken'],
    ['never ends', 'for (;;);', 'script_endless'],
    ['answers garbage', 'return "<html>"', 'answer_unreadable'],
    ['answers nothing at all', 'return ""', 'answer_unreadable'],
  ])('that %s lets nothing out, least of all directly', async (_name, body, trouble) => {
    const service = honestService()
    const server = await nastyServer((request, socket) => socket.write(service.answer(request)), NO_LOOPBACK_NAME)
    const { verdict, troubles } = channelTo(server.url, byScript(body))
    expect(await verdict()).toBe('notSent: proxy')
    expect(troubles).toEqual([trouble])
    expect(server.connections()).toBe(0)
  })

  it('that is not there lets nothing out either: no file, no page, no server', async () => {
    const { url } = await hiddenService()
    const missing = await nastyServer((_request, socket) => void socket.write(rawAnswer('404 Not Found', {}, 'DIRECT')))
    for (const location of [
      '/no/such/proxy.pac',
      `${missing.url}/proxy.pac`,
      `http://127.0.0.1:${await closedPort()}/wpad.dat`,
    ]) {
      const { verdict, troubles } = channelTo(url, { proxy: { kind: 'script', location } })
      expect(await verdict(), location).toBe('notSent: proxy')
      expect(troubles).toEqual(['script_not_found'])
    }
  })

  it('is fetched from its address, asked with the origin alone, and believed for five minutes', async () => {
    const { url } = await hiddenService()
    const proxy = await proxyServer()
    const script = `function FindProxyForURL(url, host) {
      return url === "${new URL(url).origin}/" && host === "service.invalid" ? "PROXY ${hostOf(proxy.url)}" : "garbage" }`
    const wpad = await nastyServer((_request, socket) => void socket.write(rawAnswer('200 OK', {}, script)))
    const { verdict, clock } = channelTo(url, { proxy: { kind: 'script', location: `${wpad.url}/wpad.dat?site=7` } })
    expect(await verdict()).toBe('accepted')
    expect(await verdict()).toBe('accepted')
    expect(wpad.requests.map(({ path: asked }) => asked)).toEqual(['/wpad.dat?site=7'])
    clock.advance(5 * 60_000)
    expect(await verdict()).toBe('accepted')
    expect(wpad.requests).toHaveLength(2)
  })

  it('is asked anew after no way worked', async () => {
    const { url } = await hiddenService()
    const proxy = await proxyServer()
    let answer = `PROXY 127.0.0.1:${await closedPort()}`
    const wpad = await nastyServer((_request, socket) => {
      socket.write(rawAnswer('200 OK', {}, `function FindProxyForURL() { return "${answer}" }`))
    })
    const { verdict } = channelTo(url, { proxy: { kind: 'script', location: `${wpad.url}/wpad.dat` } })
    expect(await verdict()).toBe('notSent: refused')
    answer = `PROXY ${hostOf(proxy.url)}`
    expect(await verdict()).toBe('accepted')
  })
})

describe('the proxy of the operating system', () => {
  it('is what the system answers for the origin', async () => {
    const { service, url } = await hiddenService()
    const proxy = await proxyServer()
    const asked: string[] = []
    const askSystemProxy = async (origin: string) => {
      asked.push(origin)
      return `PROXY ${hostOf(proxy.url)};DIRECT`
    }
    expect(await channelTo(url, { proxy: { kind: 'system' }, askSystemProxy }).verdict()).toBe('accepted')
    expect(asked).toEqual([new URL(url).origin])
    expect(service.held.size).toBe(1)
  })

  it('that cannot be asked lets nothing out', async () => {
    const { url } = await hiddenService()
    const { verdict, troubles } = channelTo(url, {
      proxy: { kind: 'system' },
      askSystemProxy: () => Promise.reject(new Error('The window is gone')),
    })
    expect(await verdict()).toBe('notSent: proxy')
    expect(troubles).toEqual(['system_silent'])
  })
})
