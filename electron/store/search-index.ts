import type { Store } from './store.ts'

export interface SearchEntry {
  readonly guestId: string
  /** Every spelling worth finding: as printed, Latin as sent, as in the MRZ. */
  readonly names: readonly string[]
  readonly document: string | null
  readonly room: string | null
  readonly reservation: string | null
}

export interface SearchHits {
  /** Newest registered first. */
  readonly guestIds: readonly string[]
  /** All that match, also beyond the limit. */
  readonly total: number
}

/** Finds guests by the beginnings of words. Upper and lower case, accents and the script's own folding do not matter. */
export interface SearchIndex {
  /** Adds a guest, or replaces what is known; the place in the order stays. Takes part in the caller's transaction. */
  index(entry: SearchEntry): void
  remove(guestId: string): void
  /** Every word of the query must begin a word of the guest's entry, in any field. A query without letters or digits finds everyone. */
  find(query: string, limit: number): SearchHits
}

/** By name, so that the query-plan test examines exactly what runs. */
export const SEARCH_SQL = {
  guestRow: 'SELECT id FROM search_guest WHERE guest_id = ?',
  addGuest: 'INSERT INTO search_guest (property_id, guest_id) VALUES (?, ?)',
  removeGuest: 'DELETE FROM search_guest WHERE id = ?',
  addWords: 'INSERT INTO search (rowid, names, document, room, reservation) VALUES (?, ?, ?, ?, ?)',
  removeWords: 'DELETE FROM search WHERE rowid = ?',
  find: `SELECT g.guest_id FROM search JOIN search_guest g ON g.id = search.rowid
         WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?`,
  count: 'SELECT count(*) AS total FROM search WHERE search MATCH ?',
  newest: 'SELECT guest_id FROM search_guest ORDER BY id DESC LIMIT ?',
  countAll: 'SELECT count(*) AS total FROM search_guest',
} as const

export function createSearchIndex(store: Pick<Store, 'statement' | 'propertyId'>): SearchIndex {
  const guestRow = store.statement<{ id: number }>('search.guest_row', SEARCH_SQL.guestRow)
  const addGuest = store.statement('search.add_guest', SEARCH_SQL.addGuest)
  const removeGuest = store.statement('search.remove_guest', SEARCH_SQL.removeGuest)
  const addWords = store.statement('search.add_words', SEARCH_SQL.addWords)
  const removeWords = store.statement('search.remove_words', SEARCH_SQL.removeWords)
  const find = store.statement<{ guest_id: string }>('search.find', SEARCH_SQL.find)
  const count = store.statement<{ total: number }>('search.count', SEARCH_SQL.count)
  const newest = store.statement<{ guest_id: string }>('search.newest', SEARCH_SQL.newest)
  const countAll = store.statement<{ total: number }>('search.count_all', SEARCH_SQL.countAll)

  return {
    index({ guestId, names, document, room, reservation }) {
      const known = guestRow.get(guestId)
      if (known !== undefined) removeWords.run(known.id)
      const id = known?.id ?? addGuest.run(store.propertyId(), guestId).lastInsertRowid
      addWords.run(id, wordsOf(names.join(' ')), wordsOf(document), wordsOf(room), wordsOf(reservation))
    },
    remove(guestId) {
      const known = guestRow.get(guestId)
      if (known === undefined) return
      removeWords.run(known.id)
      removeGuest.run(known.id)
    },
    find(query, limit) {
      const match = matchExpressionOf(query)
      if (match === null) {
        return { guestIds: newest.all(limit).map((row) => row.guest_id), total: countAll.get()?.total ?? 0 }
      }
      return { guestIds: find.all(match, limit).map((row) => row.guest_id), total: count.get(match)?.total ?? 0 }
    },
  }
}

/** Compatibility forms (full-width letters, ligatures) become the plain ones, alike in index and query. */
function wordsOf(text: string | null): string {
  return (text ?? '').normalize('NFKC')
}

/**
 * FTS5's own syntax never reaches it: each word is a quoted phrase with quotes doubled, matched by prefix; `ab-12` is the phrase
 * "ab", "12…". `null` when nothing in the query could match a word.
 */
export function matchExpressionOf(query: string): string | null {
  const words = wordsOf(query)
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
}
