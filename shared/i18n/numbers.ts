/** Chromium has no Kazakh figures; Kazakh and Russian write them alike. */
const WRITE_WHOLE = new Intl.NumberFormat('ru-KZ', { maximumFractionDigits: 0, useGrouping: true })

/** `43 250`: groups parted by a no-break space, in every language of the desk. */
export function wholeNumber(value: number): string {
  return WRITE_WHOLE.format(value)
}

/** `43 250 ₸`. */
export function tenge(value: number): string {
  return `${wholeNumber(value)}\u00a0₸`
}
