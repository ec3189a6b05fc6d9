import { Fragment } from 'react'
import styles from './source-list.module.css'

interface SourceListProps {
  /** Name and day, as the data file has them. */
  readonly sources: readonly string[]
}

/** Where a figure is from; each source keeps its day beside it. */
export function SourceList({ sources }: SourceListProps) {
  return (
    <span className={styles.sources}>
      {sources.map((source, index) => (
        <Fragment key={source}>
          <span className="nowrap">{index < sources.length - 1 ? `${source};` : source}</span>{' '}
        </Fragment>
      ))}
    </span>
  )
}
