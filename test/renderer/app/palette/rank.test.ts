import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, inLatin } from '#renderer/app/palette/fold-text.ts'
import { FITS, fitOf, rank, wantedFrom } from '#renderer/app/palette/rank.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'

function fitTo(query: string, name: string) {
  const wanted = wantedFrom(query)
  return wanted === null ? null : fitOf(wanted, name)
}

/** Every title a catalogue has for the palette, and the names of the screens: what is really searched. */
const TITLES = LANGUAGES.flatMap((language) => {
  const { palette, shell } = CATALOGUES[language]
  return [
    ...Object.values(palette.titles),
    shell.today,
    shell.queue,
    shell.guests,
    shell.endOfDay,
    shell.calendar,
    shell.settings,
  ]
})

describe('what fits', () => {
  test.each([
    ['оче', 'Очередь', 'prefix'],
    ['жур', 'Очередь: журнал связи', 'word'],
    ['связи оче', 'Очередь: журнал связи', 'word'],
    ['очжур', 'Очередь: журнал связи', 'letters'],
    ['xyz', 'Очередь', null],
    // Kazakh without a Kazakh layout, ё without its key.
    ['кундыз', 'Күндіз', null],
    ['кезек', 'Кезек', 'prefix'],
    ['конак', 'Қонақтар', 'prefix'],
    ['ереже', 'Ережелер', 'prefix'],
    ['отчет за', 'Отчёт за эту неделю', 'prefix'],
    // Latin for Cyrillic and back.
    ['ochered', 'Очередь', 'prefix'],
    ['nastroiki', 'Настройки', 'prefix'],
    ['сеттингс', 'Settings', 'prefix'],
    ['гуест', 'Guests', 'prefix'],
    // The other layout: Russian, Kazakh, and Latin.
    ['jxthtlm', 'Очередь', 'otherLayoutPrefix'],
    ['cgbcjr', 'Список на подпись', 'otherLayoutPrefix'],
    ['rtptr', 'Кезек', 'otherLayoutPrefix'],
    ['0jyf0', 'Қонақтар', 'otherLayoutPrefix'],
    ['ыуеештпы', 'Settings', 'otherLayoutPrefix'],
    ['cdzpb', 'Очередь: журнал связи', 'otherLayoutWord'],
  ] as const)('%s in %s: %s', (query, name, expected) => {
    expect(fitTo(query, name)).toBe(expected)
  })

  test('nothing typed asks for nothing', () => {
    expect(['', '  ', '/'].map(wantedFrom)).toEqual([null, null, null])
  })

  test('whatever begins a name is its prefix, in any case and without its marks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TITLES), fc.nat(), (title, seed) => {
        const length = 1 + (seed % title.length)
        const start = title.slice(0, length)
        fc.pre(foldText(start) !== '')
        expect([fitTo(start, title), fitTo(start.toUpperCase(), title), fitTo(foldText(start), title)]).toEqual([
          'prefix',
          'prefix',
          'prefix',
        ])
        expect(fitTo(inLatin(foldText(start)), title)).toBe('prefix')
      }),
    )
  })

  test('letters of a name in their order are found, the first at the start of a word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TITLES), fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }), (title, taken) => {
        const name = foldText(title)
        const letters = [...name].filter((letter, index) => letter !== ' ' && (index === 0 || taken[index])).join('')
        fc.pre(letters.length >= 3)
        expect(fitTo(letters, title)).not.toBeNull()
      }),
    )
  })

  test('no text makes it stumble', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (query, name) => {
        const found = fitTo(query, name)
        expect(found === null || FITS.includes(found)).toBe(true)
      }),
    )
  })
})

describe('the order', () => {
  const items = TITLES.map((title, index) => ({ id: `${index}`, names: [title] }))

  test('a better fit never stands below a worse one, and nothing that fits is missing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TITLES),
        fc.nat(),
        fc.integer({ min: 1, max: 6 }),
        fc.shuffledSubarray(items.map(({ id }) => id)),
        (title, from, length, recent) => {
          const start = from % title.length
          const wanted = wantedFrom(title.slice(start, start + length))
          fc.pre(wanted !== null)
          const ranked = rank(items, wanted, recent)
          const places = ranked.map(({ fit: found }) => FITS.indexOf(found))
          expect(places).toEqual(places.toSorted((a, b) => a - b))
          const fitting = items.filter(({ names: [name = ''] }) => fitOf(wanted, name) !== null)
          expect(new Set(ranked.map(({ item }) => item))).toEqual(new Set(fitting))
        },
      ),
    )
  })

  test('of equal fits the one used last goes first, then the shorter', () => {
    const names = ['Печать отчёта', 'Печать списка на подпись', 'Печать']
    const all = names.map((name) => ({ id: name, names: [name] }))
    const wanted = wantedFrom('печ')
    if (wanted === null) throw new Error('asks for something')
    const order = (recent: readonly string[]) => rank(all, wanted, recent).map(({ item }) => item.id)
    expect(order([])).toEqual(['Печать', 'Печать отчёта', 'Печать списка на подпись'])
    expect(order(['Печать списка на подпись', 'Печать отчёта'])).toEqual([
      'Печать списка на подпись',
      'Печать отчёта',
      'Печать',
    ])
  })
})
