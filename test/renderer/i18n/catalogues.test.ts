import { describe, expect, test } from 'vitest'
import { commonErrors } from '#shared/contract/errors.ts'
import { CAUSES, CHANNEL_IDS, ENVIRONMENTS } from '#shared/domain/channel.ts'
import { DOCUMENT_TYPES, PURPOSES, REQUIRED_FIELDS, SEXES } from '#shared/domain/guest.ts'
import { NOTIFICATION_STATES } from '#shared/domain/notification.ts'
import type { Messages } from '#shared/i18n/catalogue.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { HOLIDAY_KEYS } from '#shared/regulation/calendar/calendar-year.ts'

const SUFFIX = /_(zero|one|two|few|many|other)$/

/** `today.summary.due_one` → text, for every message. */
function flat(messages: Messages, path = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  )
}

const ALL = Object.fromEntries(LANGUAGES.map((language) => [language, flat(CATALOGUES[language])])) as Record<
  Language,
  Map<string, string>
>

/** Keys that stand for a number: `x` where `x_other` exists. */
function pluralBases(messages: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set([...messages.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(SUFFIX, '')))
}

function singularKeys(messages: ReadonlyMap<string, string>): readonly string[] {
  const bases = pluralBases(messages)
  return [
    ...new Set([...messages.keys()].map((key) => (bases.has(key.replace(SUFFIX, '')) ? key.replace(SUFFIX, '') : key))),
  ].sort()
}

function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort()
}

describe.each(LANGUAGES)('%s', (language) => {
  const messages = ALL[language]

  test('says everything Russian says', () => {
    expect(singularKeys(messages)).toEqual(singularKeys(ALL.ru))
  })

  test('has every plural form of its language and no other', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const formsOf = (base: string) =>
      [...messages.keys()]
        .filter((key) => key.replace(SUFFIX, '') === base && SUFFIX.test(key))
        .map((key) => SUFFIX.exec(key)?.[1])
    const wrong = [...pluralBases(messages)]
      .map((base) => ({ base, forms: formsOf(base).sort() }))
      .filter(({ forms }) => JSON.stringify(forms) !== JSON.stringify([...categories].sort()))
    expect(pluralBases(messages).size).toBeGreaterThan(5)
    expect(wrong).toEqual([])
  })

  test('uses the variables Russian uses, no more and no fewer', () => {
    const expected = new Map<string, Set<string>>()
    for (const [key, text] of ALL.ru) {
      const base = pluralBases(ALL.ru).has(key.replace(SUFFIX, '')) ? key.replace(SUFFIX, '') : key
      expected.set(base, new Set([...(expected.get(base) ?? []), ...variablesOf(text)]))
    }
    const wrong = [...messages].flatMap(([key, text]) => {
      const base = expected.has(key) ? key : key.replace(SUFFIX, '')
      const wanted = [...(expected.get(base) ?? [])].filter((name) => name !== 'count').sort()
      const found = variablesOf(text).filter((name) => name !== 'count')
      return JSON.stringify(wanted) === JSON.stringify(found) ? [] : [`${key}: wants ${wanted}, has ${found}`]
    })
    expect(wrong).toEqual([])
  })

  test('has no empty, doubled-spaced or unfinished message', () => {
    const bad = [...messages].filter(([, text]) => text.trim() !== text || text === '' || / {2}|TODO|\?\?/.test(text))
    expect(bad).toEqual([])
  })
})

test('English has no Cyrillic but the names of the other languages', () => {
  const bad = [...ALL.en].filter(([key, text]) => /[а-яёәғқңөұүһі]/i.test(text) && !key.startsWith('common.language'))
  expect(bad).toEqual([])
})

test('Russian has no letter that only Kazakh has', () => {
  const bad = [...ALL.ru].filter(([key, text]) => /[әғқңөұүһі]/i.test(text) && !key.startsWith('common.language'))
  expect(bad).toEqual([])
})

test('every state, cause, field, kind and failure of the contract has its words', () => {
  const keysOf = (area: object) => Object.keys(area).sort()
  const { ru } = CATALOGUES
  const sorted = (keys: readonly string[]) => [...keys].sort()
  expect(keysOf(ru.states)).toEqual(sorted([...NOTIFICATION_STATES, 'overdue']))
  expect(keysOf(ru.causes)).toEqual(sorted(CAUSES))
  expect(keysOf(ru.missing)).toEqual(sorted(REQUIRED_FIELDS))
  expect(keysOf(ru.purposes)).toEqual(sorted(PURPOSES))
  expect(keysOf(ru.documentTypes)).toEqual(sorted(DOCUMENT_TYPES))
  expect(keysOf(ru.sexes)).toEqual(sorted(SEXES))
  expect(keysOf(ru.channels)).toEqual(sorted(CHANNEL_IDS))
  expect(keysOf(ru.shell.environment)).toEqual(sorted(ENVIRONMENTS))
  expect(keysOf(ru.calendar.holidays)).toEqual(sorted(HOLIDAY_KEYS))
  expect(keysOf(ru.errors)).toEqual(expect.arrayContaining(sorted(Object.keys(commonErrors))))
})
