import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fontCoverage } from './font-coverage.ts'
import { FONT_PACKAGE_FILES } from './font-files.ts'

/** Where the build puts them, beside the program; out of the packages while the sources run as they are. */
const PACKED = join(import.meta.dirname, 'fonts')
const packages = createRequire(import.meta.url)

function locate(file: string): string {
  const packed = join(PACKED, basename(file))
  return existsSync(packed) ? packed : packages.resolve(file)
}

/** Golos Text has Kazakh, ₸ and №; Noto Sans the other letters of people's names, as far as one font has them. */
export const FONT_FILES = {
  Golos: { normal: locate(FONT_PACKAGE_FILES.Golos.normal), bold: locate(FONT_PACKAGE_FILES.Golos.bold) },
  Noto: { normal: locate(FONT_PACKAGE_FILES.Noto.normal), bold: locate(FONT_PACKAGE_FILES.Noto.bold) },
} as const

export type FontName = keyof typeof FONT_FILES

const covers: Partial<Record<FontName, (codePoint: number) => boolean>> = {}

/** Whether the font has a letter of its own for the character, rather than an empty box. */
export function hasLetter(font: FontName, codePoint: number): boolean {
  const known = covers[font] ?? fontCoverage(readFileSync(FONT_FILES[font].normal))
  covers[font] = known
  return known(codePoint)
}
