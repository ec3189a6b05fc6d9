import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import tls from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { MachineChannel } from '#electron/channels/adapter.ts'
import { createMigrationApiChannel, type MigrationApiConfig } from '#electron/channels/migration-api/migration-api-channel.ts'
import { startSimulator } from '#electron/simulator/start-simulator.ts'
import { manualClock } from '../../support/ports.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { DESK_CERTIFICATE, LOOPBACK_SERVER, TEST_AUTHORITY } from './certificates.ts'
import { outgoingNotice } from './notice-fixture.ts'

const never = new AbortController().signal
const CLIENT = { clientId: 'desk-7', clientSecret: 's3cret', apiKey: 'key-7' }

/** A channel and the service behind it, which tells what is in force there. */
interface ChannelUnderTest {
  readonly channel: MachineChannel
  received(): Promise<readonly { readonly clientId: string; readonly reference: string; readonly timesReceived: number }[]>
  /** The same service, and somebody it does not know; `undefined` where it knows everybody. */
  readonly stranger: MachineChannel | undefined
}

const receivedSchema = z.array(z.object({ clientId: z.string(), reference: z.string(), timesReceived: z.number() }))

/** What stands before a service that wants certificates: ends TLS, lets nobody else through. */
async function certificateGate(serviceUrl: string): Promise<string> {
  const sockets = new Set<Socket>()
  const options = { ...LOOPBACK_SERVER, requestCert: true, rejectUnauthorized: true, ca: TEST_AUTHORITY }
  const gate = tls.createServer(options, (socket) => {
    const onward = net.connect(Number(new URL(serviceUrl).port), '127.0.0.1')
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
      one.pipe(other)
    }
  })
  gate.listen(0, '127.0.0.1')
  await once(gate, 'listening')
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    gate.close()
    await once(gate, 'close')
  })
  return `https://127.0.0.1:${(gate.address() as AddressInfo).port}`
}

/** One way to be known at the simulator, and one not to be. */
function migrationApi(
  known: Partial<MigrationApiConfig>,
  unknown: Partial<MigrationApiConfig> | undefined,
  options: { readonly isGated?: boolean } = {},
) {
  return async (): Promise<ChannelUnderTest> => {
    const isOpen = options.isGated === true || unknown === undefined
    const service = await startSimulator({ directory: tempDirectory(), port: 0, clients: isOpen ? [] : [CLIENT] })
    onTestFinished(() => service.close())
    const baseUrl = options.isGated === true ? await certificateGate(service.url) : service.url
    const channelAs = (config: Partial<MigrationApiConfig>): MachineChannel => {
      const channel = createMigrationApiChannel({ baseUrl, credentials: { kind: 'none' }, clock: manualClock(), ...config })
      onTestFinished(() => channel.close())
      return channel
    }
    return {
      channel: channelAs(known),
      stranger: unknown === undefined ? undefined : channelAs(unknown),
      received: async () => receivedSchema.parse(await (await fetch(`${service.url}/received`)).json()),
    }
  }
}

const credentials = { kind: 'client_credentials', clientId: CLIENT.clientId, clientSecret: CLIENT.clientSecret } as const
const clientCertificate = { p12: Buffer.from(DESK_CERTIFICATE.base64, 'base64'), passphrase: DESK_CERTIFICATE.passphrase }
const extraCertificate = TEST_AUTHORITY

/** Every machine channel, in every way it signs in. A new one adds a line. */
const CHANNELS: readonly (readonly [string, () => Promise<ChannelUnderTest>])[] = [
  ['migration-api, open', migrationApi({}, undefined)],
  [
    'migration-api, by key',
    migrationApi(
      { credentials: { kind: 'api_key', key: CLIENT.apiKey } },
      { credentials: { kind: 'api_key', key: 'another key' } },
    ),
  ],
  [
    'migration-api, by client credentials',
    migrationApi({ credentials }, { credentials: { ...credentials, clientSecret: 'another secret' } }),
  ],
  [
    'migration-api, by certificate',
    migrationApi({ clientCertificate, extraCertificate }, { extraCertificate }, { isGated: true }),
  ],
]

describe.each(CHANNELS)('the contract of a machine channel: %s', (_name, open) => {
  const batch = [1, 2, 3].map((number) => outgoingNotice(number))

  it('answers one verdict per notice in the order sent, each accepted with a proof the channel declares', async () => {
    const { channel, received } = await open()
    const { verdicts, exchanges } = await channel.send(batch, never)
    const taken = await received()
    expect(verdicts).toMatchObject(taken.map(({ reference }) => ({ kind: 'accepted', reference })))
    expect(taken.map(({ clientId }) => clientId)).toEqual(batch.map(({ clientId }) => clientId))
    for (const verdict of verdicts) {
      const proofs = verdict.kind === 'accepted' ? [verdict.reference, verdict.receipt] : []
      expect(proofs.some((proof) => proof !== null)).toBe(true)
    }
    expect(exchanges).toHaveLength(3)
    expect(JSON.stringify(exchanges)).not.toMatch(/MUSTERMANN|C01X|s3cret|key-7|Bearer/)
  })

  it('sends the same notice twice and there is one, under one reference', async () => {
    const { channel, received } = await open()
    const first = await channel.send(batch, never)
    const second = await channel.send([...batch].reverse(), never)
    expect([...second.verdicts].reverse()).toEqual(first.verdicts)
    expect((await received()).map(({ timesReceived }) => timesReceived)).toEqual([2, 2, 2])
  })

  it('tells what the service has from what it certainly has not, alone and together', async () => {
    const { channel } = await open()
    await channel.send(batch.slice(0, 2), never)
    const alone = await Promise.all(batch.map((notice) => channel.lookUp(notice, never)))
    expect(alone.map(({ kind }) => kind)).toEqual(['present', 'present', 'absent'])
    const together = (await channel.lookUpMany?.(batch, never)) ?? alone
    expect(together.map((answer) => ({ ...answer, exchange: null }))).toEqual(
      alone.map((answer) => ({ ...answer, exchange: null })),
    )
  })

  it('brings the same receipt later as with the acceptance', async () => {
    const { channel } = await open()
    const [notice = outgoingNotice()] = batch
    const [verdict] = (await channel.send([notice], never)).verdicts
    expect(verdict).toMatchObject({ kind: 'accepted', receipt: { mediaType: 'application/pdf' } })
    const receipt = verdict?.kind === 'accepted' ? verdict.receipt : null
    expect(await channel.fetchReceipt?.(notice, never)).toEqual(receipt)
    expect(await channel.fetchReceipt?.(outgoingNotice(9), never)).toBeNull()
  })

  it('can be asked whether it would take a notice, and what it takes, without filing anything', async () => {
    const { channel, stranger, received } = await open()
    const { payload } = outgoingNotice()
    expect(await channel.validate?.(payload, never)).toMatchObject({ kind: 'validated', issues: [] })
    expect(await channel.describe?.(null, never)).toMatchObject({ kind: 'facts', facts: { environment: 'test' } })
    expect(channel.batchLimit?.()).toBeLessThanOrEqual(channel.capabilities.maxBatch)
    expect(await stranger?.validate?.(payload, never)).not.toMatchObject({ kind: 'validated' })
    expect(await stranger?.describe?.(null, never)).not.toMatchObject({ kind: 'facts' })
    expect(await received()).toEqual([])
  })

  it('is up for who is known, and takes nothing from a stranger', async () => {
    const { channel, stranger, received } = await open()
    expect(await channel.probe(never)).toMatchObject({ isUp: true, cause: null })
    if (stranger === undefined) return
    expect(await stranger.probe(never)).toMatchObject({ isUp: false })
    const { verdicts } = await stranger.send(batch, never)
    for (const verdict of verdicts) expect(['notSent', 'unknown']).toContain(verdict.kind)
    expect(await received()).toEqual([])
  })

  it('never throws when it is broken off', async () => {
    const { channel, received } = await open()
    const { verdicts } = await channel.send(batch, AbortSignal.abort())
    expect(verdicts).toEqual(batch.map(() => ({ kind: 'notSent', cause: 'connection_cut', retryAfterMs: null })))
    expect(await channel.lookUp(outgoingNotice(), AbortSignal.abort())).toMatchObject({ kind: 'no_answer' })
    expect(await channel.probe(AbortSignal.abort())).toMatchObject({ isUp: false })
    expect(await received()).toEqual([])
  })
})
