import { expect, test } from 'vitest'
import { fittingCount } from '#renderer/screens/today/use-fitting-count.ts'

test('cards with more lines leave room for fewer', () => {
  expect(fittingCount(510, [0, 0, 0, 0, 0, 0])).toBe(5)
  expect(fittingCount(510, [1, 1, 1, 1, 1, 1])).toBe(4)
  expect(fittingCount(510, [2, 1, 0, 0, 0, 0])).toBe(4)
})

test('a column with room to spare shows every card it has', () => {
  expect(fittingCount(510, [0, 1])).toBe(2)
  expect(fittingCount(510, [])).toBe(0)
})
