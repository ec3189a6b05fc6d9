import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startedDesk } from './desk-under-test.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url))
const csv = (content: string | Uint8Array) =>
  new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type: 'text/csv' })
const HEADER = 'reservation,room,arrival,departure,surname,given_names,citizenship,birth_date,document_type,document_number'

describe('import', () => {
  it('gives every sample arrival the state, gaps and dates the law gives it', async () => {
    const desk = await startedDesk()
    const { rows, ...counts } = await desk.client.checkIn.importCsv({
      fileName: 'arrivals.csv',
      content: csv(fixture('arrivals.csv')),
    })
    const expected = JSON.parse(fixture('arrivals.expected.json').toString('utf8'))
    expect(
      rows.map(({ row, reservation, outcome, state, missing, strictDue, latestDue }) => ({
        row,
        reservation,
        outcome,
        state,
        missing,
        strictDue,
        latestDue,
      })),
    ).toEqual(expected)
    expect(counts).toEqual({ created: 59, unchanged: 1, refused: 0 })
    expect(await desk.client.maintenance.verify()).toMatchObject({ isClean: true })
  })

  it('changes nothing the second time', async () => {
    const desk = await startedDesk()
    const content = csv(fixture('arrivals.csv'))
    const first = await desk.client.checkIn.importCsv({ fileName: 'arrivals.csv', content })
    const before = await desk.client.queue.list({})
    const second = await desk.client.checkIn.importCsv({ fileName: 'arrivals.csv', content })
    expect(second).toMatchObject({ created: 0, unchanged: 60, refused: 0 })
    expect(second.rows.map(({ noticeId }) => noticeId)).toEqual(first.rows.map(({ noticeId }) => noticeId))
    expect(await desk.client.queue.list({})).toEqual(before)
  })

  it('refuses a guest whose booking says another day of arrival: no clock restarts', async () => {
    const desk = await startedDesk()
    const row = (arrival: string) => `${HEADER}\nB-1,101,${arrival},2026-11-30,MUELLER,ANNA,DEU,1990-05-17,passport,C01X00T47\n`
    const first = await desk.client.checkIn.importCsv({ fileName: 'a.csv', content: csv(row('2026-11-23T10:00')) })
    const second = await desk.client.checkIn.importCsv({ fileName: 'b.csv', content: csv(row('2026-11-24T10:00')) })
    expect(second).toMatchObject({
      created: 0,
      refused: 1,
      rows: [{ outcome: 'refused', noticeId: null, issues: [{ path: 'arrival', code: 'arrival_moved' }] }],
    })
    expect((await desk.client.queue.list({})).map(({ id, strictDue }) => [id, strictDue])).toEqual([
      [first.rows[0]?.noticeId, '2026-11-25'],
    ])
  })

  it('leaves out a row it cannot place in time and takes the others', async () => {
    const desk = await startedDesk()
    const content = `${HEADER}\nB-1,101,yesterday,,MUELLER,ANNA,DEU,,,\nB-2,102,2026-11-23T10:00,,MEYER,EVA,DEU,,,\n`
    const { rows } = await desk.client.checkIn.importCsv({ fileName: 'a.csv', content: csv(content) })
    expect(rows.map(({ outcome, reservation }) => [outcome, reservation])).toEqual([
      ['refused', 'B-1'],
      ['created', 'B-2'],
    ])
  })

  it('writes nothing of a file it cannot read for certain', async () => {
    const desk = await startedDesk()
    await expect(
      desk.client.checkIn.importCsv({ fileName: 'a.csv', content: csv(new Uint8Array([0xff, 0xfe, 0x41, 0])) }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ code: 'not_text' }] } })
    expect(await desk.client.queue.list({})).toEqual([])
  })
})
