import styles from './icon.module.css'

/** Drawn on a 16 × 16 grid for this desk: one stroke, round caps, nothing filled. */
const SHAPES = {
  send: 'M13.8 2.2 7.2 8.8M13.8 2.2 9.6 13.8 7.2 8.8 2.2 6.4z',
  plus: 'M8 3v10M3 8h10',
  alert: 'M8 2.6 14 13H2zM8 6.6v3M8 11.2v.1',
  clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.7V8l2.3 1.5',
  calendar: 'M2.5 3.6h11v9.9h-11zM2.5 6.6h11M5.4 2v3M10.6 2v3',
  ask: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM6.3 6.3c.2-1 .9-1.6 1.8-1.6s1.7.6 1.7 1.5c0 1.3-1.7 1.4-1.7 2.6M8.1 11v.1',
  pen: 'M3 13l.7-2.9 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2',
  turn: 'M13.5 8A5.5 5.5 0 1 1 8 2.5',
  globe:
    'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM2 8h12M8 2c1.9 1.7 2.6 3.6 2.6 6S9.9 12.3 8 14c-1.9-1.7-2.6-3.6-2.6-6S6.1 3.7 8 2z',
  gap: 'M6 2.3a6 6 0 0 1 4 0M13 4.7a6 6 0 0 1 1 3.3M13 11.3a6 6 0 0 1-3 2.4M6 13.7a6 6 0 0 1-3-2.4M2 8a6 6 0 0 1 1-3.3M8 5.6v4.8M5.6 8h4.8',
  user: 'M10.7 5.3a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM2.8 13.7c.5-2.5 2.4-3.9 5.2-3.9s4.7 1.4 5.2 3.9',
  stop: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM6 6l4 4M10 6l-4 4',
  ok: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM5.3 8.2 7.2 10l3.5-3.8',
  check: 'M3 8.5 6.3 12 13 4.5',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.3 10.3 14 14',
  line: 'M2 6.5a8.5 8.5 0 0 1 12 0M4.2 9a5.4 5.4 0 0 1 7.6 0M6.4 11.4a2.3 2.3 0 0 1 3.2 0',
  lineCut:
    'M4.2 9a5.4 5.4 0 0 1 3-1.5M2 6.5a8.5 8.5 0 0 1 3-2M8 4a8.5 8.5 0 0 1 6 2.5M6.4 11.4a2.3 2.3 0 0 1 3.2 0M2.5 2.5l11 11',
  board: 'M2 3.5h3v9H2zM6.5 3.5h3v6h-3zM11 3.5h3V7h-3z',
  arrive: 'M9 2.5h3.5v11H9M2.5 8H9M6.5 5.5 9 8l-2.5 2.5',
  depart: 'M7 2.5H3.5v11H7M6.5 8h7M11 5.5 13.5 8 11 10.5',
  guests:
    'M8.5 5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM1.5 13.5c.4-2.5 2-4 4.5-4s4.1 1.5 4.5 4M10.5 2.8a2.4 2.4 0 0 1 0 4.4M12 9.8c1.5.6 2.3 1.9 2.5 3.7',
  queue: 'M2 4h12M2 8h12M2 12h6.5M11 12.3l1.6 1.6L15 11',
  moon: 'M13 9.5A5.5 5.5 0 1 1 6.5 3 4.5 4.5 0 0 0 13 9.5z',
  sun: 'M10.6 8a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0zM8 1.6v1.6M8 12.8v1.6M1.6 8h1.6M12.8 8h1.6M3.5 3.5l1.1 1.1M11.4 11.4l1.1 1.1M3.5 12.5l1.1-1.1M11.4 4.6l1.1-1.1',
  settings:
    'M2 4.5h6.2M11.8 4.5H14M2 11.5h2.2M7.8 11.5H14M11.8 4.5a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0zM7.8 11.5a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0z',
  book: 'M8 4c-1.5-1-3.5-1.3-5.5-1v9.5c2-.3 4 0 5.5 1 1.5-1 3.5-1.3 5.5-1V3c-2-.3-4 0-5.5 1zM8 4v9.5',
  cap: 'M8 3 1.5 6 8 9l6.5-3zM4 7.2v3.6c2.2 1.6 5.8 1.6 8 0V7.2',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  document: 'M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M5.8 8h4.4M5.8 10.7h4.4',
  bed: 'M2 12.5V4M2 10.5h12v2M14 10.5V8.2C14 7 13.3 6.5 12.2 6.5H7v4M5.6 7.3a1.3 1.3 0 1 1-2.6 0 1.3 1.3 0 0 1 2.6 0z',
  history: 'M2.5 8A5.5 5.5 0 1 0 4.3 4M2.5 2.8v2.7h2.7M8 5v3.2l2.2 1.3',
  left: 'M10 3.5 5.5 8 10 12.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  pause: 'M5.5 3v10M10.5 3v10',
  play: 'M4.5 2.8 12.5 8l-8 5.2z',
  scan: 'M2.5 5V2.5H5M11 2.5h2.5V5M13.5 11v2.5H11M5 13.5H2.5V11M4.5 8h7',
  photo: 'M2 4.5h3L6.2 3h3.6L11 4.5h3v8.5H2zM10.3 8.6a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0z',
  keys: 'M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6',
  shield: 'M8 2 13 4v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.7 8l1.7 1.7 3-3.3',
  chain: 'M6.8 9.2 9.2 6.8M7.3 5.2l1.3-1.3a2.5 2.5 0 0 1 3.5 3.5l-1.3 1.3M8.7 10.8l-1.3 1.3a2.5 2.5 0 0 1-3.5-3.5l1.3-1.3',
  lock: 'M3.5 7.2h9v6.3h-9zM5.3 7.2V5a2.7 2.7 0 0 1 5.4 0v2.2',
  home: 'M2.5 7.5 8 2.8l5.5 4.7M4 6.5v7h8v-7M6.7 13.5V9.8h2.6v3.7',
  close: 'M4 4l8 8M12 4l-8 8',
  flag: 'M3.5 14V2.5M3.5 3h8.5l-2 2.7 2 2.8H3.5',
  external: 'M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4',
  hand: 'M2 9.5h3l2.5-1.3c1 0 1.5.5 1.5 1.3H7M9 9.5l3.5-2c.9-.4 1.8.5 1.1 1.3L9.5 13H2M8 6V1.8M6 3.6l2-1.9 2 1.9',
  child: 'M10 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM8 6.5v4M4.5 8.5h7M8 10.5 6 14M8 10.5l2 3.5',
} as const
export type IconName = keyof typeof SHAPES
export const ICON_NAMES = Object.keys(SHAPES) as readonly IconName[]

interface IconProps {
  readonly name: IconName
  /** 20 px, for the rail. */
  readonly isLarge?: boolean
  /** Turns while something is under way. */
  readonly isTurning?: boolean
}

/** Always stands beside its word; to a screen reader it says nothing. */
export function Icon({ name, isLarge = false, isTurning = false }: IconProps) {
  const className = [styles.icon, isLarge && styles.large, isTurning && styles.turning].filter(Boolean).join(' ')
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  )
}
