import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Messages } from '#shared/i18n/catalogue.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { PROJECT_ROOT } from '../../support/project.ts'

/** Stems that the glossary forbids; a stem meets every case of its word. */
const FORBIDDEN = {
  ru: [
    'чек-ин',
    'чек-аут',
    'поселени',
    'выселени',
    'дата прибытия',
    'постоял',
    'клиент',
    'апартамент',
    'резервац',
    'извещени',
    'дедлайн',
    'мигслужб',
    'овир',
    'подданств',
    'пролонгац',
    'даунтайм',
    'операционн',
  ],
  kk: ['клиент', 'бөлме', 'резерв', 'хабарландыру', 'дедлайн', 'миграция қызмет', 'квитанци', 'опись', 'чек', 'қоныстан'],
} as const

function flat(messages: Messages, path = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`),
  )
}

test.each(['ru', 'kk'] as const)('%s: no word that the glossary forbids', (language) => {
  const messages = flat(CATALOGUES[language])
  const found = messages.flatMap(([key, text]) =>
    FORBIDDEN[language]
      .filter((stem) => new RegExp(`(?<!\\p{L})${stem}`, 'iu').test(text))
      .map((stem) => `${key}: ${stem} in «${text}»`),
  )
  expect(messages.length).toBeGreaterThan(1_000)
  expect(found).toEqual([])
})

test('every word the glossary asks for is said somewhere', () => {
  const rows = readFileSync(join(PROJECT_ROOT, 'shared', 'i18n', 'GLOSSARY.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| thing'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const said = { ru: allOf('ru'), kk: allOf('kk') }
  const unsaid = rows.flatMap(([, , ru = '', kk = '']) =>
    [...ru.split(', ').map((term) => ['ru', term] as const), ...kk.split(', ').map((term) => ['kk', term] as const)].filter(
      ([language, term]) => !term.split(' ').every((word) => said[language].includes(word.toLowerCase().slice(0, -1))),
    ),
  )
  expect(rows.length).toBeGreaterThan(15)
  expect(unsaid).toEqual([])
})

function allOf(language: 'ru' | 'kk'): string {
  return flat(CATALOGUES[language])
    .map(([, text]) => text.toLowerCase())
    .join('\n')
}
