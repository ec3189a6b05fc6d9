/** What a bench must show. Times drift from machine to machine; only the ratio of two things done in one run is promised. */
export type Aim =
  /** The subject does the same work at least so many times as fast as the baseline. */
  | { readonly kind: 'times_as_fast'; readonly atLeast: number }
  /** The subject takes at most so many times as long as the baseline. */
  | { readonly kind: 'times_as_long'; readonly atMost: number }

/** One of the two things that are measured against each other. */
export interface BenchSide {
  /** What it is, for the report: a few words. */
  readonly name: string
  /**
   * Does the work of one round, and answers a digest of what it found: the two sides of a round must agree, and the work cannot
   * be optimised away.
   */
  readonly run: (round: number) => string | number | Promise<string | number>
}

/** Two ways to do the same work, measured in turn in one process. */
export interface Bench {
  readonly subject: BenchSide
  readonly baseline: BenchSide
  /** Work of one round, counted in `unit`; the same for both sides. */
  readonly operationsPerRound: number
  /** Plural: `deadlines`. */
  readonly unit: string
  /**
   * `processor` for work that only computes: what this process spent, all its threads together, whatever others do on the machine.
   * `wall` for work that waits – for a disk, a line, another process.
   */
  readonly clock: 'processor' | 'wall'
  readonly rounds: number
  /** Rounds before the first that counts; they are rounds of their own, numbered from 0 as well. */
  readonly warmUpRounds: number
  /** `null` = stated without an aim. */
  readonly aim: Aim | null
  /** What a reader has to know about the work: what is given, what is the same, what was left out. */
  readonly remarks: readonly string[]
  /** Versions of what takes part besides Node, by name. */
  readonly versions: Readonly<Record<string, string>>
  /** Shows that both sides do the same work, outside the time; throws when they do not. */
  readonly check?: () => void | Promise<void>
  /** Removes what the bench made. */
  readonly close?: () => void | Promise<void>
}

/** Sets a bench up; whatever this takes is not measured. */
export type MakeBench = () => Bench | Promise<Bench>
