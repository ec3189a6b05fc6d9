import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Messages } from '#shared/i18n/catalogue.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { PROJECT_ROOT } from '../../support/project.ts'

const PLURAL = /_(zero|one|two|few|many|other)$/

/** Read as whole branches by a key that only running shows: a code of the folder, of a document, of a day of the calendar. */
const READ_AS_A_BRANCH =
  /^(folderTrouble\.reasons|notCountries|calendarScreen\.watch\.days|calendarScreen\.(preview|applied)\.(moved|overdue)|roles)(\.|$)/

function keysOf(messages: Messages, path = ''): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  )
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return /i18n[\\/](kk|ru|en)$/.test(path) ? [] : sourcesIn(path)
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })
}

test('every message is said somewhere: one that nobody reads is one that nobody keeps right', () => {
  const source = ['renderer', 'shared', 'electron'].flatMap((layer) => sourcesIn(join(PROJECT_ROOT, layer))).join('\n')
  const areas = Object.keys(CATALOGUES.ru).join('|')
  const whole = new Set([...source.matchAll(/(['"`])(\w+(?:\.[\w-]+)+)\1/g)].map((match) => match[2]))
  const chains = new Set([...source.matchAll(new RegExp(`\\b((?:${areas})(?:\\.\\w+)+)`, 'g'))].map((match) => match[1]))
  const patterns = [...source.matchAll(new RegExp(`\`((?:${areas})\\.(?:[\\w.-]|\\$\\{[^\`{}]*\\})*)\``, 'g'))]
    .map((match) => match[1] ?? '')
    .filter((template) => template.includes('${'))
    .map(
      (template) =>
        new RegExp(
          `^${template
            .split(/\$\{[^{}]*\}/)
            .map(escaped)
            .join('[\\w.-]+')}$`,
        ),
    )
  const all = keysOf(CATALOGUES.ru)
  const counted = new Set(all.filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, '')))
  const keys = new Set(all.map((key) => (counted.has(key.replace(PLURAL, '')) ? key.replace(PLURAL, '') : key)))
  expect([keys.size > 2_000, whole.size > 1_000, patterns.length > 100]).toEqual([true, true, true])
  const unsaid = [...keys].filter(
    (key) =>
      !READ_AS_A_BRANCH.test(key) && !whole.has(key) && !chains.has(key) && !patterns.some((pattern) => pattern.test(key)),
  )
  expect(unsaid).toEqual([])
})

function escaped(text: string): string {
  return text.replaceAll('.', '\\.')
}
