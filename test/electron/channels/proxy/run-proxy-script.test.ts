import { describe, expect, it } from 'vitest'
import { runProxyScript } from '#electron/channels/proxy/run-proxy-script.ts'

const ORIGIN = 'https://api.service.kz'
const WORLD = {
  resolve: async (host: string) => (host === 'intranet.kz' ? '10.1.2.3' : null),
  ownAddress: '192.168.0.7',
}

const run = (body: string) => runProxyScript(`function FindProxyForURL(url, host) { ${body} }`, ORIGIN, WORLD)

describe('a proxy script', () => {
  it('is told the origin and nothing more', async () => {
    expect(await run('return url + " " + host')).toEqual({ kind: 'answer', list: 'https://api.service.kz/ api.service.kz' })
  })

  it.each([
    ['isPlainHostName("desk")', true],
    ['isPlainHostName("desk.kz")', false],
    ['dnsDomainIs(host, ".service.kz")', true],
    ['dnsDomainIs(host, ".other.kz")', false],
    ['localHostOrDomainIs("api", host)', true],
    ['localHostOrDomainIs("ap", host)', false],
    ['dnsDomainLevels(host) === 2', true],
    ['shExpMatch(host, "*.service.kz")', true],
    ['shExpMatch(host, "api?service.*")', true],
    ['shExpMatch("apixservice.kz", "api.service.kz")', false],
    ['shExpMatch("a(b", "a(b")', true],
    ['isInNet("10.1.9.9", "10.1.0.0", "255.255.0.0")', true],
    ['isInNet("10.2.9.9", "10.1.0.0", "255.255.0.0")', false],
    ['isInNet("intranet.kz", "10.0.0.0", "255.0.0.0")', true],
    ['isInNet("nowhere.kz", "0.0.0.0", "0.0.0.0")', false],
    ['isResolvable("intranet.kz")', true],
    ['isResolvable("nowhere.kz")', false],
    ['dnsResolve("intranet.kz") === "10.1.2.3"', true],
    ['myIpAddress() === "192.168.0.7"', true],
    ['weekdayRange("SUN", "SAT")', true],
    ['weekdayRange("MON", "SUN", "GMT")', true],
    ['timeRange(0, 23)', true],
    ['timeRange(0, 0, 23, 59, "GMT")', true],
    ['timeRange(0, 0, 0, 23, 59, 59)', true],
    ['dateRange("JAN", "DEC")', true],
    ['dateRange(1, 31)', true],
    ['dateRange(2020, 2021)', false],
    ['dateRange(1, "JAN", 2020, 31, "DEC", 2090)', true],
    ['dateRange("JAN", 2020, "DEC", 2021)', false],
  ])('has its words: %s is %s', async (expression, expected) => {
    expect(await run(`return String(${expression})`)).toEqual({ kind: 'answer', list: String(expected) })
  })

  it.each(['process', 'require', 'fetch', 'globalThis.Buffer', 'WebAssembly', 'setTimeout'])('sees no %s', async (name) => {
    expect(await run(`return typeof ${name}`)).toEqual({ kind: 'answer', list: 'undefined' })
  })

  it.each([
    ['throws', 'throw new Error(url)', 'script_broken'],
    ['never comes back', 'for (;;);', 'script_endless'],
    ['calls itself for ever', 'return (function f() { return f() + 1 })()', 'script_broken'],
    ['answers a number', 'return 7', 'answer_unreadable'],
    ['answers nothing', '', 'answer_unreadable'],
    ['asks for one name after another', 'for (var i = 0; ; i++) dnsResolve("h" + i)', 'script_endless'],
  ])('that %s is trouble with a name', async (_name, body, trouble) => {
    expect(await run(body)).toEqual({ kind: 'trouble', trouble })
  })

  it('that asks for ever new names is stopped', async () => {
    const asked: string[] = []
    const resolve = async (host: string) => {
      asked.push(host)
      return `10.0.0.${asked.length}`
    }
    const chain = 'var n = "a"; for (;;) n = dnsResolve(n) || "end"'
    const outcome = await runProxyScript(`function FindProxyForURL() { ${chain} }`, ORIGIN, { ...WORLD, resolve })
    expect(outcome).toEqual({ kind: 'trouble', trouble: 'script_endless' })
    expect(asked.length).toBeLessThanOrEqual(20)
  })

  it.each(['', 'this is no program (', '<html>Log in</html>', 'var FindProxyForURL = 3', '\u0000'])(
    '%j is none',
    async (script) => {
      expect(await runProxyScript(script, ORIGIN, WORLD)).toEqual({ kind: 'trouble', trouble: 'script_broken' })
    },
  )

  it('that swallows memory neither holds up nor ends the desk', { timeout: 20_000 }, async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 20)
    const outcome = await run('var all = []; for (;;) all.push(new Array(100000).join("xxxx"))')
    clearInterval(timer)
    expect(outcome).toMatchObject({ kind: 'trouble' })
    expect(turns).toBeGreaterThan(5)
  })
})
