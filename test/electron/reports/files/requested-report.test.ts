import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { originalOf } from '#electron/reports/close/original.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { REPORT_FORMATS } from '#shared/reports/document.ts'
import { checkedIn, startedDesk } from '../../desk/desk-under-test.ts'
import { pagesOf } from './pdf-pages.ts'

const MONDAY = calendarDate('2026-11-23')
const DAY = { what: 'day', date: MONDAY } as const

async function bytesOf({ content }: { readonly content: { arrayBuffer(): Promise<ArrayBuffer> } }): Promise<Uint8Array> {
  return new Uint8Array(await content.arrayBuffer())
}

describe('report.file', () => {
  it('gives the original of a closed day once as it is, and then a copy that begins with it', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    await desk.client.report.close({ date: MONDAY })
    const stored = await originalOf(desk.desk().register, MONDAY)
    const ask = () => desk.client.report.file({ request: DAY, format: 'pdf', language: 'ru' })

    const first = await ask()
    expect([first.fileName, first.isCopy, first.content.type]).toEqual([
      'qabyl-2026-11-23-no-2026-327.pdf',
      false,
      'application/pdf',
    ])
    expect(Buffer.compare(await bytesOf(first), stored?.bytes ?? new Uint8Array())).toBe(0)

    const second = await ask()
    expect(second.isCopy).toBe(true)
    const copy = await bytesOf(second)
    expect(Buffer.compare(copy.subarray(0, stored?.bytes.length), stored?.bytes ?? new Uint8Array())).toBe(0)
    for (const { text } of await pagesOf(copy)) expect(text).toContain('КОПИЯ')
    expect(Buffer.compare(await bytesOf(await ask()), copy)).toBe(0)
  })

  it('says copy from the first on what is no original: another language of a closed day', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    await desk.client.report.close({ date: MONDAY })
    const kazakh = await desk.client.report.file({ request: DAY, format: 'pdf', language: 'kk' })
    expect(kazakh.isCopy).toBe(true)
    for (const { text } of await pagesOf(await bytesOf(kazakh))) expect(text).toContain('КӨШІРМЕ')
    // The original has not been given out by that.
    expect((await desk.client.report.file({ request: DAY, format: 'pdf', language: 'ru' })).isCopy).toBe(false)
  })

  it('makes an open day, the hand-over and a period in every form and language', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    for (const request of [DAY, { what: 'handover' }, { what: 'period', from: MONDAY, to: MONDAY }] as const)
      for (const format of REPORT_FORMATS)
        for (const language of LANGUAGES) {
          const { fileName, content, isCopy } = await desk.client.report.file({ request, format, language })
          expect([fileName.endsWith(`.${format}`), isCopy, content.size > 300]).toEqual([true, false, true])
        }
    const csv = await desk.client.report.file({ request: DAY, format: 'csv', language: 'ru', delimiter: ',' })
    const lines: string[][] = parse(Buffer.from(await bytesOf(csv)), { bom: true, relax_column_count: true })
    expect(lines.find(([id]) => id === 'arrivals')).toEqual(['arrivals', 'Заехали', '1'])
  })

  it('gives the hand-over to whoever works at the desk, and reports to those who may read them', async () => {
    const desk = await startedDesk()
    const receptionist = desk.as({ actor: { staffId: 'r', name: 'Р.', role: 'receptionist' } })
    await expect(receptionist.report.file({ request: DAY, format: 'csv', language: 'ru' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'report.read' },
    })
    const handover = await receptionist.report.file({ request: { what: 'handover' }, format: 'pdf', language: 'ru' })
    expect(handover.fileName).toBe('qabyl-handover-2026-11-23.pdf')
  })
})
