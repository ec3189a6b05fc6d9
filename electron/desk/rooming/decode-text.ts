/**
 * Text of a file whose encoding nobody wrote down: by its byte order mark, else UTF-16 where every other byte is zero, else UTF-8 where all of it
 * is, else Windows-1251, which Excel on a Russian or Kazakh Windows saves. `undefined` when it is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const bare = bareUtf16(bytes)
  if (bare !== undefined) return new TextDecoder(bare).decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('windows-1251').decode(bytes)
    return isText(text) ? text : undefined
  }
}

/** UTF-16 without a mark has zeros on one side only, wherever a separator or a figure stands. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > 0 && even === 0) return 'utf-16le'
  return even > 0 && odd === 0 ? 'utf-16be' : undefined
}

/** Any bytes are letters in Windows-1251; control characters are not. */
function isText(text: string): boolean {
  return ![...text].some((character) => {
    const code = character.charCodeAt(0)
    return code < 0x20 && !'\t\n\r\f\v'.includes(character)
  })
}
