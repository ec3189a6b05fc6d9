/** One thing wrong with what was given to this folder: where it is, what it is, what to do about it. */
export interface RegulationIssue<Code extends string = string> {
  /** Dotted path from the root of the input, e.g. `nonWorking.3`. Empty = the whole. */
  readonly path: string
  /** Key of the wording in the catalogues. */
  readonly code: Code
  /** The same in plain English, with what to do. */
  readonly message: string
}
