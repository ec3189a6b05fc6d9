import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareIn } from '#shared/i18n/alphabet.ts'

test('Kazakh letters stand where the Kazakh alphabet puts them', () => {
  const words = [
    'Үндістан',
    'Иран',
    'Ұлыбритания',
    'Ізбасар',
    'Әзірбайжан',
    'Қытай',
    'Кипр',
    'Алжир',
    'Өзбекстан',
    'Оман',
    'Ғана',
    'Гана',
    'Ямайка',
  ]
  expect(words.toSorted(compareIn('kk'))).toEqual([
    'Алжир',
    'Әзірбайжан',
    'Гана',
    'Ғана',
    'Иран',
    'Кипр',
    'Қытай',
    'Оман',
    'Өзбекстан',
    'Ұлыбритания',
    'Үндістан',
    'Ізбасар',
    'Ямайка',
  ])
})

test('the order is an order: sorting twice, or the other way round, changes nothing', () => {
  const text = fc.stringMatching(/^[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІa-zA-Zéüçñ' -]{0,8}$/)
  fc.assert(
    fc.property(text, text, text, fc.constantFrom('kk' as const, 'ru' as const, 'en' as const), (a, b, c, language) => {
      const compare = compareIn(language)
      expect(Math.sign(compare(a, b))).toBe(0 - Math.sign(compare(b, a)))
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
    }),
    { numRuns: 2_000 },
  )
})
