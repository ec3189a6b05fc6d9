/** How a national of a state enters. `e_visa` is a visa asked for online: its dates decide like those of any visa. */
export const REGIME_KINDS = ['visa_free', 'e_visa', 'visa_required'] as const
export type RegimeKind = (typeof REGIME_KINDS)[number]

/** How far the sources of one state carry. Up to `low-medium` a limit is advice only. */
export const REGIME_CONFIDENCES = ['high', 'medium-high', 'medium', 'low-medium', 'low'] as const
export type RegimeConfidence = (typeof REGIME_CONFIDENCES)[number]

/** At most `maxDays` present in any `periodDays` days in a row. */
export interface WindowLimit {
  readonly maxDays: number
  readonly periodDays: number
}

/** What is known about the visa-free stay of one state's nationals. */
export interface VisaRegime {
  readonly regime: RegimeKind
  /** Calendar days from crossing the border; `null` where a visa is needed or the limit is a window alone. */
  readonly perEntryDays: number | null
  readonly window: WindowLimit | null
  /** Treaty or unilateral; `null` where nobody says. */
  readonly basis: string | null
  /** Ids into the acts of the rule packs. */
  readonly acts: readonly string[]
  /** Titles of the publications, newest or strongest first. */
  readonly sources: readonly string[]
  readonly confidence: RegimeConfidence
  readonly note: string | null
  /** Where sources disagree, in their words. */
  readonly conflicts: readonly string[]
  /** Days per entry that disagreeing sources give instead. */
  readonly disputedPerEntryDays: readonly number[]
}

/** The table of all states as of one date, and the older list it replaced. */
export interface VisaRegimeTable {
  /** Month of the newest source, `YYYY-MM`: what changed later is not covered. */
  readonly asOf: string
  /** By ISO 3166-1 alpha-3. */
  readonly regimes: ReadonlyMap<string, VisaRegime>
  readonly seedLayer: {
    readonly source: string
    readonly rule: string
    readonly perEntryDays: number
    /** Alpha-3. */
    readonly states: ReadonlySet<string>
  }
}
