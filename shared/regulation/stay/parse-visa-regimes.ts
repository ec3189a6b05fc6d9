import { ALPHA3_BY_ALPHA2 } from '../../documents/country-codes.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { CalendarFileReader } from '../calendar/calendar-file-reader.ts'
import type { RegulationIssue } from '../calendar/issue.ts'
import { REGIME_CONFIDENCES, REGIME_KINDS, type VisaRegime, type VisaRegimeTable, type WindowLimit } from './visa-regime.ts'

const FILE_KEYS = ['format', 'formatVersion', 'asOf', 'about', 'sources', 'regimes', 'seedLayer']
const REGIME_KEYS = [
  'regime',
  'perEntryDays',
  'window',
  'basis',
  'acts',
  'sources',
  'confidence',
  'note',
  'conflicts',
  'disputedPerEntryDays',
]

/**
 * Reads a table of visa regimes at the border. States are written alpha-2 in the file (`XK` is Kosovo, which ISO does not list) and
 * alpha-3 in the result. Everything wrong is named at once with its place.
 */
export function parseVisaRegimes(input: unknown): Result<VisaRegimeTable, readonly RegulationIssue[]> {
  const reader = new CalendarFileReader('A table of visa regimes')
  const issues: RegulationIssue[] = []
  const file = reader.record('', input, FILE_KEYS)
  reader.oneOf('format', file['format'], ['qabyl-visa-regimes'])
  reader.integer('formatVersion', file['formatVersion'], 1, 1)
  const asOf = reader.text('asOf', file['asOf'])
  if (asOf !== '' && !/^\d{4}-(0[1-9]|1[0-2])$/.test(asOf)) {
    issues.push({ path: 'asOf', code: 'not_a_month', message: 'asOf must be a month written YYYY-MM.' })
  }
  const about = reader.record('about', file['about'], ['generalRule', 'dayCounting', 'dataAge'])
  for (const key of Object.keys(about)) reader.text(`about.${key}`, about[key])
  const titles = readTitles(reader, file['sources'])

  const regimes = new Map<string, VisaRegime>()
  for (const { path, key, value } of reader.entries('regimes', file['regimes'])) {
    const regime = readRegime(reader, path, value)
    const code = readState(path, key, issues)
    if (code !== undefined) regimes.set(code, { ...regime, sources: namesOf(regime.sources, titles, path, issues) })
    issues.push(...findContradictions(regime, path))
  }
  const seed = reader.record('seedLayer', file['seedLayer'], ['source', 'rule', 'perEntryDays', 'states'])
  const states = reader.list('seedLayer.states', seed['states']).flatMap((state, index) => {
    const path = `seedLayer.states.${index}`
    const text = reader.text(path, state)
    return text === '' ? [] : (readState(path, text, issues) ?? [])
  })
  const seedLayer = {
    source: reader.text('seedLayer.source', seed['source']),
    rule: reader.text('seedLayer.rule', seed['rule']),
    perEntryDays: reader.integer('seedLayer.perEntryDays', seed['perEntryDays'], 1, 366),
    states: new Set(states),
  }
  // What contradicts what is worth saying only once each part can be read.
  if (reader.issues.length > 0) return failed(reader.issues)
  return issues.length > 0 ? failed(issues) : ok({ asOf, regimes, seedLayer })
}

function readTitles(reader: CalendarFileReader, input: unknown): ReadonlyMap<string, string> {
  return new Map(
    reader.entries('sources', input).map(({ path, key, value }) => {
      const source = reader.record(path, value, ['title', 'reference'])
      reader.text(`${path}.reference`, source['reference'])
      return [key, reader.text(`${path}.title`, source['title'])]
    }),
  )
}

function readRegime(reader: CalendarFileReader, path: string, input: unknown): VisaRegime {
  const regime = reader.record(path, input, REGIME_KEYS)
  const texts = (key: string) =>
    reader.list(`${path}.${key}`, regime[key]).map((text, index) => reader.text(`${path}.${key}.${index}`, text))
  const textOrNull = (key: string) => (regime[key] === null ? null : reader.text(`${path}.${key}`, regime[key]))
  return {
    regime: reader.oneOf(`${path}.regime`, regime['regime'], REGIME_KINDS),
    perEntryDays:
      regime['perEntryDays'] === null ? null : reader.integer(`${path}.perEntryDays`, regime['perEntryDays'], 1, 366),
    window: regime['window'] === null ? null : readWindow(reader, `${path}.window`, regime['window']),
    basis: textOrNull('basis'),
    acts: texts('acts'),
    sources: texts('sources'),
    confidence: reader.oneOf(`${path}.confidence`, regime['confidence'], REGIME_CONFIDENCES),
    note: textOrNull('note'),
    conflicts: texts('conflicts'),
    disputedPerEntryDays: reader
      .list(`${path}.disputedPerEntryDays`, regime['disputedPerEntryDays'])
      .map((days, index) => reader.integer(`${path}.disputedPerEntryDays.${index}`, days, 1, 366)),
  }
}

function readWindow(reader: CalendarFileReader, path: string, input: unknown): WindowLimit {
  const window = reader.record(path, input, ['maxDays', 'periodDays'])
  return {
    maxDays: reader.integer(`${path}.maxDays`, window['maxDays'], 1, 3660),
    periodDays: reader.integer(`${path}.periodDays`, window['periodDays'], 1, 3660),
  }
}

function readState(path: string, alpha2: string, issues: RegulationIssue[]): string | undefined {
  const code = alpha2 === 'XK' ? 'RKS' : ALPHA3_BY_ALPHA2.get(alpha2)
  if (code !== undefined) return code
  const message = `${alpha2.slice(0, 40)} is no state: use the two letters of ISO 3166-1, e.g. DE.`
  issues.push({ path, code: 'unknown_state', message })
  return undefined
}

function namesOf(
  keys: readonly string[],
  titles: ReadonlyMap<string, string>,
  path: string,
  issues: RegulationIssue[],
): readonly string[] {
  return keys.flatMap((key, index) => {
    const title = titles.get(key)
    if (title !== undefined) return [title]
    const message = `The source "${key.slice(0, 40)}" is not among the sources of this file: add it there.`
    issues.push({ path: `${path}.sources.${index}`, code: 'unknown_source', message })
    return []
  })
}

function findContradictions({ regime, perEntryDays, window }: VisaRegime, path: string): readonly RegulationIssue[] {
  const issues: RegulationIssue[] = []
  const hasLimit = perEntryDays !== null || window !== null
  if (hasLimit !== (regime === 'visa_free')) {
    const message = hasLimit
      ? `${path} needs a visa, so it can have no visa-free days: set perEntryDays and window to null.`
      : `${path} is visa-free without a limit: give perEntryDays or window.`
    issues.push({ path, code: 'contradiction', message })
  }
  if (window !== null && window.maxDays >= window.periodDays) {
    const message = `${path} allows ${window.maxDays} days in ${window.periodDays}, which limits nothing: maxDays must be the smaller.`
    issues.push({ path: `${path}.window`, code: 'contradiction', message })
  }
  return issues
}
