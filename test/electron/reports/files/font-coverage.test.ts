import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fontCoverage } from '#electron/reports/files/pdf/font-coverage.ts'
import { FONT_FILES, hasLetter } from '#electron/reports/files/pdf/fonts.ts'
import { hasUnprintable, runsOf } from '#electron/reports/files/pdf/runs.ts'

describe('the letters of a font', () => {
  it('are read from the file: Golos has Kazakh and the signs of the trade, Noto the names of the world', () => {
    for (const letter of 'ӘәҒғҚқҢңӨөҰұҮүҺһІі₸№«»–—…≈·')
      expect([letter, hasLetter('Golos', letter.codePointAt(0) ?? 0)]).toEqual([letter, true])
    for (const letter of 'ễựǎḍΣ') {
      expect([letter, hasLetter('Noto', letter.codePointAt(0) ?? 0)]).toEqual([letter, true])
    }
    for (const letter of 'ნ中ع') {
      expect([letter, hasLetter('Golos', letter.codePointAt(0) ?? 0)]).toEqual([letter, false])
      expect([letter, hasLetter('Noto', letter.codePointAt(0) ?? 0)]).toEqual([letter, false])
    }
  })

  it('of the two weights are the same, so that a bold name breaks no sooner than a plain one', () => {
    for (const { normal, bold } of Object.values(FONT_FILES)) {
      const [plain, strong] = [fontCoverage(readFileSync(normal)), fontCoverage(readFileSync(bold))]
      for (let codePoint = 32; codePoint < 0x3000; codePoint += 1)
        expect([codePoint, strong(codePoint)]).toEqual([codePoint, plain(codePoint)])
    }
  })

  it('are not guessed of a file that is no font', () => {
    expect(() => fontCoverage(new Uint8Array(0))).toThrow(RangeError)
    expect(() => fontCoverage(new TextEncoder().encode('%PDF-1.7 something else altogether'))).toThrow(RangeError)
  })
})

describe('a text', () => {
  it('changes its font only where it must', () => {
    expect(runsOf('Әлия Садықова, 208')).toEqual([{ text: 'Әлия Садықова, 208', font: 'Golos' }])
    expect(runsOf('Nguyễn Văn')).toEqual([
      { text: 'Nguy', font: 'Golos' },
      { text: 'ễ', font: 'Noto' },
      { text: 'n Văn', font: 'Golos' },
    ])
    expect(runsOf('')).toEqual([])
  })

  it('joins accents to their letter, drops what does not print, and never prints an empty box', () => {
    expect(runsOf('Sea\u0301n\u200F\u0007')).toEqual([{ text: 'Seán', font: 'Golos' }])
    expect(runsOf('ნინო Nino')).toEqual([{ text: '???? Nino', font: 'Golos' }])
    expect([hasUnprintable('ნინო'), hasUnprintable('Seán Nguyễn'), hasUnprintable('\u200F')]).toEqual([true, false, false])
  })
})
