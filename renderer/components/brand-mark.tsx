interface BrandMarkProps {
  readonly size?: number
}

/** A sealed cell with a tick: received. */
export function BrandMark({ size = 28 }: BrandMarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 28 28"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M14 3.5 23.5 9v10L14 24.5 4.5 19V9z" />
      <path d="M9.5 14.2 12.8 17.5 19 10.8" />
    </svg>
  )
}
