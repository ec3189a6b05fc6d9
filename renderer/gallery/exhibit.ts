import type { ReactNode } from 'react'

/** One component with everything it can look like. */
export interface Exhibit {
  /** Its file in `renderer/components`. */
  readonly file: string
  readonly states: readonly State[]
}

interface State {
  /** What is special about it, by the names of the code. */
  readonly name: string
  readonly element: ReactNode
  /** Takes the whole row. */
  readonly isWide?: boolean
}
