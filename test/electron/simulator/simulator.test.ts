import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type SimulatorOptions, startSimulator } from '#electron/simulator/start-simulator.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { noticePayload, testId } from '../channels/notice-fixture.ts'
import { openApiSchemas } from '../channels/openapi-schemas.ts'

const NOON = Date.parse('2026-11-23T07:00:00.000Z')

async function simulator(options: Partial<SimulatorOptions> = {}) {
  const directory = options.directory ?? tempDirectory()
  const running = await startSimulator({ directory, port: 0, now: () => NOON, ...options })
  onTestFinished(() => running.close())
  return running
}

function submission(...notices: readonly (readonly [number, revision?: number, clientNumber?: number])[]) {
  return {
    notices: notices.map(([number, revision = 1, clientNumber = number * 100 + revision]) => ({
      clientId: testId('c', clientNumber),
      noticeId: testId('a', number),
      notice: noticePayload(number, revision),
    })),
  }
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
  return readAnswer(await fetch(`${url}/v1/notices`, init))
}

async function get(url: string, headers: Record<string, string> = {}) {
  return readAnswer(await fetch(url, { headers }))
}

async function readAnswer(response: Response) {
  const text = await response.text()
  const mediaType = (response.headers.get('content-type') ?? '').split(';', 1).join('')
  const body: unknown = mediaType.endsWith('json') ? JSON.parse(text) : text
  return { status: response.status, mediaType, body, headers: response.headers }
}

describe('what the simulated service takes', () => {
  it('answers a notice with a reference, once in effect however often it comes', async () => {
    const { url } = await simulator()
    const accepted = {
      clientId: testId('c', 101),
      status: 'accepted',
      reference: 'SIM-20261123-000001',
      receivedAt: '2026-11-23T07:00:00.000Z',
      warnings: [],
    }
    expect((await post(url, submission([1]))).body).toEqual({ results: [accepted] })
    expect((await post(url, submission([1]))).body).toEqual({ results: [accepted] })
    expect((await get(`${url}/received`)).body).toEqual([
      { clientId: testId('c', 101), reference: 'SIM-20261123-000001', timesReceived: 2, payload: noticePayload(1) },
    ])
  })

  it('gives every notice of a batch a result of its own', async () => {
    const { url } = await simulator()
    await post(url, submission([1]))
    const batch = submission([2], [1, 1, 999], [3])
    const broken = { ...noticePayload(4), person: { ...noticePayload(4).person, citizenship: 'Germany' } }
    const notices = [...batch.notices, { clientId: testId('c', 401), noticeId: testId('a', 4), notice: broken }]
    expect((await post(url, { notices })).body).toMatchObject({
      results: [
        { clientId: testId('c', 201), status: 'accepted', reference: 'SIM-20261123-000002' },
        { clientId: testId('c', 999), status: 'duplicate', existingReference: 'SIM-20261123-000001' },
        { clientId: testId('c', 301), status: 'accepted', reference: 'SIM-20261123-000003' },
        { clientId: testId('c', 401), status: 'rejected', issues: [{ field: 'person.citizenship', code: 'invalid_format' }] },
      ],
    })
    expect((await get(`${url}/received`)).body).toHaveLength(3)
  })

  it('reports the same person and arrival under another notice as a duplicate', async () => {
    const { url } = await simulator()
    await post(url, submission([1]))
    const [first] = submission([1]).notices
    const again = { ...first, clientId: testId('c', 777), noticeId: testId('a', 777) }
    expect((await post(url, { notices: [again] })).body).toEqual({
      results: [{ clientId: testId('c', 777), status: 'duplicate', existingReference: 'SIM-20261123-000001' }],
    })
  })

  it('refuses a client id that comes back with another content', async () => {
    const { url } = await simulator()
    await post(url, submission([1]))
    const [first] = submission([1]).notices
    const changed = { ...first, notice: { ...noticePayload(1), stay: { ...noticePayload(1).stay, room: '305' } } }
    expect((await post(url, { notices: [changed] })).body).toMatchObject({
      results: [{ status: 'rejected', issues: [{ field: null, code: 'client_id_reused' }] }],
    })
    expect((await get(`${url}/received`)).body).toMatchObject([{ timesReceived: 1, payload: { stay: { room: '204' } } }])
  })

  it('lets a later revision replace an earlier one, and an earlier one after it have no effect', async () => {
    const { url } = await simulator()
    await post(url, submission([1, 1]))
    await post(url, submission([1, 3]))
    expect((await post(url, submission([1, 2]))).body).toMatchObject({
      results: [{ status: 'accepted', reference: 'SIM-20261123-000001', warnings: [{ code: 'superseded' }] }],
    })
    expect((await get(`${url}/received`)).body).toEqual([
      { clientId: testId('c', 103), reference: 'SIM-20261123-000001', timesReceived: 1, payload: noticePayload(1, 3) },
    ])
    expect((await get(`${url}/v1/notices/${testId('c', 101)}`)).body).toMatchObject({ revision: 1, isSuperseded: true })
  })

  it('keeps receipts that are real PDFs and the same bytes each time', async () => {
    const { url } = await simulator()
    await post(url, submission([1]))
    const read = async () =>
      Buffer.from(await (await fetch(`${url}/v1/notices/${testId('c', 101)}/receipt`)).arrayBuffer()).toString('latin1')
    const receipt = await read()
    expect(receipt.startsWith('%PDF-1.4\n')).toBe(true)
    expect(receipt).toContain('SIM-20261123-000001')
    expect(await read()).toBe(receipt)
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(receipt)?.[1])
    const offsets = [...receipt.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]))
    expect(offsets.map((offset, index) => receipt.slice(offset).startsWith(`${index + 1} 0 obj\n`))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
  })

  it('lists what it took since an instant, page by page', async () => {
    let now = NOON
    const { url } = await simulator({ now: () => now })
    await post(url, submission([1]))
    now += 60_000
    await post(url, submission([2], [3]))
    const first = await get(`${url}/v1/notices?since=2026-11-23T07:00:30.000Z&limit=1`)
    expect(first.body).toMatchObject({ notices: [{ clientId: testId('c', 201) }], nextCursor: '2' })
    const second = await get(`${url}/v1/notices?since=2026-11-23T07:00:30.000Z&limit=5&cursor=2`)
    expect(second.body).toMatchObject({ notices: [{ clientId: testId('c', 301) }], nextCursor: null })
  })

  it('remembers everything after a restart on the same folder, and refuses a second simulator on it', async () => {
    const directory = tempDirectory()
    const first = await simulator({ directory })
    await post(first.url, submission([1], [2]))
    const before = (await get(`${first.url}/received`)).body
    await expect(startSimulator({ directory, port: 0 })).rejects.toThrow(/locked/)
    await first.close()
    const second = await simulator({ directory })
    expect((await get(`${second.url}/received`)).body).toEqual(before)
    expect((await post(second.url, submission([1], [3]))).body).toMatchObject({
      results: [{ reference: 'SIM-20261123-000001' }, { reference: 'SIM-20261123-000003' }],
    })
  })
})

describe('sign-in', () => {
  const clients = [{ clientId: 'desk', clientSecret: 's3cret', apiKey: 'key-1' }]
  const form = (secret: string) =>
    new URLSearchParams({ grant_type: 'client_credentials', client_id: 'desk', client_secret: secret })

  it('grants tokens to known clients and keeps everyone else out', async () => {
    const { url } = await simulator({ clients })
    expect(await post(url, submission([1]))).toMatchObject({ status: 401, body: { code: 'sign_in_required' } })
    const refused = await fetch(`${url}/oauth/token`, { method: 'POST', body: form('wrong') })
    expect([refused.status, await refused.json()]).toEqual([401, { error: 'invalid_client' }])
    const granted = await fetch(`${url}/oauth/token`, { method: 'POST', body: form('s3cret') })
    const { access_token: token } = (await granted.json()) as { access_token: string }
    expect((await post(url, submission([1]), { authorization: `Bearer ${token}` })).status).toBe(200)
    expect((await get(`${url}/v1/health`, { 'x-api-key': 'key-1' })).status).toBe(200)
    expect((await get(`${url}/v1/health`, { 'x-api-key': 'key-2' })).status).toBe(401)
  })

  it('forgets a token that the fault `auth-expired` hits', async () => {
    const { url } = await simulator({ clients })
    const granted = await fetch(`${url}/oauth/token`, { method: 'POST', body: form('s3cret') })
    const { access_token: token } = (await granted.json()) as { access_token: string }
    const authorization = `Bearer ${token}`
    await putFaults(url, { 'auth-expired': 1 })
    expect((await get(`${url}/v1/health`, { authorization })).status).toBe(401)
    await putFaults(url, {})
    expect((await get(`${url}/v1/health`, { authorization })).status).toBe(401)
  })
})

async function putFaults(url: string, faults: unknown) {
  const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(faults) }
  return readAnswer(await fetch(`${url}/faults`, init))
}

describe('faults', () => {
  it('are shown and replaced while it runs; what is not a fault is refused and changes nothing', async () => {
    const { url } = await simulator({ faults: { 'http-503': 0.25 } })
    const off = {
      'reject-field': 0,
      'drop-before-store': 0,
      'drop-after-store': 0,
      'http-503': 0,
      'http-429-retry-after': 0,
      'html-502': 0,
      slow: 0,
      'bad-shape': 0,
      'auth-expired': 0,
      defer: 0,
      'defer-one': 0,
      'forget-batch': 0,
    }
    expect((await get(`${url}/faults`)).body).toEqual({ ...off, 'http-503': 0.25 })
    for (const wrong of [{ 'http-504': 1 }, { slow: 2 }, { slow: '1' }, { slow: null }, [], 'slow']) {
      expect((await putFaults(url, wrong)).status, JSON.stringify(wrong)).toBe(422)
    }
    expect((await get(`${url}/faults`)).body).toEqual({ ...off, 'http-503': 0.25 })
    expect((await putFaults(url, { slow: 0.5 })).body).toEqual({ ...off, slow: 0.5 })
    await expect(startSimulator({ directory: tempDirectory(), port: 0, faults: { slow: 7 } })).rejects.toThrow(RangeError)
  })

  const cases = [
    ['drop-before-store', 'cut', 0],
    ['drop-after-store', 'cut', 1],
    ['http-503', 503, 0],
    ['http-429-retry-after', 429, 0],
    ['bad-shape', 200, 1],
    ['auth-expired', 401, 0],
    ['reject-field', 200, 0],
    ['slow', 200, 1],
    ['defer', 202, 0],
    ['defer-one', 200, 0],
    ['forget-batch', 200, 1],
  ] as const
  it.each(cases)('%s: the caller sees %s and %i notices are stored', async (fault, seen, stored) => {
    const { url } = await simulator({ faults: { [fault]: 1 }, slowMs: 20 })
    const answer = await post(url, submission([1])).catch(() => 'cut' as const)
    expect(answer === 'cut' ? answer : answer.status).toBe(seen)
    await putFaults(url, {})
    expect((await get(`${url}/received`)).body).toHaveLength(stored)
  })

  it('html-502 is a proxy page behind which a notice may or may not be stored', async () => {
    const { url } = await simulator({ faults: { 'html-502': 1 }, seed: 7 })
    for (let number = 1; number <= 20; number++) {
      expect(await post(url, submission([number]))).toMatchObject({ status: 502, mediaType: 'text/html' })
    }
    const { length } = (await get(`${url}/received`)).body as unknown[]
    expect(length).toBeGreaterThan(0)
    expect(length).toBeLessThan(20)
  })

  it('hit the same requests for the same seed', async () => {
    const run = async (seed: number) => {
      const { url } = await simulator({ faults: { 'http-503': 0.3, 'drop-after-store': 0.3 }, seed })
      const seen: (number | string)[] = []
      for (let number = 1; number <= 25; number++) {
        seen.push(
          await post(url, submission([number])).then(
            ({ status }) => status,
            () => 'cut',
          ),
        )
      }
      return seen
    }
    const first = await run(5)
    expect(new Set(first)).toEqual(new Set([200, 503, 'cut']))
    expect(await run(5)).toEqual(first)
    expect(await run(6)).not.toEqual(first)
  })
})

describe('notices in work', () => {
  const acceptedWith = (number: number) => ({
    clientId: testId('c', number * 100 + 1),
    status: 'accepted',
    reference: `SIM-20261123-00000${number}`,
    receivedAt: '2026-11-23T07:00:10.000Z',
    warnings: [],
  })

  it('are decided when their time has come, by whichever question; the batch remembers, over a restart too', async () => {
    let now = NOON
    const directory = tempDirectory()
    const first = await simulator({ directory, now: () => now, faults: { defer: 1 }, deferMs: 10_000 })
    const [clientId] = [testId('c', 101)]
    const deferral = { batchReference: 'B-1', askAgainAfterSeconds: 10 }
    expect(await post(first.url, submission([1], [2]))).toMatchObject({
      status: 202,
      body: { ...deferral, clientIds: [clientId, testId('c', 201)] },
    })
    now += 4_000
    const inWork = { clientId, status: 'deferred', batchReference: 'B-1', askAgainAfterSeconds: 6 }
    expect((await get(`${first.url}/v1/batches/B-1`)).body).toMatchObject({ results: [inWork, { status: 'deferred' }] })
    expect((await get(`${first.url}/v1/notices/${clientId}`)).body).toEqual(inWork)
    expect((await get(`${first.url}/received`)).body).toEqual([])
    await putFaults(first.url, {})
    expect((await post(first.url, submission([1]))).body).toEqual({ results: [inWork] })
    await first.close()
    const { url } = await simulator({ directory, now: () => now })
    now += 6_000
    expect((await get(`${url}/received`)).body).toHaveLength(2)
    expect((await get(`${url}/v1/batches/B-1`)).body).toEqual({
      batchReference: 'B-1',
      results: [acceptedWith(1), acceptedWith(2)],
    })
    expect((await post(url, submission([1]))).body).toEqual({ results: [acceptedWith(1)] })
  })

  it('may be one of many, refused in the end, or of a batch that nobody knows any more', async () => {
    let now = NOON
    const { url } = await simulator({ now: () => now, deferMs: 10_000, faults: { 'defer-one': 1, 'reject-field': 1 } })
    expect((await post(url, submission([1]))).body).toMatchObject({ results: [{ status: 'deferred', batchReference: 'B-1' }] })
    now += 10_000
    expect((await get(`${url}/v1/batches/B-1`)).body).toMatchObject({ results: [{ status: 'rejected' }] })
    expect((await get(`${url}/v1/notices/${testId('c', 101)}`)).status).toBe(404)
    await putFaults(url, { 'forget-batch': 1 })
    expect(await get(`${url}/v1/batches/B-1`)).toMatchObject({ status: 404, body: { code: 'batch_not_found' } })
    await putFaults(url, {})
    expect((await get(`${url}/v1/batches/B-1`)).status).toBe(404)
    expect((await get(`${url}/v1/batches/B-77`)).status).toBe(404)
  })
})

describe('what it takes', () => {
  const notice = noticePayload(1)
  const question = (content: unknown) => ({ questionId: testId('c', 900), notice: content })

  async function validate(url: string, content: unknown) {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) }
    return readAnswer(await fetch(`${url}/v1/notices/validation`, init))
  }

  async function putTerms(url: string, terms: unknown) {
    const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(terms) }
    return readAnswer(await fetch(`${url}/terms`, init))
  }

  it('is told without anything being filed, and is what a submission then meets', async () => {
    const { url } = await simulator({ terms: { countries: ['KAZ', 'RUS'] } })
    const issues = [
      { field: 'person.citizenship', code: 'unknown_code', message: 'This code is not in the list in force.' },
      { field: 'document.issuingState', code: 'unknown_code', message: 'This code is not in the list in force.' },
    ]
    const validated = { questionId: testId('c', 900), validated: true, warnings: [] }
    expect((await validate(url, question(notice))).body).toEqual({ ...validated, issues })
    const nameless = { ...notice, person: { ...notice.person, surname: '' } }
    expect((await validate(url, question(nameless))).body).toMatchObject({ issues: [{ field: 'person.surname' }] })
    expect((await validate(url, { notice })).status).toBe(422)
    expect((await get(`${url}/received`)).body).toEqual([])
    expect((await post(url, submission([1]))).body).toMatchObject({ results: [{ status: 'rejected', issues }] })
    await putTerms(url, { countries: ['DEU'] })
    expect((await validate(url, question(notice))).body).toEqual({ ...validated, issues: [] })
    expect((await post(url, submission([1]))).body).toMatchObject({ results: [{ status: 'accepted' }] })
  })

  it('is lists with a version and an ETag, and a number of notices in one request', async () => {
    const { url } = await simulator({ terms: { maxBatch: 2 } })
    const lists = await get(`${url}/v1/code-lists`)
    const etag = lists.headers.get('etag') ?? ''
    expect(lists.body).toMatchObject({ version: etag.replaceAll('"', ''), purposes: expect.arrayContaining(['tourism']) })
    expect((await fetch(`${url}/v1/code-lists`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await get(`${url}/v1/capabilities`)).body).toMatchObject({ maxBatch: 2, environment: 'test', fieldRules: [] })
    expect((await post(url, submission([1], [2], [3]))).status).toBe(413)
    await putTerms(url, { purposes: ['transit'], maxBatch: 3 })
    expect((await fetch(`${url}/v1/code-lists`, { headers: { 'if-none-match': etag } })).status).toBe(200)
    expect((await post(url, submission([1], [2], [3]))).status).toBe(200)
  })

  it('is changed only to something that can be, and may be kept to itself', async () => {
    const { url } = await simulator()
    for (const wrong of [{ maxBatch: 0 }, { countries: [] }, { fieldRules: [{ field: 'person.shoeSize' }] }]) {
      expect((await putTerms(url, wrong)).status, JSON.stringify(wrong)).toBe(422)
    }
    await putTerms(url, { answersQuestions: false, fieldRules: [{ field: 'person.surname', maxLength: 5 }] })
    for (const path of ['capabilities', 'code-lists']) expect((await get(`${url}/v1/${path}`)).status).toBe(404)
    expect((await validate(url, question(notice))).status).toBe(404)
    expect((await post(url, submission([1]))).body).toMatchObject({
      results: [{ issues: [{ field: 'person.surname', code: 'too_long' }] }],
    })
  })

  it('conforms to openapi.json', async () => {
    const { url } = await simulator()
    const seen = [
      ['/v1/notices/validation', 'post', await validate(url, question(notice))],
      ['/v1/notices/validation', 'post', await validate(url, question({}))],
      ['/v1/notices/validation', 'post', await validate(url, {})],
      ['/v1/code-lists', 'get', await get(`${url}/v1/code-lists`)],
      ['/v1/capabilities', 'get', await get(`${url}/v1/capabilities`)],
    ] as const
    await putTerms(url, { answersQuestions: false })
    const refused = [
      ['/v1/notices/validation', 'post', await validate(url, question(notice))],
      ['/v1/code-lists', 'get', await get(`${url}/v1/code-lists`)],
      ['/v1/capabilities', 'get', await get(`${url}/v1/capabilities`)],
    ] as const
    for (const [path, method, { status, mediaType, body }] of [...seen, ...refused]) {
      expect(openApiSchemas().validateAnswer(path, method, status, mediaType, body), `${path} ${status}`).toEqual([])
    }
  })
})

describe('every answer conforms to openapi.json', () => {
  it('over each path and each status that can be provoked', async () => {
    const { validateAnswer } = { validateAnswer: openApiSchemas().validateAnswer.bind(openApiSchemas()) }
    const { url } = await simulator()
    const seen: string[] = []
    const check = (route: string, method: string, answer: Awaited<ReturnType<typeof readAnswer>>) => {
      seen.push(`${method} ${route} ${answer.status}`)
      expect(validateAnswer(route, method, answer.status, answer.mediaType, answer.body), seen.at(-1) ?? '').toEqual([])
    }
    const one = '/v1/notices/{clientId}'
    check('/v1/notices', 'post', await post(url, submission([1], [2])))
    check('/v1/notices', 'post', await post(url, submission([1, 1, 999])))
    check('/v1/notices', 'post', await post(url, { notices: [] }))
    check('/v1/notices', 'post', await post(url, { notices: [{ ...submission([3]).notices[0], notice: {} }] }))
    check('/v1/notices', 'post', await readAnswer(await fetch(`${url}/v1/notices`, { method: 'POST', body: '<xml/>' })))
    const broken = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"notices":' }
    check('/v1/notices', 'post', await readAnswer(await fetch(`${url}/v1/notices`, broken)))
    check('/v1/notices', 'post', await post(url, { notices: [], padding: 'x'.repeat(3 * 1024 * 1024) }))
    check('/v1/notices', 'get', await get(`${url}/v1/notices?since=2026-11-01T00:00:00.000Z`))
    check('/v1/notices', 'get', await get(`${url}/v1/notices?since=yesterday`))
    check(one, 'get', await get(`${url}/v1/notices/${testId('c', 101)}`))
    check(one, 'get', await get(`${url}/v1/notices/${testId('c', 555)}`))
    check(one, 'get', await get(`${url}/v1/notices/not-an-id`))
    check(`${one}/receipt`, 'get', await get(`${url}/v1/notices/${testId('c', 101)}/receipt`))
    check(`${one}/receipt`, 'get', await get(`${url}/v1/notices/${testId('c', 555)}/receipt`))
    const ask = async (clientIds: readonly string[]) =>
      readAnswer(
        await fetch(`${url}/v1/notices/lookup`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ clientIds }),
        }),
      )
    const known = await ask([testId('c', 101), testId('c', 555)])
    expect(known.body).toMatchObject({ notices: [{ clientId: testId('c', 101) }], absent: [testId('c', 555)] })
    check('/v1/notices/lookup', 'post', known)
    check('/v1/notices/lookup', 'post', await ask([]))
    check('/v1/health', 'get', await get(`${url}/v1/health`))
    await putFaults(url, { 'reject-field': 1 })
    check('/v1/notices', 'post', await post(url, submission([4])))
    for (const fault of ['http-503', 'http-429-retry-after', 'auth-expired']) {
      await putFaults(url, { [fault]: 1 })
      check('/v1/notices', 'post', await post(url, submission([5])))
      check('/v1/notices', 'get', await get(`${url}/v1/notices?since=2026-11-01T00:00:00.000Z`))
      check('/v1/notices/lookup', 'post', await ask([testId('c', 101)]))
      check(one, 'get', await get(`${url}/v1/notices/${testId('c', 101)}`))
      check(`${one}/receipt`, 'get', await get(`${url}/v1/notices/${testId('c', 101)}/receipt`))
      check('/v1/health', 'get', await get(`${url}/v1/health`))
    }
    await putFaults(url, { defer: 1 })
    check('/v1/notices', 'post', await post(url, submission([6])))
    await putFaults(url, { 'defer-one': 1 })
    check('/v1/notices', 'post', await post(url, submission([7])))
    check(one, 'get', await get(`${url}/v1/notices/${testId('c', 701)}`))
    check('/v1/notices/lookup', 'post', await ask([testId('c', 701)]))
    const ofBatch = '/v1/batches/{batchReference}'
    check(ofBatch, 'get', await get(`${url}/v1/batches/B-1`))
    check(ofBatch, 'get', await get(`${url}/v1/batches/B-99`))
    check(ofBatch, 'get', await get(`${url}/v1/batches/${encodeURIComponent('B 1')}`))
    const token = (body: URLSearchParams) => fetch(`${url}/oauth/token`, { method: 'POST', body }).then(readAnswer)
    check('/oauth/token', 'post', await token(new URLSearchParams({ grant_type: 'password' })))
    check('/oauth/token', 'post', await token(new URLSearchParams({ grant_type: 'client_credentials', client_id: 'nobody' })))
    expect(new Set(seen).size).toBe(38)
  })
})

describe('the page', () => {
  it('runs nothing but its own script, under a policy that forbids everything else', async () => {
    const { url } = await simulator()
    const page = await get(url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.body).not.toMatch(/<script(?! type="module" src="\/page.js")| style=| on\w+=/)
    expect(await get(`${url}/page.js`)).toMatchObject({ status: 200, mediaType: 'text/javascript' })
    expect(await get(`${url}/openapi.json`)).toMatchObject({ status: 200, body: { openapi: '3.1.1' } })
    expect(await get(`${url}/nothing-here`)).toMatchObject({ status: 404, mediaType: 'application/problem+json' })
  })
})

describe('the folder', () => {
  it('is made when missing', async () => {
    const directory = path.join(tempDirectory(), 'a', 'b')
    const { url, close } = await simulator({ directory })
    expect((await get(`${url}/received`)).body).toEqual([])
    await close()
    rmSync(directory, { recursive: true })
  })
})
