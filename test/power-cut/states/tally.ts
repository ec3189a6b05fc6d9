import { CUT_KINDS, type CutKind, type Played, type PlayedFinding } from './play.ts'

const NOTHING: Played = {
  states: 0,
  byCut: { all_written: 0, only_synced: 0, random_512: 0, random_4096: 0, random_names: 0 },
  bitten: 0,
  workedOn: 0,
  findings: [],
}

export function sumOfPlayed(parts: readonly Played[]): Played {
  return parts.reduce(
    (sum, part) => ({
      states: sum.states + part.states,
      byCut: Object.fromEntries(CUT_KINDS.map((cut) => [cut, sum.byCut[cut] + part.byCut[cut]])) as Record<CutKind, number>,
      bitten: sum.bitten + part.bitten,
      workedOn: sum.workedOn + part.workedOn,
      findings: [...sum.findings, ...part.findings],
    }),
    NOTHING,
  )
}

/** A campaign that finds nothing says as well what it tried and how much that is worth. */
export function reportOf({ states, byCut, bitten, workedOn, findings }: Played): string {
  const cuts = CUT_KINDS.map((cut) => `${cut} ${byCut[cut]}`).join(', ')
  const worth = findings.length === 0 && states > 0 ? ` (fewer than ${(300 / states).toFixed(3)} % with 95 % confidence)` : ''
  return [
    `states ${states}: ${cuts}`,
    `with something written that was not synced: ${bitten}; set to work again: ${workedOn}`,
    `findings ${findings.length} of ${states}${worth}`,
    ...summaryOf(findings),
  ].join('\n')
}

/** Each kind of finding once, with how often and where first. */
function summaryOf(findings: readonly PlayedFinding[]): string[] {
  const groups = Map.groupBy(findings, ({ scenario, kind, what }) => `${scenario}: ${kind}, ${what}`)
  return [...groups].map(
    ([name, [first, ...rest]]) => `  ${name} – ${rest.length + 1} ×, first at call ${first?.point} (${first?.cut})`,
  )
}

/** What a campaign never did and should have: each is a reason not to believe it. */
export function gapsOf({ states, byCut, bitten }: Played): string[] {
  const never = CUT_KINDS.filter((cut) => byCut[cut] === 0).map((cut) => `no state with the cut ${cut}`)
  return bitten === 0 ? [...never, `nothing unsynced in any of ${states} states`] : never
}
