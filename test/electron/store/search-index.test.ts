import { expect, test } from 'vitest'
import { SEARCH_SQL, type SearchEntry } from '#electron/store/search-index.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

/** One register with a few guests, indexed in the order given; answers with their keys instead of ids. */
function registerOf(guests: Readonly<Record<string, Partial<Omit<SearchEntry, 'guestId'>>>>) {
  const store = openRegister(newFolder())
  addProperty(store)
  const keyOf = new Map<string, string>()
  const idOf = new Map<string, string>()
  const index = (key: string, entry: Partial<Omit<SearchEntry, 'guestId'>>) =>
    store.search.index({ guestId: idOf.get(key) ?? '', names: [], document: null, room: null, reservation: null, ...entry })
  for (const [key, entry] of Object.entries(guests)) {
    const { guestId } = addStay(store)
    keyOf.set(guestId, key)
    idOf.set(key, guestId)
    index(key, entry)
  }
  return {
    store,
    index,
    remove: (key: string) => store.search.remove(idOf.get(key) ?? ''),
    find(query: string, limit = 10) {
      const { guestIds, total } = store.search.find(query, limit)
      return { found: guestIds.map((id) => keyOf.get(id)), total }
    },
  }
}

const GUESTS = {
  mueller: { names: ['Jürgen Müller', 'MUELLER JUERGEN'], document: 'C01X00T47', room: '305', reservation: 'BK-2291' },
  olga: { names: ['Кузнецова Ольга', 'KUZNETSOVA OLGA'], document: '71 1234567', room: '12' },
  kairat: { names: ['Қайрат Әбенов', 'QAIRAT ABENOV'], room: '12' },
  an: { names: ['Nguyễn Văn An', 'NGUYEN VAN AN'], document: 'B1234567' },
  obrien: { names: ["O'Brien Sean"] },
  wang: { names: ['王小明', 'WANG XIAOMING'] },
}

test.each([
  ['müll', ['mueller']],
  ['MULL', ['mueller']],
  ['mueller jue', ['mueller']],
  ['ольг', ['olga']],
  ['kuzn ol', ['olga']],
  ['ҚАЙ', ['kairat']],
  ['әбенов', ['kairat']],
  ['nguyen van', ['an']],
  ['Nguyễ', ['an']],
  ["o'brien", ['obrien']],
  ["o'b", ['obrien']],
  ['王小', ['wang']],
  ['c01x00', ['mueller']],
  ['71 123', ['olga']],
  ['bk-22', ['mueller']],
  ['12 olga', ['olga']],
  ['12', ['kairat', 'olga']],
  ['305', ['mueller']],
  ['05', []],
  ['ller', []],
  ['müller ольга', []],
])('%s finds %j', (query, expected) => {
  expect(registerOf(GUESTS).find(query)).toEqual({ found: expected, total: expected.length })
})

test('newest registered first, cut at the limit, all counted; nothing typed finds everyone', () => {
  const { find } = registerOf(GUESTS)
  expect(find('', 2)).toEqual({ found: ['wang', 'obrien'], total: 6 })
  expect(find(' - " * ', 1)).toEqual({ found: ['wang'], total: 6 })
  expect(find('12', 1)).toEqual({ found: ['kairat'], total: 2 })
})

test.each([
  '"',
  '""',
  "'",
  '*',
  'OR',
  'AND NOT',
  'NEAR(a b)',
  '(',
  ')',
  'a"b',
  'names:olga',
  '^olga',
  '{names}',
  'a\0b',
  '-olga',
  '+',
  ';--',
  '\\',
])('the syntax of the index means nothing in a query: %j', (query) => {
  const { find } = registerOf({ olga: { names: ['Olga OR AND NOT NEAR names'] } })
  expect(() => find(query)).not.toThrow()
})

test('a corrected guest is found by the new words alone, in the same place', () => {
  const { index, find, store } = registerOf(GUESTS)
  index('olga', { names: ['Петрова Ольга'], room: '14' })
  expect(find('кузнецова')).toEqual({ found: [], total: 0 })
  expect(find('12')).toEqual({ found: ['kairat'], total: 1 })
  expect(find('петр')).toEqual({ found: ['olga'], total: 1 })
  expect(find('').found).toEqual(['wang', 'obrien', 'an', 'kairat', 'olga', 'mueller'])
  expect(store.database.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a removed guest is found no more, and the words are gone from the index', () => {
  const { remove, find, store } = registerOf(GUESTS)
  remove('olga')
  remove('olga')
  expect(find('ольга')).toEqual({ found: [], total: 0 })
  expect(find('').total).toBe(5)
  // Words are stored without the beginning they share with their neighbour, so an end is what to look for.
  const blocksWith = (text: string) =>
    store.database.prepare('SELECT count(*) FROM search_data WHERE instr(block, CAST(? AS BLOB)) > 0').pluck().get(text)
  expect(blocksWith('енов')).toBeGreaterThan(0)
  expect(blocksWith('ецова')).toBe(0)
})

test('backing up does not mix up who is who (a copy may renumber hidden rows)', () => {
  const { store, find } = registerOf(GUESTS)
  store.database.exec('DELETE FROM stay_key')
  store.database.exec('VACUUM')
  expect(find('ольга').found).toEqual(['olga'])
})

test.each(Object.entries(SEARCH_SQL).filter(([name]) => name !== 'countAll' && name !== 'newest'))(
  'the plan of "%s" looks rows up, never through a table',
  (_, sql) => {
    const { store } = registerOf({})
    const plan = store.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array(sql.split('?').length - 1).fill(1))
    const details = (plan as { detail: string }[]).map((step) => step.detail)
    // FTS5 calls every access a scan; its index number tells: "M…" = by words, "=" = by row.
    const scans = details.filter(
      (detail) => detail.startsWith('SCAN') && !/^SCAN search VIRTUAL TABLE INDEX \d+:(M\d|=)/.test(detail),
    )
    expect(scans).toEqual([])
    expect(details.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
  },
)
