import { describe, expect, test } from 'vitest'
import { propertyInputSchema } from '#shared/contract/schemas.ts'
import { BUILT_IN_MONTHLY_INDEXES, exposureOf, PROPERTY_KINDS } from '#shared/regulation/exposure.ts'

test.each([
  { kind: 'natural_person', year: 2025, exposure: { penalty: 'warning', mci: 0, tenge: 0, confidence: null } },
  { kind: 'small_business', year: 2024, exposure: { penalty: 'fine', mci: 10, tenge: 36_920, confidence: 'high' } },
  { kind: 'small_business', year: 2025, exposure: { penalty: 'fine', mci: 10, tenge: 39_320, confidence: 'high' } },
  { kind: 'small_business', year: 2026, exposure: { penalty: 'fine', mci: 10, tenge: 43_250, confidence: 'low' } },
  { kind: 'non_profit', year: 2026, exposure: { penalty: 'fine', mci: 10, tenge: 43_250, confidence: 'low' } },
  { kind: 'medium_business', year: 2026, exposure: { penalty: 'fine', mci: 15, tenge: 64_875, confidence: 'low' } },
  { kind: 'large_business', year: 2026, exposure: { penalty: 'fine', mci: 20, tenge: 86_500, confidence: 'low' } },
  { kind: 'large_business', year: 2027, exposure: { penalty: 'fine', mci: 20, tenge: null, confidence: null } },
] as const)('$kind in $year: $exposure.mci MCI', ({ kind, year, exposure }) => {
  expect(exposureOf(kind, year)).toEqual(exposure)
})

describe("a property's own figures", () => {
  const own = [
    { year: 2027, tenge: 4500, confidence: 'medium' },
    { year: 2026, tenge: 4400, confidence: 'high' },
  ] as const

  test('stand in for a year the program does not know', () => {
    const exposure = { penalty: 'fine', mci: 10, tenge: 45_000, confidence: 'medium' }
    expect(exposureOf('small_business', 2027, own)).toEqual(exposure)
  })

  test("count before the program's", () => {
    expect(exposureOf('large_business', 2026, own)).toMatchObject({ tenge: 88_000, confidence: 'high' })
  })

  test('leave the other years as they are', () => {
    expect(exposureOf('large_business', 2025, own)).toEqual(exposureOf('large_business', 2025))
    expect(exposureOf('large_business', 2028, own)).toMatchObject({ tenge: null, confidence: null })
  })
})

test('every figure the program brings names its source, one per year', () => {
  expect(BUILT_IN_MONTHLY_INDEXES.map(({ year }) => year)).toEqual([2024, 2025, 2026])
  for (const { source } of BUILT_IN_MONTHLY_INDEXES) expect(source).toMatch(/\w{4}/)
})

test('the kinds are those a property is set up with', () => {
  expect(propertyInputSchema.shape.kind.unwrap().options).toEqual(PROPERTY_KINDS)
})
