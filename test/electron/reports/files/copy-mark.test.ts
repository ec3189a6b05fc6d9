import { getDocumentProxy } from 'unpdf'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { withCopyMark } from '#electron/reports/files/pdf/copy-mark.ts'
import { pdfFile } from '#electron/reports/files/pdf/pdf-file.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import { closedSample, sampleDay } from '../../../shared/reports/sample-day.ts'
import { pagesOf } from './pdf-pages.ts'

describe('a copy', () => {
  it.each(LANGUAGES)('in %s is the original, unchanged, and the word over each of its pages', async (language) => {
    const document = dayDocument(closedSample(sampleDay({ dueToday: 120 })), language)
    const original = await pdfFile(document)
    const kept = original.slice()
    const word = wordsIn(language).say('report.copy')
    const copy = await withCopyMark(original, word)

    expect(Buffer.compare(original, kept)).toBe(0)
    expect(Buffer.compare(copy.subarray(0, original.length), original)).toBe(0)
    expect(copy.length).toBeGreaterThan(original.length)
    const [before, after] = [await pagesOf(original), await pagesOf(copy)]
    expect(after).toHaveLength(before.length)
    for (const [page, { text }] of before.entries()) {
      expect(text).not.toContain(word)
      // Everything of the page, and the word.
      expect(after[page]?.text.replace(word, '')).toBe(text)
      expect(after[page]?.text).toContain(word)
    }
    expect((await (await getDocumentProxy(copy.slice())).getOutline()).length).toBeGreaterThan(0)
  })

  it('of the same original is the same bytes, whatever the clock shows; so is the original', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-05T19:00:00.000Z') })
    onTestFinished(() => void vi.useRealTimers())
    const document = dayDocument(closedSample(), 'ru')
    const bytes = await pdfFile(document)
    const copy = await withCopyMark(bytes, 'КОПИЯ')
    vi.setSystemTime(new Date('2027-01-01T00:00:00.000Z'))
    const later = await pdfFile(document)
    expect(Buffer.compare(later, bytes)).toBe(0)
    expect(Buffer.compare(await withCopyMark(later, 'КОПИЯ'), copy)).toBe(0)
  })
})
