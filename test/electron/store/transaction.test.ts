import { expect, test } from 'vitest'
import { StoreWriteError } from '#electron/store/write-error.ts'
import { startDeskChild } from './child-process.ts'
import { addProperty, addStay, newFolder, openRegister, testLogger, testPorts } from './register-fixture.ts'

function countStays(store: ReturnType<typeof openRegister>): unknown {
  return store.database.prepare('SELECT count(*) FROM stay').pluck().get()
}

test('what fails half-way leaves nothing, and its own error comes through', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const failure = new Error('the clerk changed her mind')
  expect(() =>
    store.transaction(() => {
      addStay(store)
      throw failure
    }),
  ).toThrow(failure)
  expect(countStays(store)).toBe(0)
  expect(store.transaction(() => addStay(store).stayId)).toMatch(/^0000/)
  expect(countStays(store)).toBe(1)
})

test('a part that fails leaves nothing of itself, and the rest stays', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const failure = new Error('a mistake of ours')
  store.transaction(() => {
    addStay(store)
    expect(() =>
      store.part(() => {
        addStay(store)
        throw failure
      }),
    ).toThrow(failure)
    store.part(() => addStay(store))
  })
  expect(countStays(store)).toBe(2)
})

test('an async function is refused before it begins, a promise rolls back', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  expect(() =>
    store.transaction(async () => {
      addStay(store)
    }),
  ).toThrow(/synchronous/)
  expect(() =>
    store.transaction(() => {
      addStay(store)
      return Promise.resolve()
    }),
  ).toThrow(/promise/)
  expect(countStays(store)).toBe(0)
  expect(store.database.inTransaction).toBe(false)
})

test('transactions do not nest; the outer one is rolled back', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  expect(() =>
    store.transaction(() => {
      addStay(store)
      store.transaction(() => undefined)
    }),
  ).toThrow(/already open/)
  expect(countStays(store)).toBe(0)
})

test('a broken constraint is no failure of the disk: it comes as it is, also when only COMMIT notices', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const insertKeyOfNoStay = "INSERT INTO stay_key VALUES ('no such stay', 'property-1', zeroblob(32))"
  expect(() => store.transaction(() => store.database.exec(insertKeyOfNoStay))).toThrow(/FOREIGN KEY/)
  expect(() =>
    store.transaction(() => {
      store.database.pragma('defer_foreign_keys = ON')
      store.database.exec(insertKeyOfNoStay)
    }),
  ).toThrow(/FOREIGN KEY/)
  expect(store.database.inTransaction).toBe(false)
  expect(store.database.prepare('SELECT count(*) FROM stay_key').pluck().get()).toBe(0)
})

test('no room for another page: nothing is saved, and the store goes on when there is room again', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const pages = Number(store.database.pragma('page_count', { simple: true }))
  store.database.pragma(`max_page_count = ${pages}`)
  let saved = 0
  let failure: unknown
  while (failure === undefined) {
    try {
      store.transaction(() => addStay(store))
      saved++
    } catch (error) {
      failure = error
    }
  }
  expect(failure).toBeInstanceOf(StoreWriteError)
  expect(failure).toMatchObject({ saved: 'no', cause: 'disk_full', sqliteCode: 'SQLITE_FULL' })
  expect(countStays(store)).toBe(saved)
  store.database.pragma('max_page_count = 1000000')
  store.transaction(() => addStay(store))
  expect(countStays(store)).toBe(saved + 1)
})

test.skipIf(process.platform === 'win32')(
  'a COMMIT that the disk refuses is unknown; the register is read afresh and holds what was acknowledged (POSIX)',
  async () => {
    const directory = newFolder()
    const child = startDeskChild(directory, 'fill', { fileSizeLimitBlocks: 2_000 })
    const said = await child.next()
    expect(said).toMatchObject({ saved: 'unknown', cause: 'io_error', isReopened: true })
    const { acknowledged, kept } = said as { acknowledged: number; kept: number }
    expect(acknowledged).toBeGreaterThan(10)
    expect(kept).toBe(acknowledged)
  },
)

test('a slow statement is logged by its name, without values', () => {
  const ports = testPorts()
  const logger = testLogger()
  const store = openRegister(newFolder(), { ports, logger })
  store.database.function('slowly', (value: unknown) => {
    ports.clock.advance(41)
    return value
  })
  expect(store.statement('guest.greet', 'SELECT slowly(?) AS value').get('SECRET')).toEqual({ value: 'SECRET' })
  store.statement('guest.quick', 'SELECT ? AS value').get('SECRET')
  expect(logger.lines.filter((line) => line.level === 'warn')).toEqual([
    { level: 'warn', fields: { query: 'guest.greet', tookMs: 41 }, text: 'slow query' },
  ])
  expect(JSON.stringify(logger.lines)).not.toContain('SECRET')
})
