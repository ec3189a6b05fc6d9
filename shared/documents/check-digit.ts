const WEIGHTS = [7, 3, 1] as const

/**
 * Check digit of ICAO Doc 9303 part 3, 4.9: values 0–9, A=10 … Z=35, `<`=0, weighted 7, 3, 1, modulo 10.
 * It cannot tell characters apart whose values differ by 10 or 20: `6`/`G`, `1`/`L`, `0`/`A`/`K`/`U`, `<`/`K`.
 * Expects only `A–Z`, `0–9` and `<`.
 */
export function checkDigitOf(text: string): number {
  let sum = 0
  for (let index = 0; index < text.length; index += 1) sum += characterValue(text.charCodeAt(index)) * (WEIGHTS[index % 3] ?? 0)
  return sum % 10
}

function characterValue(charCode: number): number {
  if (charCode >= 48 && charCode <= 57) return charCode - 48
  if (charCode >= 65 && charCode <= 90) return charCode - 55
  return 0
}
