import { expect, test } from 'vitest'
import { propertyInputSchema } from '#shared/contract/schemas.ts'
import { exposureOf, PROPERTY_KINDS } from '#shared/regulation/exposure.ts'

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

test('a property may give its own index', () => {
  expect(exposureOf('small_business', 2027, [{ year: 2027, tenge: 4500, confidence: 'medium' }])).toEqual({
    penalty: 'fine',
    mci: 10,
    tenge: 45_000,
    confidence: 'medium',
  })
})

test('the kinds are those a property is set up with', () => {
  expect(propertyInputSchema.shape.kind.unwrap().options).toEqual(PROPERTY_KINDS)
})
