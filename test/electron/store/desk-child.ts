/**
 * A second process for the store's tests: opens the register of a folder with its key file and does one thing.
 * Prints one JSON document per line; the parent waits for them and ends it however it likes.
 */

import { randomBytes, randomUUID } from 'node:crypto'
import { readSync } from 'node:fs'
import { changeRegisterKey, keyFileKeeper, openStoreWithKeyFile } from '#electron/store/keys.ts'
import type { Logger, Ports } from '#electron/store/ports.ts'
import type { Store } from '#electron/store/store.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} }
const ports: Ports = {
  clock: { now: () => Date.now(), monotonicMs: () => performance.now() },
  newId: () => randomUUID(),
  random: () => Math.random(),
  randomBytes: (length) => randomBytes(length),
}

const [directory = '', task = ''] = process.argv.slice(2)
const opened = openStoreWithKeyFile({ directory, ports, logger: silent })
if (opened.ok) perform(opened.value)
else say({ failure: opened.error.code })

function perform(store: Store): void {
  switch (task) {
    case 'hold':
      say({ open: true })
      sleepForEver()
      return
    case 'die-in-transaction':
      store.transaction(() => addProperty(store, 'saved'))
      store.transaction(() => {
        addProperty(store, 'unsaved')
        say({ rows: countProperties(store) })
        sleepForEver()
      })
      return
    case 'fill':
      fill(store)
      return
    case 'change-keys':
      say({ changes: 0 })
      process.stdin.on('end', () => process.exit()).resume()
      setInterval(() => changeRegisterKey(store, keyFileKeeper(directory), randomBytes(32)), 1)
      return
    default:
      throw new Error(`no such task: ${task}`)
  }
}

/** Saves until a save fails; says how many were acknowledged and what the store holds afterwards. */
function fill(store: Store): void {
  const connection = store.database
  for (let saved = 0; ; saved++) {
    try {
      store.transaction(() => addProperty(store, `${saved}`.padStart(4_000, '0')))
    } catch (error) {
      if (!(error instanceof StoreWriteError)) throw error
      say({
        acknowledged: saved,
        saved: error.saved,
        cause: error.cause,
        kept: countProperties(store),
        isReopened: store.database !== connection,
      })
      store.close()
      return
    }
  }
}

function addProperty(store: Store, id: string): void {
  store
    .statement(
      'child.add_property',
      `INSERT INTO property (id, name, bin, address, department, kind, zone, channel, language, environment, alarm_reading,
         single_name_convention, created_at)
       VALUES (?, 'Qonaq', '123456789012', '', '', 'hotel', 'Asia/Almaty', 'assisted-portal', 'ru', 'test', 'strict', 'surname', '')`,
    )
    .run(id)
}

function countProperties(store: Store): number {
  return store.statement<{ count: number }>('child.count', 'SELECT count(*) AS count FROM property').get()?.count ?? 0
}

function say(message: unknown): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

/** Until killed – or until the parent is gone, whose end of the pipe closes then. */
function sleepForEver(): void {
  readSync(0, Buffer.alloc(1))
}
