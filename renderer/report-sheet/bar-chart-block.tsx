import { wholeNumber } from '#shared/i18n/numbers.ts'
import type { BarChart } from '#shared/reports/document.ts'
import styles from './bar-chart-block.module.css'
import { barShares } from './bar-shares.ts'

const LOOKS = [styles.solid, styles.hatched] as const

/** Bars of one or two parts: solid and hatched, so that black and white is enough. Each figure stands beside its bar. */
export function BarChartBlock({ chart }: { readonly chart: BarChart }) {
  const shares = barShares(chart.rows)
  return (
    <figure className={styles.chart} data-chart={chart.id}>
      <figcaption>
        <b>{chart.title}</b>
        {chart.parts.map((part, place) => (
          <span key={part} className={styles.part}>
            <i className={LOOKS[place]} />
            {part}
          </span>
        ))}
      </figcaption>
      <dl>
        {chart.rows.map(({ label, values }, row) => (
          // Two countries or two days may be called alike.
          <div key={`${String(row)} ${label}`}>
            <dt>{label}</dt>
            <dd>
              <span className={styles.bar} aria-hidden="true">
                {shares[row]?.map(
                  (share, place) =>
                    share > 0 && (
                      // A bar has a first and a second part and nothing else to be called by.
                      // biome-ignore lint/suspicious/noArrayIndexKey: see above
                      <i key={place} className={LOOKS[place]} style={{ inlineSize: `${String(share)}%` }} />
                    ),
                )}
              </span>
              <span className={styles.value}>{values.map(wholeNumber).join(' + ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
