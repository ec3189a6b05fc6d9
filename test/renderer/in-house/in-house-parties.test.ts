import { expect, test } from 'vitest'
import { type InHouseForm, inHouseFormSchema, turned } from '#renderer/screens/in-house/in-house-form.ts'
import { partiesOf, residentsOf } from '#renderer/screens/in-house/in-house-parties.ts'
import { inHousePartySchema } from '#shared/contract/in-house-contract.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { readList } from '#shared/rooming/read-list.ts'
import { splitTable } from '#shared/rooming/split-table.ts'
import { IN_HOUSE_LIST } from '../../e2e/in-house-sample.ts'

const TODAY = calendarDate('2026-07-20')
const NOW = { today: TODAY, time: '10:41' }

function brought(text: string, said: Partial<InHouseForm> = {}) {
  const table = splitTable(text)
  if (!table.ok) throw new Error(table.error)
  const cells = table.value.map((row) => [...row])
  const form: InHouseForm = {
    id: '0199a000-0000-4000-8000-000000000001',
    list: { cells, chosen: {}, otherSheets: [] },
    arrival: '',
    filed: 'nobody',
    filedUntil: '',
    exceptions: [],
    reason: '',
    taken: {},
    ...said,
  }
  const residents = residentsOf(form, readList(cells, {}, TODAY), TODAY)
  return { form, residents, parties: partiesOf(form, residents, NOW) }
}

test('one room with the same days is one stay; every party is what the desk takes', () => {
  const { parties } = brought(IN_HOUSE_LIST)
  expect(parties.map(({ lines }) => lines)).toEqual([[2, 3], [4], [5], [6], [7]])
  expect(parties[0]?.input.stay).toEqual({
    arrivalAt: '2026-07-06T14:00',
    departureDate: '2026-07-30',
    room: '201',
    reservation: null,
  })
  for (const { input } of parties) expect(inHousePartySchema.safeParse(input).error).toBeUndefined()
})

test('who arrived up to the day counts as filed, the day itself included, unless said otherwise of him', () => {
  const until = { filed: 'until', filedUntil: '14.07', reason: 'eQonaq' } as const
  const filedLines = (said: Partial<InHouseForm>) =>
    brought(IN_HOUSE_LIST, said)
      .residents.filter(({ isFiledElsewhere }) => isFiledElsewhere)
      .map(({ person }) => person.line)
  expect(filedLines(until)).toEqual([2, 3, 4])
  expect(filedLines(turned(brought(IN_HOUSE_LIST, until).form, 4))).toEqual([2, 3])
  expect(filedLines(turned(turned(brought(IN_HOUSE_LIST, until).form, 4), 4))).toEqual([2, 3, 4])
  expect(filedLines({ ...until, filedUntil: '32.13' })).toEqual([])
  expect(filedLines({ filed: 'everybody' })).toHaveLength(6)
  const { parties } = brought(IN_HOUSE_LIST, until)
  expect(parties.map(({ input }) => input.guests.map(({ filedElsewhere }) => filedElsewhere?.reason ?? null))).toEqual([
    ['eQonaq', 'eQonaq'],
    ['eQonaq'],
    [null],
    [null],
    [null],
  ])
})

test('trying again goes under the same ids, and whoever is in the register is not sent again', () => {
  const first = brought(IN_HOUSE_LIST).parties
  const again = brought(IN_HOUSE_LIST, { taken: { '2': 'a', '3': 'b' } }).parties
  expect(again.map(({ input }) => input.requestId)).toEqual(first.slice(1).map(({ input }) => input.requestId))
  expect(new Set(first.map(({ input }) => input.requestId)).size).toBe(first.length)
  const other = brought(IN_HOUSE_LIST, { id: '0199a000-0000-4000-8000-000000000002' }).parties
  expect(other[0]?.input.requestId).not.toBe(first[0]?.input.requestId)
})

test('without a day, ahead of today, leaving before arriving: said, and nothing is made up', () => {
  const rows = [
    'Фамилия\tИмя\tГражданство\tКомната\tЗаезд\tВыезд',
    'Brandt\tEmilia\tГермания\t401\t\t26.07.2026',
    'Keller\tOskar\tГермания\t402\t28.07.2026\t30.07.2026',
    'Vogel\tAnna\tГермания\t403\t10.07.2026\t09.07.2026',
  ].join('\n')
  const hindrances = (said: Partial<InHouseForm> = {}) => brought(rows, said).residents.map(({ hindrance }) => hindrance)
  expect(hindrances()).toEqual(['noArrival', 'arrivalAhead', 'leavesBeforeArrival'])
  expect(hindrances({ arrival: '15.07' })).toEqual([null, 'arrivalAhead', 'leavesBeforeArrival'])
})

test('whoever came today arrived no later than now; without room and booking everybody is alone', () => {
  const rows = ['Фамилия\tИмя\tЗаезд', 'Brandt\tEmilia\t20.07.2026', 'Keller\tOskar\t20.07.2026'].join('\n')
  const { parties } = brought(rows)
  expect(parties.map(({ lines, input }) => [lines, input.stay.arrivalAt])).toEqual([
    [[2], '2026-07-20T10:41'],
    [[3], '2026-07-20T10:41'],
  ])
})

test('more than a party may hold goes in parts, each under an id of its own', () => {
  const rows = ['Фамилия\tИмя\tКомната\tЗаезд', ...Array.from({ length: 43 }, (_, n) => `Brandt${n}\tEmilia\t1\t19.07.2026`)]
  const { parties } = brought(rows.join('\n'))
  expect(parties.map(({ lines }) => lines.length)).toEqual([40, 3])
})

test('the form is kept as it is read', () => {
  const { form } = brought(IN_HOUSE_LIST, { filed: 'until', filedUntil: '14.07', exceptions: [4], taken: { '2': 'a' } })
  expect(inHouseFormSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form)
})
