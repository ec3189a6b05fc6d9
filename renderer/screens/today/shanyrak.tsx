import styles from './shanyrak.module.css'

const CENTRE = 140
const RIM = 92
const OUTER_RIM = 104
const POLES = 48

/** The crown of a yurt, seen from inside: the ring, the crossed staves, the roof poles running out from it. */
export function Shanyrak() {
  return (
    <svg className={styles.shanyrak} viewBox="0 0 280 280" aria-hidden="true" focusable="false">
      <circle cx={CENTRE} cy={CENTRE} r={RIM} />
      <circle cx={CENTRE} cy={CENTRE} r={OUTER_RIM} />
      {[45, 135].map((degrees) => (
        <g key={degrees} transform={`rotate(${degrees} ${CENTRE} ${CENTRE})`}>
          {[-14, 0, 14].map((offset) => (
            <path key={offset} d={stave(offset)} />
          ))}
        </g>
      ))}
      <path className={styles.poles} d={Array.from({ length: POLES }, (_, index) => pole(index)).join('')} />
    </svg>
  )
}

/** A bent stave from rim to rim; the outer ones lean towards the middle. */
function stave(offset: number): string {
  const half = Math.sqrt(RIM * RIM - offset * offset)
  const bend = offset * 0.43
  return `M${CENTRE + offset} ${CENTRE - half}Q${CENTRE + bend} ${CENTRE} ${CENTRE + offset} ${CENTRE + half}`
}

/** Every fourth pole is a long one. */
function pole(index: number): string {
  const angle = (index / POLES) * 2 * Math.PI
  const end = index % 4 === 0 ? 132 : 120
  const at = (radius: number) =>
    `${(CENTRE + radius * Math.cos(angle)).toFixed(1)} ${(CENTRE + radius * Math.sin(angle)).toFixed(1)}`
  return `M${at(OUTER_RIM)}L${at(end)}`
}
