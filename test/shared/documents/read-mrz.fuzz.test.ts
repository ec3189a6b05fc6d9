import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { sentName } from '#shared/documents/sent-name.ts'
import { spellingsOf } from '#shared/documents/spellings.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { EMPTY_GUEST } from '#shared/domain/guest.ts'
import { fill, misread, td3 } from './mrz-maker.ts'

const TODAY = calendarDate('2026-11-23')
const SEED = Number(process.env['QABYL_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`MRZ fuzz seed ${SEED} (repeat with QABYL_SEED=${SEED})`)

const MRZ_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'
const mrzText = (length: number) =>
  fc.string({ unit: fc.constantFrom(...MRZ_CHARACTERS), minLength: length, maxLength: length })
const alphanumericNumber = fc.string({ unit: fc.constantFrom(...MRZ_CHARACTERS.slice(0, 36)), minLength: 6, maxLength: 9 })
const date = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => [year, month, day].map((part) => String(part).padStart(2, '0')).join(''))
const passport = fc
  .record({ number: alphanumericNumber, birth: date, expiry: date, name: mrzText(12).map((text) => `X${text}`) })
  .map((parts) => td3(parts))

describe('any text at all', () => {
  it('is answered, never thrown at', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.tuple(mrzText(44), mrzText(44)).map((lines) => lines.join('\n')),
      fc.tuple(mrzText(36), mrzText(36)).map((lines) => lines.join('')),
      fc.tuple(mrzText(30), mrzText(30), mrzText(30)).map((lines) => lines.join('\\n')),
      fc.tuple(mrzText(39), mrzText(44)).map(([name, second]) => `PNRUS${name}\n${second}`),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const reading = readMrz(text, TODAY)
        if (reading.ok) {
          const { lines, checks, errors, fields } = reading.value
          expect(lines.join('')).toBe(text.replaceAll(/\\n|\n/g, '').toUpperCase())
          const failed = checks.filter((check) => !check.isValid).map((check) => check.field)
          if (failed.includes('birthDate')) expect(fields.birthDate).toBeNull()
          if (failed.includes('expiryDate')) expect(fields.expiryDate).toBeNull()
          if (failed.includes('documentNumber')) expect([fields.documentNumber, fields.visaNumber]).toEqual([null, null])
          if (failed.length > 0) expect(errors).not.toEqual([])
        }
        const facts = { ...EMPTY_GUEST, mrz: text, surname: text.slice(0, 40), printedName: text.slice(3, 20) }
        sentName(facts)
        spellingsOf(facts)
      }),
      { seed: SEED, numRuns: 3000 },
    )
  })
})

describe('a right passport', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(passport, fc.constantFrom('\n', '\r\n', '\\n', ''), (lines, separator) => {
        const reading = readMrz(lines.join(separator), TODAY)
        if (!reading.ok) throw new Error(reading.error.code)
        expect(reading.value.repairs).toEqual([])
        expect(reading.value.checks.every((check) => check.isValid)).toBe(true)
        expect(fill(reading.value.fields.documentNumber ?? '', 9)).toBe(lines[1].slice(0, 9))
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })

  it('with one confused character in a checked date comes out right or empty, never wrong', () => {
    const doubles: Readonly<Record<string, readonly string[]>> = {
      0: ['O', 'D', 'Q'],
      1: ['I', 'L'],
      2: ['Z'],
      5: ['S'],
      6: ['G'],
      7: ['T'],
      8: ['B'],
    }
    const column = fc.constantFrom(...[14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27, 28])
    let repaired = 0
    fc.assert(
      fc.property(passport, column, fc.nat(), (lines, at, choice) => {
        const choices = doubles[lines[1][at - 1] ?? ''] ?? []
        const double = choices[choice % Math.max(1, choices.length)]
        if (double === undefined) return
        const right = readMrz(lines.join('\n'), TODAY)
        const wrong = readMrz([lines[0], misread(lines[1], at, double)].join('\n'), TODAY)
        if (!right.ok || !wrong.ok) throw new Error('a passport was not read')
        expect(wrong.value.fields).toEqual(right.value.fields)
        expect(wrong.value.repairs).toHaveLength(1)
        repaired += 1
      }),
      { seed: SEED, numRuns: 1000 },
    )
    expect(repaired).toBeGreaterThan(100)
  })

  it('with another composite digit keeps its fields and reports the digit', () => {
    fc.assert(
      fc.property(passport, fc.integer({ min: 1, max: 9 }), (lines, by) => {
        const wrongDigit = String((Number(lines[1][43]) + by) % 10)
        const right = readMrz(lines.join('\n'), TODAY)
        const wrong = readMrz([lines[0], misread(lines[1], 44, wrongDigit)].join('\n'), TODAY)
        if (!right.ok || !wrong.ok) throw new Error('a passport was not read')
        expect(wrong.value.fields).toEqual(right.value.fields)
        const added = wrong.value.errors.slice(right.value.errors.length)
        expect(added.map(({ field, code }) => [field, code])).toEqual([['composite', 'check_digit_failed']])
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('with one mistyped digit in a date leaves that date empty', () => {
    fc.assert(
      fc.property(passport, fc.constantFrom(14, 15, 16, 17, 18, 19), fc.integer({ min: 1, max: 9 }), (lines, at, by) => {
        const wrongDigit = String((Number(lines[1][at - 1]) + by) % 10)
        const reading = readMrz([lines[0], misread(lines[1], at, wrongDigit)].join('\n'), TODAY)
        if (!reading.ok) throw new Error(reading.error.code)
        expect([reading.value.fields.birthDate, reading.value.repairs]).toEqual([null, []])
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})
