import { expect, test } from 'vitest'
import { readDraft, writeDraft } from '#renderer/screens/check-in/draft.ts'
import { type CheckInForm, changeStay, type GuestForm } from '#renderer/screens/check-in/form-state.ts'
import { roomGroups } from '#renderer/screens/check-in/rooming/room-groups.ts'
import { takeList } from '#renderer/screens/check-in/rooming/take-list.ts'
import { takeScan } from '#renderer/screens/check-in/take-scan.ts'
import { readList } from '#shared/rooming/read-list.ts'
import { splitTable } from '#shared/rooming/split-table.ts'
import { countingIds, freshForm, MUELLER, NGUYEN, TODAY } from './samples.ts'

const WORDS = { arrival: 'заезд', departure: 'выезд', reservation: 'бронь' }

function partyOf(rows: readonly string[], form: CheckInForm = freshForm()): CheckInForm {
  const table = splitTable(rows.join('\n'))
  if (!table.ok) throw new Error(table.error)
  return takeList(form, readList(table.value, {}, TODAY), WORDS, countingIds())
}

const GROUP = [
  'Фамилия\tИмя\tДата рождения\tНомер\tВыезд\tПитание',
  'Chen\tHao\t12.05.1990\t301\t26.11.2026\tBB',
  'Müller\tJürgen\t21.10.1996\t301\t26.11.2026\t',
  'Нгуен\tВан\t31.02.2000\t302\t28.11.2026\tHB',
  'Brandt\tEmilia\t03.03.1952\t302\t26.11.2026\t',
  'Keller\tOskar\t04.04.1953\t303\t26.11.2026\t',
  'Novak\tClara\t05.05.1954\t303\t26.11.2026\t',
]

test('a list becomes the guests: what cannot be read stays as typed, what has no field is a note, days of all go to the stay', () => {
  const { guests, stay, list } = partyOf(GROUP)
  expect(list).toBeNull()
  expect(guests.map(({ ownRoom }) => ownRoom)).toEqual(['301', '301', '302', '302', '303', '303'])
  expect(stay.departure).toBe('26.11.2026')
  expect(guests[2]).toMatchObject({ birthDate: '31.02.2000', leftOver: 'выезд: 28.11.2026\nПитание: HB', isListed: true })
})

test('what was typed before the list is kept', () => {
  const form = changeStay(freshForm(), { departure: '30.11.2026' })
  const typed = { ...form, guests: form.guests.map((guest): GuestForm => ({ ...guest, surname: 'Richter' })) }
  const party = partyOf(GROUP, typed)
  expect(party.guests.map(({ surname }) => surname).slice(0, 2)).toEqual(['Richter', 'Chen'])
  expect(party.stay.departure).toBe('30.11.2026')
})

test('forty guests come back from the draft as they were, and fit into it many times over', () => {
  const head = GROUP[0] ?? ''
  const rows = Array.from(
    { length: 100 },
    (_, index) => `Chen${String.fromCharCode(65 + (index % 26))}\tHao\t12.05.1990\t${300 + index}\t26.11.2026\tBB`,
  )
  const party = partyOf([head, ...rows])
  expect(party.guests).toHaveLength(100)
  const content = writeDraft(party)
  expect(readDraft(content)).toEqual(party)
  // What the desk takes of one draft.
  expect(content.length).toBeLessThan(200_000)
})

test('a scanned passport finds its guest by name, whoever is on screen; two scripts, spellings of the issuer', () => {
  const party = partyOf(GROUP)
  const scanned = takeScan(party, MUELLER, TODAY, countingIds())
  expect(scanned.outcome).toEqual({ kind: 'belongs', line: 2 })
  expect(scanned.form.guests).toHaveLength(6)
  expect(scanned.form.guests[1]).toMatchObject({ mrz: MUELLER, documentNumber: 'CZM2MGGW5', ownRoom: '301' })
  expect(scanned.form.guests[0]).toEqual(party.guests[0])
})

test('a passport of nobody in the list is the next guest, never written over one of it', () => {
  const party = partyOf(GROUP)
  const scanned = takeScan(party, NGUYEN.replaceAll('NGUYEN<<VAN<AN', 'PETROVA<<OLGA<'), TODAY, countingIds())
  expect(scanned.outcome.kind).toBe('added')
  expect(scanned.form.guests).toHaveLength(7)
  expect(scanned.form.guests.slice(0, 6).map(({ surname }) => surname)).toEqual(party.guests.map(({ surname }) => surname))
})

test('namesakes are not guessed at: the document goes to neither', () => {
  const party = partyOf([GROUP[0] ?? '', 'Müller\tJürgen\t\t301\t\t', 'Müller\tJürgen\t\t302\t\t'])
  expect(takeScan(party, MUELLER, TODAY, countingIds()).outcome.kind).toBe('added')
})

test('one call for each room; tried again, each goes under its own id, and what is saved is not sent', () => {
  const party = partyOf(GROUP)
  const groups = roomGroups(party)
  expect(groups.map(({ room, guests }) => [room, guests])).toEqual([
    ['301', [0, 1]],
    ['302', [2, 3]],
    ['303', [4, 5]],
  ])
  expect(new Set(groups.map(({ requestId }) => requestId)).size).toBe(3)
  const partly = { ...party, guests: party.guests.map((guest, index) => ({ ...guest, isSaved: index < 2 })) }
  expect(roomGroups(partly)).toEqual(groups.slice(1))
  expect(roomGroups(readDraft(writeDraft(partly)) ?? partly)).toEqual(groups.slice(1))
})

test('a party without rooms larger than one call goes in parts that do not shift while some are saved', () => {
  const rows = Array.from({ length: 60 }, (_, index) => `Chen\tHao${String.fromCharCode(65 + (index % 26))}\t12.05.1990\t\t\t`)
  const party = partyOf([GROUP[0] ?? '', ...rows])
  const [first, second] = roomGroups(party)
  expect([first?.guests.length, second?.guests.length]).toEqual([40, 20])
  expect(first?.requestId).toBe(party.requestId)
  const partly = { ...party, guests: party.guests.map((guest, index) => ({ ...guest, isSaved: index < 40 })) }
  expect(roomGroups(partly)).toEqual([second])
})
