import type { TimeBar } from '#shared/reports/document.ts'
import { hourMarks } from './hour-marks.ts'
import styles from './time-bar-block.module.css'

/** One day from end to end: a thin line where nothing happened, a hatched block for each span, named below. */
export function TimeBarBlock({ bar }: { readonly bar: TimeBar }) {
  const place = (minute: number) => `${((minute / bar.minutes) * 100).toFixed(3)}%`
  return (
    <figure className={styles.day} data-time-bar={bar.id}>
      <figcaption>{bar.title}</figcaption>
      <div className={styles.line} aria-hidden="true">
        {bar.spans.map(({ from, to, label }) => (
          <i
            key={`${String(from)} ${label}`}
            style={{ insetInlineStart: place(from), inlineSize: place(Math.max(1, to - from)) }}
          />
        ))}
      </div>
      <div className={styles.hours} aria-hidden="true">
        {hourMarks(bar.minutes).map(({ minute, label }) => (
          <span key={label} style={{ insetInlineStart: place(minute) }}>
            {label}
          </span>
        ))}
      </div>
      {bar.spans.length > 0 && (
        <ul className={styles.spans}>
          {bar.spans.map(({ from, label }) => (
            <li key={`${String(from)} ${label}`}>{label}</li>
          ))}
        </ul>
      )}
    </figure>
  )
}
