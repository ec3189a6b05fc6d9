import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { photographScreens } from './photograph.ts'
import { SCENES } from './scenes.ts'

test('every screen of the real desk is photographed in every language and theme', async () => {
  const files = await photographScreens()
  expect(files).toHaveLength(Object.values(SCENES).flat().length * LANGUAGES.length * 2)
  // An empty page at this size is about 8 kB.
  expect(files.filter((file) => statSync(file).size < 15_000)).toEqual([])
}, 180_000)
