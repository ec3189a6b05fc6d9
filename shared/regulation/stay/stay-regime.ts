import { CITIZEN_OF_KAZAKHSTAN } from '../../domain/guest.ts'
import type { DutyNote } from '../duties/duty.ts'
import file from './data/visa-regimes.json' with { type: 'json' }
import { decidingCode, hasRegimeOfItsOwn, type StayDocument } from './deciding-code.ts'
import { parseVisaRegimes } from './parse-visa-regimes.ts'
import type { VisaRegime, VisaRegimeTable } from './visa-regime.ts'

/** What is known about the stay of one document: the current layer and the older one side by side. Advises, never blocks. */
export interface StayRegime {
  /** ISO 3166-1 alpha-3, or the ICAO code the document carries. */
  readonly code: string
  /** `null` = no regime is known for this code. */
  readonly current: VisaRegime | null
  /** Visa-free days per entry in the older list of 45 states; `null` = not on it. */
  readonly seedPerEntryDays: number | null
  readonly decidedBy: 'citizenship' | 'document'
  /** Unknown, weak or conflicting: to be shown as advice only. */
  readonly isAdvisory: boolean
  /** Why, and what else is to be said beside it. */
  readonly notes: readonly DutyNote[]
  /** The regime of the other document this one may be, which gives more days; `null` when the document is clear. */
  readonly alsoPossible: { readonly code: string; readonly current: VisaRegime } | null
}

const TABLE = readBuiltIn()

/** Month of the newest source of the table, `YYYY-MM`. */
export const REGIMES_AS_OF = TABLE.asOf
/** Stands as the rule of dates that come out of the table: `visa-regimes@2025-09`. */
export const REGIMES_RULE = `visa-regimes@${TABLE.asOf}`

/**
 * The regime a document is under. `null` when there is none to speak of: citizenship not known, a citizen of Kazakhstan, or
 * the holder of a residence permit of Kazakhstan, whose stay no visa regime limits. Which code decides: {@link decidingCode}.
 */
export function stayRegimeOf(document: StayDocument): StayRegime | null {
  if (document.citizenship === CITIZEN_OF_KAZAKHSTAN || isResident(document)) return null
  const { code, decidedBy, isOutsideRegimes, mayAlsoBe } = decidingCode(document)
  if (code === null) return null
  const current = isOutsideRegimes ? undefined : TABLE.regimes.get(code)
  const other = mayAlsoBe === null ? undefined : TABLE.regimes.get(mayAlsoBe)
  const alsoPossible = mayAlsoBe === null || other === undefined ? null : { code: mayAlsoBe, current: other }
  return describe({ code, decidedBy, current: current ?? null, alsoPossible })
}

/** Every state of the table, by code. */
export function allStayRegimes(): readonly StayRegime[] {
  return [...TABLE.regimes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, current]) => {
      const decidedBy = hasRegimeOfItsOwn(code) ? 'document' : 'citizenship'
      return describe({ code, decidedBy, current, alsoPossible: null })
    })
}

/**
 * Whether the document is a residence permit of Kazakhstan. A permit without a known issuer is taken for one: the issuer is read
 * from an MRZ only, and no other state's permit is a document to travel on.
 */
export function isResident(document: Pick<StayDocument, 'documentType' | 'issuingState'>): boolean {
  if (document.documentType !== 'residence_permit') return false
  return document.issuingState === null || document.issuingState === CITIZEN_OF_KAZAKHSTAN
}

function describe(found: Pick<StayRegime, 'code' | 'decidedBy' | 'current' | 'alsoPossible'>): StayRegime {
  const { code, decidedBy, current, alsoPossible } = found
  const { states, perEntryDays } = TABLE.seedLayer
  const seedPerEntryDays = states.has(code) ? perEntryDays : null
  const isWeak = current !== null && (current.confidence === 'low' || current.confidence === 'low-medium')
  const isDisputed = current !== null && current.conflicts.length > 0
  const said: readonly (readonly [DutyNote, boolean])[] = [
    ['regime_unknown', current === null],
    ['visa_required', current !== null && current.regime !== 'visa_free'],
    ['decided_by_document', decidedBy === 'document'],
    ['document_ambiguous', alsoPossible !== null],
    ['sources_conflict', isDisputed],
    ['source_weak', isWeak],
    ['seed_layer_differs', seedPerEntryDays !== null && seedPerEntryDays !== (current?.perEntryDays ?? null)],
  ]
  return {
    code,
    current,
    seedPerEntryDays,
    decidedBy,
    isAdvisory: current === null || isWeak || isDisputed || alsoPossible !== null,
    notes: said.flatMap(([note, isSaid]) => (isSaid ? [note] : [])),
    alsoPossible,
  }
}

function readBuiltIn(): VisaRegimeTable {
  const parsed = parseVisaRegimes(file)
  if (!parsed.ok)
    throw new Error(`The table of visa regimes is damaged: ${parsed.error.map(({ message }) => message).join(' ')}`)
  return parsed.value
}
