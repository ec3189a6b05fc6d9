import { createHash } from 'node:crypto'
import { failed, ok, type Result } from '#shared/domain/result.ts'

export type RecoveryCodeProblem =
  /** Not 65 letters and digits: `found` of them. */
  | { readonly code: 'wrong_length'; readonly found: number }
  /** A character that is in no code, such as U or a Cyrillic letter. */
  | { readonly code: 'not_a_code_character'; readonly character: string }
  /** These groups, counted from 1, are mistyped or stand in another place. */
  | { readonly code: 'mistyped_groups'; readonly groups: readonly number[] }
  /** Every group fits by itself, the whole does not: parts of two codes. */
  | { readonly code: 'mixed_up' }

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const KEY_BYTES = 32
const GROUPS = 13
const DATA_PER_GROUP = 4
const GROUP_LENGTH = DATA_PER_GROUP + 1
const CODE_LENGTH = GROUPS * GROUP_LENGTH

/**
 * The register's key to print and keep: 13 groups of four symbols and a check symbol, `7ZQ4K-…`. Opens the register and its backups
 * when the key file or this PC is lost. 260 bits: the 256 of the key and 4 of its SHA-256.
 */
export function recoveryCodeOf(key: Buffer): string {
  if (key.length !== KEY_BYTES) throw new RangeError(`A register key has ${KEY_BYTES} bytes, not ${key.length}`)
  const symbols = symbolsOf((BigInt(`0x${key.toString('hex')}`) << 4n) | BigInt(checkBitsOf(key)))
  const groups: string[] = []
  for (let group = 0; group < GROUPS; group++) {
    const data = symbols.slice(group * DATA_PER_GROUP, (group + 1) * DATA_PER_GROUP)
    groups.push([...data, checkSymbolOf(group, data)].map((symbol) => ALPHABET[symbol]).join(''))
  }
  return groups.join('-')
}

/**
 * Reads a code as typed: any case, spaces and dashes anywhere, O for 0, I and L for 1. One wrong symbol, two swapped in a group and two
 * swapped groups are always noticed, anything else all but surely.
 */
export function keyOfRecoveryCode(text: string): Result<Buffer, RecoveryCodeProblem> {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const symbols: number[] = []
  for (const character of typed) {
    const symbol = ALPHABET.indexOf(character)
    if (symbol === -1) return failed({ code: 'not_a_code_character', character })
    symbols.push(symbol)
  }
  if (symbols.length !== CODE_LENGTH) return failed({ code: 'wrong_length', found: symbols.length })

  const mistyped: number[] = []
  let value = 0n
  for (let group = 0; group < GROUPS; group++) {
    const data = symbols.slice(group * GROUP_LENGTH, group * GROUP_LENGTH + DATA_PER_GROUP)
    if (symbols[group * GROUP_LENGTH + DATA_PER_GROUP] !== checkSymbolOf(group, data)) mistyped.push(group + 1)
    for (const symbol of data) value = (value << 5n) | BigInt(symbol)
  }
  if (mistyped.length > 0) return failed({ code: 'mistyped_groups', groups: mistyped })
  const key = Buffer.from((value >> 4n).toString(16).padStart(KEY_BYTES * 2, '0'), 'hex')
  if (checkBitsOf(key) !== Number(value & 15n)) return failed({ code: 'mixed_up' })
  return ok(key)
}

function symbolsOf(value: bigint): number[] {
  return Array.from({ length: GROUPS * DATA_PER_GROUP }, (_, index, count = GROUPS * DATA_PER_GROUP) =>
    Number((value >> BigInt(5 * (count - 1 - index))) & 31n),
  )
}

function checkBitsOf(key: Buffer): number {
  return createHash('sha256').update(key).digest().readUInt8(0) >> 4
}

/**
 * A weighted sum in the field of 32 elements, every place (and the group's number) with another power of the generator as its weight:
 * changing one symbol or swapping any two of a group changes it, without exception.
 */
function checkSymbolOf(group: number, data: readonly number[]): number {
  return timesGenerator(data.reduce((sum, symbol) => timesGenerator(sum) ^ symbol, group))
}

/** Multiplication by x modulo x⁵ + x² + 1. */
function timesGenerator(element: number): number {
  const doubled = element << 1
  return doubled >= 32 ? doubled ^ 0b100101 : doubled
}
