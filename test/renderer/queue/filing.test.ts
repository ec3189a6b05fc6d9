import { describe, expect, it } from 'vitest'
import { maskNumber } from '#renderer/notices/mask-number.ts'
import { receiptTrouble } from '#renderer/notices/receipt-file.ts'
import { hintOf } from '#renderer/screens/queue/filing/fill-hints.ts'
import { capOfKey, type FillField, fillRows, rowToCopy } from '#renderer/screens/queue/filing/fill-rows.ts'
import { MAX_FILE_BYTES } from '#shared/contract/file.ts'

function field(key: string, value: string | null, more: Partial<FillField> = {}): FillField {
  return { key, labelRu: key, labelEn: key, value, required: false, hint: null, ...more }
}

describe('the fill-in sheet', () => {
  it('numbers what has a value: nine digits, then nine with Shift, then none', () => {
    const fields = Array.from({ length: 20 }, (_, index) => field(`f${index}`, 'x'))
    expect(fillRows(fields).map(({ key }) => key && capOfKey(key))).toEqual([
      ...['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      ...['⇧1', '⇧2', '⇧3', '⇧4', '⇧5', '⇧6', '⇧7', '⇧8', '⇧9'],
      null,
      null,
    ])
  })

  it('tells an empty field from a gap; what the portal will not take is no gap of ours', () => {
    const rows = fillRows([
      field('surname', 'LI', { required: true }),
      field('patronymic', null),
      field('issueDate', null, { required: true }),
      field('sex', null, { required: true, hint: 'not_accepted_by_portal' }),
      field('phone', '+7'),
    ])
    expect(rows.map(({ kind, key }) => [kind, key?.digit ?? null])).toEqual([
      ['copy', 1],
      ['empty', null],
      ['missing', null],
      ['empty', null],
      ['copy', 2],
    ])
  })

  it('lights the next field not yet taken, then what was skipped, then nothing', () => {
    const rows = fillRows([field('a', '1'), field('b', null), field('c', '3'), field('d', '4')])
    const next = (copied: string[], from: string | null) => rowToCopy(rows, new Set(copied), from)?.field.key ?? null
    expect([next([], null), next(['a'], 'a'), next(['d'], 'd'), next(['a', 'd'], 'd'), next(['a', 'c', 'd'], 'c')]).toEqual([
      'a',
      'c',
      'a',
      'c',
      null,
    ])
  })

  it('has words for each hint', () => {
    expect([
      hintOf({ key: 'givenNames', hint: 'convention' }),
      hintOf({ key: 'expiryDate', hint: 'convention' }),
      hintOf({ key: 'welcomeMessage', hint: 'welcome_mail_default_on' }),
      hintOf({ key: 'surname', hint: null }),
      hintOf({ key: 'surname', hint: 'something_new' }),
    ]).toEqual(['convention', 'noExpiry', 'welcome_mail_default_on', null, null])
  })
})

it('hides three characters of a document number, and all of a short one', () => {
  expect(['U70412343', 'ID04170012', '12345', '1234', '123', ''].map(maskNumber)).toEqual([
    'U7041•••3',
    'ID0417•••2',
    '1•••5',
    '•••4',
    '•••',
    '•••',
  ])
})

describe('a receipt', () => {
  const bytes = (...first: number[]) => new Blob([new Uint8Array(first), 'rest'])

  it('is known by its first bytes, whatever it is called', async () => {
    const given = [
      bytes(0x25, 0x50, 0x44, 0x46, 0x2d),
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      bytes(0xff, 0xd8, 0xff),
      new Blob(['Not a PDF'], { type: 'application/pdf' }),
      new Blob([]),
      bytes(0x25, 0x50),
    ]
    expect(await Promise.all(given.map(receiptTrouble))).toEqual([
      null,
      null,
      null,
      'not_receipt',
      'not_receipt',
      'not_receipt',
    ])
  })

  it('is at most what the desk takes', async () => {
    expect(await receiptTrouble(new Blob(['%PDF-', new Uint8Array(MAX_FILE_BYTES)]))).toBe('too_large')
  })
})
