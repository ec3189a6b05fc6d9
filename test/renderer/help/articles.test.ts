import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ARTICLES, findArticles } from '#renderer/screens/help/articles.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { ru } from '#shared/i18n/ru/index.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { PROJECT_ROOT } from '../../support/project.ts'

function found(language: Language, query: string): readonly string[] {
  return findArticles(query, wordsIn(language).say).map(({ path }) => path)
}

describe('an article is found', () => {
  test.each<[string, Language, string, string]>([
    ['by a word of its title', 'ru', 'сканер', 'scanner'],
    ['by the beginning of a word', 'ru', 'паспо потер', 'lost-passport'],
    ['by Latin letters for Cyrillic ones', 'ru', 'skaner', 'scanner'],
    ['by Kazakh typed without Kazakh letters', 'kk', 'кызмет кабылдамады', 'refused'],
    ['whatever the case', 'en', 'END OF', 'end-of-day'],
    ['by a word of its steps', 'ru', 'журнал', 'no-line'],
  ])('%s', (_how, language, query, path) => {
    expect(found(language, query)[0]).toBe(path)
  })

  test('and none for a word that no article has', () => {
    expect(found('ru', 'жираф')).toEqual([])
  })

  test.each(LANGUAGES)('in %s: nothing typed is everything, in its order', (language) => {
    expect(found(language, '  ')).toEqual(ARTICLES.map(({ path }) => path))
  })

  test('a title counts before a step', () => {
    // Half of the articles say "passport" somewhere; one is about it.
    expect(found('ru', 'паспорт').length).toBeGreaterThan(1)
    expect(found('ru', 'паспорт')[0]).toBe('lost-passport')
  })
})

test('every article of the catalogue has its place, and each has a digit', () => {
  expect(ARTICLES.map(({ word }) => word).toSorted()).toEqual(Object.keys(ru.help.articles).toSorted())
  expect(ARTICLES.length).toBeLessThanOrEqual(9)
})

test('each leads to a screen and a section there are', () => {
  const screens = readFileSync(join(PROJECT_ROOT, 'renderer', 'app', 'screens.tsx'), 'utf8')
  for (const { href, law } of ARTICLES) {
    expect(screens).toContain(`path: '${href.slice(1)}'`)
    if (law !== null)
      expect(readFileSync(join(PROJECT_ROOT, 'renderer/screens/rules/sections.ts'), 'utf8')).toContain(`'${law}'`)
  }
  expect(existsSync(join(PROJECT_ROOT, 'renderer', 'screens', 'help', 'README.md'))).toBe(true)
})
