import fc from 'fast-check'
import { expect, test } from 'vitest'
import { otherLayouts } from '#renderer/commands/layouts.ts'

/** Rows of the keyboards as they are printed on them; the source is the layouts Windows ships. */
const KEYBOARDS = {
  us: "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,.",
  ru: 'ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю',
  kk: 'ё1әіңғ67үұқөһйцукенгшщзхъфывапролджэячсмитьбю',
} as const

function typedOn(layout: keyof typeof KEYBOARDS, places: readonly number[]): string {
  return places.map((place) => KEYBOARDS[layout][place] ?? '').join('')
}

test.each([
  ['us', 'ru'],
  ['us', 'kk'],
  ['ru', 'us'],
  ['kk', 'us'],
] as const)('typed on %s, meant on %s: among the readings', (active, meant) => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: KEYBOARDS.us.length - 1 }), { minLength: 1, maxLength: 20 }), (places) => {
      const [written, wanted] = [typedOn(active, places), typedOn(meant, places)]
      // A digit is a digit on one layout and a letter on another: only one of the two can be meant.
      const isMixed = places.some((place) => KEYBOARDS.us[place] === KEYBOARDS.ru[place])
      fc.pre(written !== wanted && (!isMixed || active === 'us'))
      expect(otherLayouts(written)).toContain(wanted)
      expect(otherLayouts(written.toUpperCase())).toEqual(otherLayouts(written))
    }),
  )
})

test('what stands on no other key has no other reading', () => {
  expect(otherLayouts('1677')).toEqual([])
})
