import Database from 'better-sqlite3'
import { openLedger } from '#electron/simulator/ledger.ts'
import { startSimulator } from '#electron/simulator/start-simulator.ts'
import { comparePlaces } from '../chains.ts'
import { type Effect, type Service, saying } from '../service.ts'

/** The simulated service as a real server, and what it holds once it is closed. */
export interface WireService {
  readonly url: string
  /** What is in its file; empty until it was closed. */
  readonly service: Service
  close(): Promise<void>
}

export interface WireServiceOptions {
  /** Of its own. */
  readonly directory: string
  readonly seed: number
  /** What its clock shows, in milliseconds. */
  readonly nowMs: () => number
}

/** How long it keeps in work what it defers. */
const DEFERS_FOR_MS = 90_000

interface Row {
  readonly client_id: string
  readonly notice_id: string
  readonly chain: string
  readonly place: number
  readonly revision: number
  readonly reference: string
  readonly payload: string
  readonly times_received: number
}

interface Content {
  readonly kind: string
  readonly person: { readonly givenNames: string }
  readonly stay: { readonly departureDate: string }
  readonly document: { readonly number: string | null }
}

export async function startWireService({ directory, seed, nowMs }: WireServiceOptions): Promise<WireService> {
  const simulator = await startSimulator({ directory, port: 0, seed, now: nowMs, deferMs: DEFERS_FOR_MS })
  const effects: Effect[] = []
  const receipts = new Map<string, Buffer>()
  const told = new Set<string>()
  let outdated = 0
  let repeats = 0
  let isClosed = false

  function lastWord(chain: string): Effect | undefined {
    return effects.findLast((effect) => effect.chain === chain)
  }

  /** In the order it came. One that came behind a later one never had an effect. */
  function take(row: Row): void {
    const content = JSON.parse(row.payload) as Content
    const place = { chain: row.chain, kind: content.kind, sequence: row.place, revision: row.revision }
    told.add(`${row.client_id} ${row.reference}`)
    repeats += row.times_received - 1
    const latest = lastWord(row.chain)
    if (latest !== undefined && comparePlaces(place, latest) < 0) {
      outdated++
      return
    }
    effects.push({
      notificationId: row.notice_id,
      ...place,
      person: content.document.number,
      clientId: row.client_id,
      reference: row.reference,
      says: saying(content.person.givenNames, content.stay.departureDate),
      atMs: 0,
      isByProxy: false,
      isWiped: false,
    })
  }

  function read(): void {
    const database = new Database(`${directory}/simulator.db`, { readonly: true })
    const rows = database.prepare<[], Row>('SELECT * FROM notice ORDER BY sequence').all()
    database.close()
    for (const row of rows) take(row)
    const ledger = openLedger(directory)
    for (const row of rows) receipts.set(`${row.client_id} ${row.reference}`, ledger.receipt(row.client_id) ?? Buffer.alloc(0))
    ledger.close()
  }

  return {
    url: simulator.url,
    service: {
      effects,
      outdated: () => outdated,
      repeats: () => repeats,
      lastWord,
      wasTold: (clientId, reference) => told.has(`${clientId} ${reference}`),
      receiptOf: (clientId, reference) => receipts.get(`${clientId} ${reference}`),
      takesByHand: false,
      take: notOverTheWire,
      defer: notOverTheWire,
      reject: notOverTheWire,
      callAnothers: notOverTheWire,
      lookUp: notOverTheWire,
      fileByHand: notOverTheWire,
      restoreBackup: notOverTheWire,
      // It decides when its time has come.
      decideAll: () => undefined,
    },
    async close() {
      if (isClosed) return
      isClosed = true
      await simulator.close()
      read()
    },
  }
}

function notOverTheWire(): never {
  throw new Error('The simulated service is talked to over its sockets')
}
