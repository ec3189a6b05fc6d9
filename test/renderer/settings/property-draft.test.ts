import { expect, test } from 'vitest'
import { detailsOf, detailsTyped, isSame, textOf } from '#renderer/screens/settings/property/property-draft.ts'

const DETAILS = {
  name: 'Отель «Мысал»',
  bin: '000140000002',
  address: 'ул. Образцовая, 1',
  city: null,
  phone: '+7 700 000 00 01',
  department: 'Управление миграционной службы',
  kind: 'small_business',
  roomCount: null,
  language: 'ru',
} as const

test('what is shown and not touched is what the desk said, also where it is empty', () => {
  expect(detailsTyped(textOf(DETAILS))).toEqual(DETAILS)
  expect(detailsTyped(textOf({ ...DETAILS, city: 'Алматы', roomCount: 64 }))).toEqual({
    ...DETAILS,
    city: 'Алматы',
    roomCount: 64,
  })
})

test('blanks around it are not part of a value, and nothing but blanks is nothing', () => {
  const text = { ...textOf(DETAILS), name: ' Мысал ', phone: '  ', roomCount: ' 12 ' }
  expect(detailsTyped(text)).toEqual({ ...DETAILS, name: 'Мысал', phone: null, roomCount: 12 })
})

test('only what can be changed here is taken from the property, and any difference counts', () => {
  const property = {
    ...DETAILS,
    id: '0190a0a0-0000-7000-8000-000000000001',
    zone: 'Asia/Almaty',
    channel: 'paper',
    environment: 'test',
    alarmReading: 'strict',
    singleNameConvention: 'dash',
  } as const
  expect(detailsOf(property)).toEqual(DETAILS)
  expect(isSame(detailsOf(property), DETAILS)).toBe(true)
  expect(isSame(DETAILS, { ...DETAILS, phone: null })).toBe(false)
  expect(isSame(DETAILS, { ...DETAILS, roomCount: 1 })).toBe(false)
})
