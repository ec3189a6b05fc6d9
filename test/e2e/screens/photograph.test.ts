import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contactSheet } from './contact-sheet.ts'
import { photographScreens, type View } from './photograph.ts'
import { SCENE_SETS } from './scenes.ts'

/** All screens in all six views are `npm run screens`; that every screen can be arranged, every-view shows. */
const VIEW: View = { language: 'kk', theme: 'dark' }
const ONLY = 'paper'

test('screens of the real desk are photographed, and all that were asked for are on one sheet', async () => {
  const taken = await photographScreens([VIEW], ONLY)
  const asked = SCENE_SETS.flatMap(({ scenes }) => scenes.map(({ name }) => name)).filter((name) => name.includes(ONLY))
  expect(taken.map(({ scene }) => scene)).toEqual(asked)
  // An empty page at this size is about 8 kB.
  expect(taken.filter(({ file }) => statSync(file).size < 15_000)).toEqual([])
  expect(statSync(await contactSheet(taken, [VIEW])).size).toBeGreaterThan(50_000)
}, 180_000)
