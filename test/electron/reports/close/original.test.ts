import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openRegister } from '#electron/desk/register.ts'
import { closeDay } from '#electron/reports/close/close-day.ts'
import { giveOriginal, originalOf } from '#electron/reports/close/original.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, type DeskUnderTest, startedDesk } from '../../desk/desk-under-test.ts'
import { damage, letFilesBeMade, storeOf, switchedOn } from './closing-desk.ts'

const MONDAY = calendarDate('2026-11-23')

/** Two guests, the day closed, its file being made. */
function closedDesk() {
  return letFilesBeMade(async () => {
    const desk = await startedDesk()
    const anna = await checkedIn(desk)
    const berta = await checkedIn(desk, { documentNumber: 'B2', surname: 'SCHMIDT', printedName: 'Schmidt Berta' })
    const close = await desk.client.report.close({ date: MONDAY })
    return { desk, anna, berta, close }
  })
}

const original = (desk: DeskUnderTest) => originalOf(desk.desk().register, MONDAY)
const given = (desk: DeskUnderTest) => giveOriginal(desk.desk().register, desk.process.contextFor('front'), MONDAY)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the original of a closed day', () => {
  it('is made by itself after the close, kept, and given out byte for byte ever after', async () => {
    const { desk, anna, close } = await closedDesk()
    const again = await switchedOn(desk, '2026-11-23T12:00:00.000Z', { appVersion: '9.9.9-later' })
    const store = storeOf(again)
    expect(store.database.prepare('SELECT count(*) FROM business_day_file').pluck().get()).toBe(1)
    const made = store.audit.entriesOfAction('day.file_made')
    const first = await original(again)
    if (first === null) throw new Error('There is an original')
    expect(Buffer.from(first.bytes.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
    expect(first.language).toBe('ru')
    expect(first.sha256).toBe(sha256(first.bytes))
    expect(made.map(({ actorName, details }) => [actorName, details])).toEqual([
      ['Qabyl', { date: MONDAY, number: close.number, format: 'pdf', language: 'ru', sha256: first.sha256 }],
    ])

    // Whatever becomes of the guests and the program.
    await again.at('front').guest.moveRoom({ noticeId: anna.id, version: anna.version, room: '999' })
    again.ports.clock.advance(3 * 86_400_000)
    const second = await original(again)
    expect(second?.bytes).toEqual(first.bytes)
    expect(await again.at('front').maintenance.verify()).toMatchObject({ isClean: true, closesBroken: [] })
  })

  it('is made at the next start where the program ended between the close and the file', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    const { register } = desk.desk()
    const unheard = openRegister({ store: register.store, appVersion: 'probe', onChange: () => undefined })
    closeDay(unheard, desk.process.contextFor('front'), { date: MONDAY })
    const files = (of: DeskUnderTest) => storeOf(of).database.prepare('SELECT count(*) FROM business_day_file').pluck().get()
    expect(files(desk)).toBe(0)
    const again = await letFilesBeMade(() => switchedOn(desk, '2026-11-23T12:00:00.000Z'))
    // What is being made is finished before the folder is let go.
    expect(files(await switchedOn(again, '2026-11-23T12:00:01.000Z'))).toBe(1)
  })

  it('is made once, however many ask at a time', async () => {
    const { desk } = await closedDesk()
    const [one, two, three] = await Promise.all([original(desk), original(desk), original(desk)])
    expect(one?.bytes).toEqual(two?.bytes)
    expect(two?.bytes).toEqual(three?.bytes)
    expect(storeOf(desk).audit.entriesOfAction('day.file_made')).toHaveLength(1)
  })

  it('leaves the desk once; what leaves later is the same and a copy', async () => {
    const { desk } = await closedDesk()
    const [first, second, third] = [await given(desk), await given(desk), await given(desk)]
    expect([first?.isCopy, second?.isCopy, third?.isCopy]).toEqual([false, true, true])
    expect(second?.bytes).toEqual(first?.bytes)
    expect(storeOf(desk).audit.entriesOfAction('day.file_given')).toHaveLength(1)
    expect(storeOf(desk).audit.entriesOfAction('day.copy_given')).toHaveLength(2)
  })

  it('there is none of an open day', async () => {
    const desk = await startedDesk()
    expect([await original(desk), await given(desk)]).toEqual([null, null])
  })

  it('is gone with any one of its guests, in the file of the register as well', async () => {
    const { desk, berta } = await closedDesk()
    const before = await original(desk)
    const store = storeOf(desk)
    store.transaction(() => store.stayKeys.erase(berta.stayId))
    expect(await original(desk)).toBeNull()
    expect(await given(desk)).toBeNull()
    const sealed = store.database.prepare<[], Buffer>('SELECT sealed_content FROM business_day_file').pluck().get()
    expect(sealed?.includes(Buffer.from('%PDF-'))).toBe(false)
    expect(before?.sha256).toBe(store.database.prepare('SELECT sha256 FROM business_day_file').pluck().get())
    expect((await desk.client.maintenance.verify()).closesBroken).toEqual([])
  })

  it.each([
    'UPDATE business_day_file SET sealed_content = zeroblob(100)',
    "UPDATE business_day_file SET sha256 = 'other'",
    "UPDATE business_day_file SET language = 'kk'",
    'UPDATE business_day_file SET first_given_at = NULL',
    'DELETE FROM business_day_file',
  ])('refuses %s, and where that was forced it is found and not given out', async (sql) => {
    const { desk } = await closedDesk()
    await given(desk)
    const store = storeOf(desk)
    expect(() => store.database.exec(sql)).toThrow(/the file of a closed day is never/)
    damage(store, sql)
    const found = (await desk.client.maintenance.verify()).closesBroken
    if (sql.includes('first_given_at')) return expect(found).toEqual([])
    expect(found).toEqual(['2026-327: file'])
    if (!sql.startsWith('DELETE')) {
      await expect(original(desk)).rejects.toMatchObject({ code: 'STORE_FAILED', data: { cause: 'damaged' } })
    }
  })
})
