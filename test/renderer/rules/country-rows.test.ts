import { describe, expect, test } from 'vitest'
import { differsFromOlderList, disputeInWords, olderInWords } from '#renderer/law/regime-words.ts'
import { countryRows, filterCounts, rowsFor } from '#renderer/screens/rules/countries/country-rows.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { allStayRegimes } from '#shared/regulation/stay/stay-regime.ts'

const REGIMES = allStayRegimes()
const ROWS = countryRows(REGIMES, 'ru')

function rowOf(code: string) {
  const row = ROWS.find((known) => known.code === code)
  if (row === undefined) throw new Error(`${code} is not in the table`)
  return row
}

describe.each(LANGUAGES)('in %s', (language) => {
  const rows = countryRows(REGIMES, language)

  test('every state has a name that is not its code, once', () => {
    expect(rows).toHaveLength(REGIMES.length)
    expect(rows.filter(({ code, name }) => code === name)).toEqual([])
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
  })

  test('a state is found by its name in any language and by its code', () => {
    for (const query of ['Türkiye', 'Турция', 'Түркия', 'tur'])
      expect(
        rowsFor(rows, 'all', query)
          .slice(0, 1)
          .map(({ code }) => code),
      ).toEqual(['TUR'])
  })
})

test('the list stands in the alphabet of the reader', () => {
  expect(ROWS[0]?.name).toBe('Австралия')
  expect(countryRows(REGIMES, 'kk').findIndex(({ code }) => code === 'AZE')).toBeLessThan(
    countryRows(REGIMES, 'kk').findIndex(({ code }) => code === 'BRA'),
  )
})

describe('filters', () => {
  test('count what they show', () => {
    const counts = filterCounts(ROWS)
    expect(counts.all).toBe(ROWS.length)
    for (const filter of ['all', 'free', 'conflicts', 'differs'] as const)
      expect([filter, rowsFor(ROWS, filter, '').length]).toEqual([filter, counts[filter]])
  })

  test('"sources disagree" shows those with a conflict and no others', () => {
    const shown = rowsFor(ROWS, 'conflicts', '').map(({ code }) => code)
    expect([...shown].sort()).toEqual(['AZE', 'CHN', 'CUB', 'TJK', 'TUR', 'UZB'])
  })

  test('a query searches within the filter', () => {
    expect(rowsFor(ROWS, 'conflicts', 'Германия')).toEqual([])
    expect(rowsFor(ROWS, 'free', 'Германия').map(({ code }) => code)).toEqual(['DEU'])
  })
})

test('Türkiye: 90 days now, 30 on the older list, and other sources are quoted', () => {
  const words = wordsIn('ru')
  const { regime } = rowOf('TUR')
  expect(differsFromOlderList(regime)).toBe(true)
  expect(olderInWords(regime, words)).toBe('безвиз 30 дней')
  expect(regime.current === null ? null : disputeInWords(regime.current, words)).toBe('Другие источники: безвиз 30 дней')
})

test('a state whose sources agree is not called disputed, one that is on no older list does not differ from it', () => {
  const { regime } = rowOf('RUS')
  expect(regime.current === null ? undefined : disputeInWords(regime.current, wordsIn('ru'))).toBeNull()
  expect([regime.seedPerEntryDays, differsFromOlderList(regime)]).toEqual([null, false])
})
