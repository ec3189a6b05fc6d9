const MARK_EVERY_MINUTES = 180

/** Every third hour of a day that has `minutes`, its ends included. The last one says 24:00 on a day of 24 hours. */
export function hourMarks(minutes: number): readonly { readonly minute: number; readonly label: string }[] {
  const count = Math.floor(minutes / MARK_EVERY_MINUTES)
  return Array.from({ length: count + 1 }, (_, place) => {
    const minute = place * MARK_EVERY_MINUTES
    return { minute, label: `${String(minute / 60).padStart(2, '0')}:00` }
  })
}
