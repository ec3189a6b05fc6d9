/** What a receipt may be. Known by the first bytes: the name and the type a browser states prove nothing. */
const KINDS = [
  { mediaType: 'application/pdf', extension: 'pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', extension: 'png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', extension: 'jpg', magic: [0xff, 0xd8, 0xff] },
] as const

export interface ProofKind {
  readonly mediaType: string
  readonly extension: string
}

/** `undefined` for anything but a PDF, PNG or JPEG. */
export function proofKindOf(bytes: Uint8Array): ProofKind | undefined {
  return KINDS.find(({ magic }) => magic.every((byte, position) => bytes[position] === byte))
}

/** A file name without folders, control characters or a misleading ending. */
export function safeFileName(name: string | null, kind: ProofKind): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/[\p{Cc}<>:"|?*]/gu, '')
    .replace(/\.[^.]*$/, '')
    .trim()
  return `${stem === '' ? 'receipt' : stem.slice(0, 120)}.${kind.extension}`
}
