import { expect, test } from 'vitest'
import { SealBrokenError, StayErasedError } from '#electron/store/stay-keys.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

const CONTENT = Buffer.from('{"surname":"MÜLLER"}', 'utf8')

function registerWithTwoStays() {
  const store = openRegister(newFolder())
  addProperty(store)
  return { store, first: addStay(store).stayId, second: addStay(store).stayId }
}

test('what is sealed opens again, and looks different each time', () => {
  const { store, first } = registerWithTwoStays()
  const sealed = store.stayKeys.seal(first, 'receipt:1', CONTENT)
  expect(store.stayKeys.open(first, 'receipt:1', sealed)).toEqual(CONTENT)
  expect(store.stayKeys.seal(first, 'receipt:1', CONTENT)).not.toEqual(sealed)
  expect(sealed.includes(Buffer.from('MÜLLER'))).toBe(false)
  expect(store.stayKeys.open(first, 'receipt:1', store.stayKeys.seal(first, 'receipt:1', Buffer.alloc(0)))).toEqual(
    Buffer.alloc(0),
  )
})

test('sealed bytes open only where they belong, and no bit of them may change', () => {
  const { store, first, second } = registerWithTwoStays()
  const sealed = store.stayKeys.seal(first, 'receipt:1', CONTENT)
  expect(() => store.stayKeys.open(second, 'receipt:1', sealed)).toThrow(SealBrokenError)
  expect(() => store.stayKeys.open(first, 'receipt:2', sealed)).toThrow(SealBrokenError)
  expect(() => store.stayKeys.open(first, 'receipt:1', sealed.subarray(0, 20))).toThrow(SealBrokenError)
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(() => store.stayKeys.open(first, 'receipt:1', changed), `bit ${bit}`).toThrow(SealBrokenError)
  }
})

test('equal contents have equal hashes within a stay, others across stays', () => {
  const { store, first, second } = registerWithTwoStays()
  expect(store.stayKeys.hmac(first, CONTENT)).toMatch(/^[0-9a-f]{64}$/)
  expect(store.stayKeys.hmac(first, CONTENT)).toBe(store.stayKeys.hmac(first, Buffer.from(CONTENT)))
  expect(store.stayKeys.hmac(first, CONTENT)).not.toBe(store.stayKeys.hmac(second, CONTENT))
})

test('an erased stay can be neither read nor written, the other one can', () => {
  const { store, first, second } = registerWithTwoStays()
  const ofFirst = store.stayKeys.seal(first, 'receipt:1', CONTENT)
  const ofSecond = store.stayKeys.seal(second, 'receipt:2', CONTENT)
  expect(store.transaction(() => store.stayKeys.erase(first))).toBe(true)
  expect(store.stayKeys.erase(first)).toBe(false)
  expect(store.stayKeys.has(first)).toBe(false)
  expect(store.stayKeys.open(first, 'receipt:1', ofFirst)).toBeUndefined()
  expect(() => store.stayKeys.seal(first, 'receipt:1', CONTENT)).toThrow(StayErasedError)
  expect(() => store.stayKeys.hmac(first, CONTENT)).toThrow(StayErasedError)
  expect(store.stayKeys.open(second, 'receipt:2', ofSecond)).toEqual(CONTENT)
})

test('a stay has one key: making another would orphan what is sealed', () => {
  const { store, first } = registerWithTwoStays()
  expect(() => store.stayKeys.create(first)).toThrow(/UNIQUE/)
})
