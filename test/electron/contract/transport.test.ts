import { createORPCClient, isDefinedError, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { isDeskGone } from '#shared/contract/transport/desk-gone.ts'
import { createSampleDesk, type sampleContract } from './sample-desk.ts'
import { type Connected, TRANSPORTS, type Transport } from './transports.ts'

const open: Connected[] = []
afterEach(async () => {
  for (const connected of open.splice(0)) await connected.close()
})

async function connect(transport: Transport) {
  const desk = createSampleDesk()
  const connected = await transport.connect({ router: desk.router, contextFor: (workplace) => ({ workplace }) }, 'workplace-1')
  open.push(connected)
  const client: ContractRouterClient<typeof sampleContract> = createORPCClient(connected.link)
  return { client, connected, seen: desk.seen }
}

describe.each(TRANSPORTS)('the contract over $name', (transport) => {
  it('carries values unchanged, both scripts and empty ones included', async () => {
    const { client } = await connect(transport)
    const value = { name: 'Нұрлан Әбіш', list: [1, null, { deep: true }], empty: {}, text: '' }
    expect(await client.echo(value)).toEqual(value)
  })

  it('tells the desk which workplace calls', async () => {
    const { client } = await connect(transport)
    expect(await client.whoCalls()).toEqual({ workplace: 'workplace-1' })
  })

  it('carries a typed failure as a value with its data', async () => {
    const { client } = await connect(transport)
    const error = await client.refuse().catch((reason: unknown) => reason)
    if (!(error instanceof ORPCError) || !isDefinedError(error)) throw new Error('expected a typed failure')
    expect({ code: error.code, status: error.status, data: error.data }).toEqual({
      code: 'LEASED',
      status: 409,
      data: { by: 'Айгерим', until: '2026-11-23T05:43:00.000Z' },
    })
  })

  it('refuses bad input and goes on', async () => {
    const { client } = await connect(transport)
    const error = await client.checked({ nights: 1.5 }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ORPCError)
    expect(await client.checked({ nights: 2 })).toBe(2)
  })

  it('answers a bug of ours with an error and goes on', async () => {
    const { client } = await connect(transport)
    const error = await client.break().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    // In one process nothing is between the bug and its caller; over a line its words stay behind.
    if (transport.canDie) expect(String(error)).not.toContain('N1234567')
    expect(await client.echo('still here')).toBe('still here')
  })

  it('carries a file to the desk with its type and every byte', async () => {
    const { client } = await connect(transport)
    const bytes = new Uint8Array(300_000).map((_byte, index) => index % 256)
    const sum = bytes.reduce((total, byte) => total + byte, 0)
    const content = new Blob([bytes], { type: 'application/pdf' })
    expect(await client.file.measure({ note: 'чек', content })).toEqual({
      note: 'чек',
      size: 300_000,
      type: 'application/pdf',
      sum,
    })
  })

  it('carries a file from the desk', async () => {
    const { client } = await connect(transport)
    const { name, content } = await client.file.get({ bytes: 70_000 })
    const bytes = new Uint8Array(await content.arrayBuffer())
    expect({ name, type: content.type, size: bytes.length, isWhole: bytes.every((byte) => byte === 255) }).toEqual({
      name: 'receipt.pdf',
      type: 'application/pdf',
      size: 70_000,
      isWhole: true,
    })
  })

  it('streams values in order and ends', async () => {
    const { client } = await connect(transport)
    const values: number[] = []
    for await (const { value } of await client.stream.count({ to: 5 })) values.push(value)
    expect(values).toEqual([1, 2, 3, 4, 5])
  })

  it('ends the stream at the desk when the reader leaves', async () => {
    const { client, seen } = await connect(transport)
    const controller = new AbortController()
    const stream = await client.stream.endless(undefined, { signal: controller.signal })
    expect((await stream.next()).value).toEqual({ value: 1 })
    const next = stream.next().catch(() => undefined)
    controller.abort()
    await next
    await seen.streamEnded.promise
    expect(seen.streamsEnded).toBe(1)
  })

  it('lets a call be given up', async () => {
    const { client, seen } = await connect(transport)
    const controller = new AbortController()
    const call = client.neverAnswers(undefined, { signal: controller.signal })
    await seen.started.promise
    controller.abort()
    await expect(call).rejects.toThrow()
  })

  it('answers calls side by side, each its own', async () => {
    const { client } = await connect(transport)
    const answers = await Promise.all(Array.from({ length: 50 }, (_value, index) => client.echo(index)))
    expect(answers).toEqual(Array.from({ length: 50 }, (_value, index) => index))
  })
})

describe.each(TRANSPORTS.filter((transport) => transport.canDie))('a desk that goes away behind $name', (transport) => {
  it('rejects calls and streams under way when the desk goes away, saying that they were sent', async () => {
    const { client, connected, seen } = await connect(transport)
    const call = client.neverAnswers().catch((reason: unknown) => reason)
    const stream = await client.stream.endless()
    await stream.next()
    const next = stream.next().catch((reason: unknown) => reason)
    await seen.started.promise
    await connected.kill()
    const errors = [await call, await next]
    expect(errors.map((error) => (isDeskGone(error) ? error.data : String(error)))).toEqual([
      { wasSent: true },
      { wasSent: true },
    ])
  })

  it('rejects a call made after the desk went away at once', async () => {
    const { client, connected } = await connect(transport)
    await client.echo('before')
    await connected.kill()
    const error = await client.echo('after').catch((reason: unknown) => reason)
    expect(isDeskGone(error)).toBe(true)
  })
})
