import { describe, expect, it } from 'vitest'
import { copyOf, fileOf } from '#electron/reports/files/report-file.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { Block, ReportDocument } from '#shared/reports/document.ts'
import { closedSample, quietDay, sampleDay } from '../../../shared/reports/sample-day.ts'

const document = dayDocument(closedSample(quietDay()), 'ru')

describe('the thread that makes PDFs', () => {
  it('leaves the desk free while it lays out a long one', async () => {
    const long = dayDocument(closedSample(sampleDay({ dueToday: 160, dueLater: 90 })), 'ru')
    let turns = 0
    let isMade = false
    const made = fileOf(long, 'pdf').finally(() => {
      isMade = true
    })
    while (!isMade) {
      await new Promise(setImmediate)
      turns += 1
    }
    expect((await made).bytes.length).toBeGreaterThan(20_000)
    // Laid out here, it would have been a handful.
    expect(turns).toBeGreaterThan(50)
  })

  it('answers each with its own, however many ask at a time', async () => {
    const titles = ['Первый', 'Второй', 'Третий', 'Четвёртый']
    const files = await Promise.all(titles.map((title) => fileOf({ ...document, title }, 'pdf')))
    const alone = await fileOf({ ...document, title: 'Второй' }, 'pdf')
    expect(new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).size).toBe(4)
    expect(Buffer.compare(files[1]?.bytes ?? new Uint8Array(), alone.bytes)).toBe(0)
  })

  it('fails without a word of what it was given, and goes on with the next', async () => {
    const broken = { ...document, blocks: [{ kind: 'Назаров Фирдавс' } as unknown as Block] } satisfies ReportDocument
    const failure = await fileOf(broken, 'pdf').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(String(failure)).toMatch(/^Error: The PDF could not be made: \w+$/)
    await expect(copyOf(new TextEncoder().encode('Назаров Фирдавс'), 'КОПИЯ')).rejects.toThrow(
      /^The PDF could not be made: \w+$/,
    )
    expect((await fileOf(document, 'pdf')).bytes.length).toBeGreaterThan(10_000)
  })
})
