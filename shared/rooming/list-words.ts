import type { DocumentType, Purpose } from '../domain/guest.ts'
import { fold } from './fold.ts'

/** Beginnings of folded words, the more telling first. */
const DOCUMENT_TYPE_WORDS: readonly (readonly [RegExp, DocumentType])[] = [
  [/внутрен|internal|паспорт гражданина рф|ішкі/, 'internal_passport'],
  [/вид на жительство|внж|residence|ықтиярхат/, 'residence_permit'],
  [/проездн|travel doc|жол жүру/, 'travel_document'],
  [/удостовер|id card|^id$|identity|айди|жеке куәлік|national card/, 'id_card'],
  [/^none$|без документа|құжатсыз/, 'none'],
  [/паспорт|загран|passport|төлқұжат|^p$|^pp$/, 'passport'],
]
const PURPOSE_WORDS: readonly (readonly [RegExp, Purpose])[] = [
  [/туриз|турист|отдых|touris|leisure|holiday|саяхат/, 'tourism'],
  [/делов|бизнес|командир|business|іскер|іссапар/, 'business'],
  [/частн|гост|private|visit|family|жеке/, 'private'],
  [/транзит|transit/, 'transit'],
  [/^работ|трудов|^work|employ|жұмыс/, 'work'],
  [/учеб|учёб|study|student|оқу/, 'study'],
  [/лечен|медиц|medic|treat|емде/, 'medical'],
  [/^друг|^иное|^other|басқа/, 'other'],
]

/** A kind of document in a word; `undefined` when the word is none. */
export function documentTypeOf(text: string): DocumentType | undefined {
  return found(DOCUMENT_TYPE_WORDS, text)
}

/** A purpose of stay in a word; `undefined` when the word is none. */
export function purposeOf(text: string): Purpose | undefined {
  return found(PURPOSE_WORDS, text)
}

function found<Value>(words: readonly (readonly [RegExp, Value])[], text: string): Value | undefined {
  const folded = fold(text)
  const own = text.trim().toLowerCase()
  return words.find(([pattern, value]) => own === value || pattern.test(folded))?.[1]
}
