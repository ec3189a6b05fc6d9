import serialize from 'canonicalize'

/** RFC 8785: one value is one text for ever, whichever order its fields were made in. */
export function canonicalJson(value: object): string {
  const text = serialize(value)
  if (text === undefined) throw new TypeError('This value has no JSON')
  return text
}
