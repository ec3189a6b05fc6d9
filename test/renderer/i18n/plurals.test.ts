import { describe, expect, test } from 'vitest'
import type { Messages } from '#shared/i18n/catalogue.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'

/** Nouns of the desk as Russian counts them: 1, 2, 5; 21 goes as 1. */
const RUSSIAN: readonly (readonly [one: string, few: string, many: string])[] = [
  ['гость', 'гостя', 'гостей'],
  ['уведомление', 'уведомления', 'уведомлений'],
  ['день', 'дня', 'дней'],
  ['ночь', 'ночи', 'ночей'],
  ['номер', 'номера', 'номеров'],
  ['срок', 'срока', 'сроков'],
  ['строка', 'строки', 'строк'],
  ['запись', 'записи', 'записей'],
  ['файл', 'файла', 'файлов'],
  ['поле', 'поля', 'полей'],
  ['квитанция', 'квитанции', 'квитанций'],
  ['попытка', 'попытки', 'попыток'],
  ['минута', 'минуты', 'минут'],
  ['минуту', 'минуты', 'минут'],
  ['страница', 'страницы', 'страниц'],
]

type Flat = ReadonlyMap<string, string>

function flat(messages: Messages, path = ''): Flat {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  )
}

function basesOf(messages: Flat): readonly string[] {
  return [...messages.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length))
}

/** What stands right after the number: `{{count}} рабочих дня` → the word that a number of this form governs. */
function countedWord(text: string): string | null {
  return (
    /\{\{count\}\}(?:\s|\u00a0)+(?:(?:рабоч|календарн|открыт|готов|просроченн|чуж|нов|последн)[а-яё]+\s+)?([а-яё]+)/i
      .exec(text)?.[1]
      ?.toLowerCase() ?? null
  )
}

test('Russian: 1 and 21, 2, 5 of every noun it counts, by the table, in one case throughout', () => {
  const messages = flat(CATALOGUES.ru)
  const plural = new Intl.PluralRules('ru')
  const counted = basesOf(messages).flatMap((base) => {
    const words = [1, 2, 5, 21].map((count) => countedWord(messages.get(`${base}_${plural.select(count)}`) ?? ''))
    const nouns = RUSSIAN.filter((forms) => words.some((word) => word !== null && forms.includes(word)))
    return nouns.length === 0 ? [] : [{ base, words, nouns }]
  })
  const wrong = counted.filter(({ words, nouns }) => {
    // Where the sentence spells the one out, the others still have to agree.
    const agrees = (forms: readonly string[]) => words.every((word, index) => word === null || word === forms[index])
    return !nouns.some(([one, few, many]) => agrees([one, few, many, one]) || agrees([few, many, many, few]))
  })
  expect(counted.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})

describe('Kazakh', () => {
  const messages = flat(CATALOGUES.kk)

  test('a noun after a number stands in the singular', () => {
    const wrong = basesOf(messages).flatMap((base) =>
      ['one', 'other'].flatMap((form) => {
        const text = messages.get(`${base}_${form}`) ?? ''
        const word = /\{\{count\}\}(?:\s|\u00a0)+(?:жұмыс\s+)?([а-яёәғқңөұүһі]+)/i.exec(text)?.[1] ?? ''
        return /(лар|лер|дар|дер|тар|тер)$/i.test(word) ? [`${base}_${form}: ${text}`] : []
      }),
    )
    expect(basesOf(messages).length).toBeGreaterThan(50)
    expect(wrong).toEqual([])
  })
})
