/**
 * The way of a guest whose passport is lost, in its order: statement at the police, certificate of loss, new document from the consulate,
 * exit visa (Law on Migration of 22.07.2011; Interior order 83 of 27.01.2016). Reference and record, no duty of the property: no clock
 * of the notice depends on it.
 */
export const LOSS_STEPS = ['police', 'certificate', 'consulate', 'exitVisa'] as const
export type LossStep = (typeof LOSS_STEPS)[number]

/** `left` = gone with the new document; `stays_on` = has it and lives here; `found` = the lost one is back; `unresolved` = none of these. */
export const LOSS_ENDINGS = ['left', 'stays_on', 'found', 'unresolved'] as const
export type LossEnding = (typeof LOSS_ENDINGS)[number]

/** The step after the last one done, for whoever has a certificate has been at the police; `null` = all of them are behind. */
export function nextLossStep(done: readonly LossStep[]): LossStep | null {
  const last = Math.max(-1, ...done.map((step) => LOSS_STEPS.indexOf(step)))
  return LOSS_STEPS[last + 1] ?? null
}
