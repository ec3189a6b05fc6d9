import type { Page } from 'playwright-core'

/** One photograph: what is on screen when it is taken. */
export interface Scene {
  readonly name: string
  arrange(page: Page): Promise<void>
}

/** Screens of one data folder. */
export interface SceneSet {
  /** The file in this folder. */
  readonly name: string
  /** Makes the folder in `root`; answers what `serve` is started with. */
  prepare(root: string): Promise<readonly string[]>
  readonly scenes: readonly Scene[]
}
