import type { MrzDocument } from '#shared/documents/mrz-reading.ts'
import { join } from '../../components/join.ts'
import styles from './mrz-lines.module.css'
import { type MrzSegment, segmentsOf } from './mrz-segments.ts'

/** The lines as read, each check digit in its box. A screen reader has the same text in the scan box, and the digits by name. */
export function MrzLines({ document }: { readonly document: MrzDocument }) {
  return (
    <pre className={styles.lines} aria-hidden="true">
      {segmentsOf(document).map((segments, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one document never change their order
        <span key={index} className={styles.line}>
          {segments.map((segment) => (
            <Segment key={segment.column} segment={segment} />
          ))}
        </span>
      ))}
    </pre>
  )
}

function Segment({ segment }: { readonly segment: MrzSegment }) {
  switch (segment.kind) {
    case 'digit':
      return <mark className={join(styles.digit, segment.check?.isValid === false && styles.wrong)}>{segment.text}</mark>
    case 'repaired':
      return <span className={styles.repaired}>{segment.text}</span>
    case 'filler':
      return <i className={styles.filler}>{segment.text}</i>
    default:
      return segment.text
  }
}
