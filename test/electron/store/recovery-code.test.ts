import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOfRecoveryCode, recoveryCodeOf } from '#electron/store/recovery-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))

test('thirteen groups of five, and nothing a person could misread', () => {
  fc.assert(
    fc.property(key, (bytes) => {
      expect(recoveryCodeOf(bytes)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}$/)
    }),
  )
})

test('a code gives its key back, however it is typed', () => {
  fc.assert(
    fc.property(key, fc.constantFrom(' ', '', '-', '–', '\n', ' - '), fc.boolean(), (bytes, separator, lower) => {
      const code = recoveryCodeOf(bytes).replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('-', separator)
      expect(keyOfRecoveryCode(lower ? code.toLowerCase() : code)).toEqual({ ok: true, value: bytes })
    }),
  )
})

test('one wrong symbol is noticed and its group named', () => {
  fc.assert(
    fc.property(key, fc.nat(64), fc.integer({ min: 1, max: 31 }), (bytes, place, shift) => {
      const symbols = [...recoveryCodeOf(bytes).replaceAll('-', '')]
      symbols[place] = ALPHABET[(ALPHABET.indexOf(symbols[place] ?? '') + shift) % 32] ?? ''
      expect(keyOfRecoveryCode(symbols.join(''))).toEqual({
        ok: false,
        error: { code: 'mistyped_groups', groups: [Math.floor(place / 5) + 1] },
      })
    }),
  )
})

test('two swapped symbols of a group are noticed', () => {
  fc.assert(
    fc.property(key, fc.nat(12), fc.nat(4), fc.nat(4), (bytes, group, a, b) => {
      const symbols = [...recoveryCodeOf(bytes).replaceAll('-', '')]
      const [first, second] = [symbols[group * 5 + a] ?? '', symbols[group * 5 + b] ?? '']
      fc.pre(first !== second)
      symbols[group * 5 + a] = second
      symbols[group * 5 + b] = first
      expect(keyOfRecoveryCode(symbols.join(''))).toEqual({
        ok: false,
        error: { code: 'mistyped_groups', groups: [group + 1] },
      })
    }),
  )
})

test('two swapped groups are noticed', () => {
  fc.assert(
    fc.property(key, fc.nat(12), fc.nat(12), (bytes, a, b) => {
      const groups = recoveryCodeOf(bytes).split('-')
      const [first, second] = [groups[a] ?? '', groups[b] ?? '']
      fc.pre(a !== b)
      groups[a] = second
      groups[b] = first
      expect(keyOfRecoveryCode(groups.join('-')).ok).toBe(false)
    }),
  )
})

test('what is no code says why', () => {
  const code = recoveryCodeOf(Buffer.alloc(32, 7))
  expect(keyOfRecoveryCode('')).toEqual({ ok: false, error: { code: 'wrong_length', found: 0 } })
  expect(keyOfRecoveryCode(code.slice(0, -1))).toEqual({ ok: false, error: { code: 'wrong_length', found: 64 } })
  expect(keyOfRecoveryCode(`${code}0`)).toEqual({ ok: false, error: { code: 'wrong_length', found: 66 } })
  expect(keyOfRecoveryCode(`Ж${code.slice(1)}`)).toEqual({ ok: false, error: { code: 'not_a_code_character', character: 'Ж' } })
  expect(keyOfRecoveryCode(`U${code.slice(1)}`)).toEqual({ ok: false, error: { code: 'not_a_code_character', character: 'U' } })
})
