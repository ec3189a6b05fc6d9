/** Makes machine-readable zones of fictional people, with check digits of its own reckoning, to hold the reader against. */
export interface Td3Parts {
  readonly code?: string
  readonly issuer?: string
  /** As coded: `MUELLER<<JUERGEN<KARL`. */
  readonly name?: string
  readonly number?: string
  readonly nationality?: string
  readonly birth?: string
  readonly sex?: string
  readonly expiry?: string
  readonly optional?: string
}

export function td3(parts: Td3Parts = {}): readonly [string, string] {
  const { code = 'P', issuer = 'GBR', name = 'SMITH<<JOHN', nationality = 'GBR', birth = '910223', sex = 'M' } = parts
  const number = fill(parts.number ?? 'FZ5942043', 9)
  const expiry = parts.expiry ?? '340908'
  const optional = fill(parts.optional ?? '', 14)
  const numbered = number + digit(number)
  const born = birth + digit(birth)
  const expires = expiry + (expiry === '<<<<<<' ? '<' : digit(expiry))
  const extra = optional + (/^<+$/.test(optional) ? '<' : digit(optional))
  const composite = digit(numbered + born + expires + extra)
  return [
    fill(code, 2) + fill(issuer, 3) + fill(name, 39),
    `${numbered}${fill(nationality, 3)}${born}${sex}${expires}${extra}${composite}`,
  ]
}

export function fill(text: string, length: number): string {
  return text.padEnd(length, '<').slice(0, length)
}

/** Written apart from the product: values by looking up a string, weights by name. */
export function digit(text: string): string {
  const order = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const sum = [...text].reduce((total, character, index) => {
    const weight = index % 3 === 0 ? 7 : index % 3 === 1 ? 3 : 1
    return total + Math.max(0, order.indexOf(character)) * weight
  }, 0)
  return String(sum % 10)
}

/** The text with one character exchanged; `column` counts from 1. */
export function misread(line: string, column: number, became: string): string {
  return line.slice(0, column - 1) + became + line.slice(column)
}
