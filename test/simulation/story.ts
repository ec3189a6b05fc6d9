import { createHash } from 'node:crypto'

/** What happened, line by line, in words a person can follow; and its fingerprint. */
export interface Story {
  tell(text: string): void
  /** A short name for an id: the first notice is `n1`. */
  nameOf(noticeId: string): string
  lines(): readonly string[]
  /** The same for the same story. */
  hash(): string
}

export function createStory(nowMs: () => number): Story {
  const lines: string[] = []
  const names = new Map<string, string>()
  return {
    tell: (text) => void lines.push(`${clockTime(nowMs())}  ${text}`),
    nameOf(noticeId) {
      const name = names.get(noticeId) ?? `n${names.size + 1}`
      names.set(noticeId, name)
      return name
    },
    lines: () => lines,
    hash: () => createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16),
  }
}

/** Time since the beginning, `1:02:03.004`. */
function clockTime(ms: number): string {
  const part = (value: number, width: number) => String(Math.floor(value)).padStart(width, '0')
  return `${part(ms / 3_600_000, 1)}:${part((ms / 60_000) % 60, 2)}:${part((ms / 1_000) % 60, 2)}.${part(ms % 1_000, 3)}`
}
