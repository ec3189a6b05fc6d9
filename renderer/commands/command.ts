import type { PhysicalKey } from './physical-keys.ts'

/** A physical key with its modifiers, possibly after a leading key: `G` then `T`. */
export interface Shortcut {
  /** `KeyboardEvent.code`, so that it works on every layout. */
  readonly code: string
  readonly ctrl?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
  readonly after?: string
}

/** One thing a clerk can do, reached alike from button, key, footer and list of keys. */
export interface Command {
  readonly id: string
  /** In the clerk's words and language. */
  readonly name: string
  readonly shortcut: Shortcut
  /** What the key cap says where it is not the key's own letter. */
  readonly caps?: string
  /** Default: always. */
  readonly isEnabled?: () => boolean
  readonly run: () => void
  /** Stands among the keys in the footer. */
  readonly inFooter?: boolean
  /** Left out of the list of keys: another command's caps already name it. */
  readonly isUnlisted?: boolean
}

/** `N`, `G T`, `Ctrl Enter`, `?`: as printed on key caps. */
export function capsOf(command: Pick<Command, 'shortcut' | 'caps'>): string {
  if (command.caps !== undefined) return command.caps
  const { shortcut } = command
  return [
    shortcut.after === undefined ? undefined : capOf(shortcut.after),
    shortcut.ctrl ? 'Ctrl' : undefined,
    shortcut.alt ? 'Alt' : undefined,
    shortcut.shift ? 'Shift' : undefined,
    capOf(shortcut.code),
  ]
    .filter((cap) => cap !== undefined)
    .join(' ')
}

export function matches(shortcut: Shortcut, key: PhysicalKey, leading: string | null): boolean {
  return (
    shortcut.code === key.code &&
    (shortcut.ctrl ?? false) === (key.ctrl || key.meta) &&
    (shortcut.alt ?? false) === key.alt &&
    (shortcut.shift ?? false) === key.shift &&
    (shortcut.after ?? null) === leading
  )
}

/** A lone letter would be typed into a field; with Ctrl, Alt or as F-key it works there too. */
export function worksInFields(shortcut: Shortcut): boolean {
  return shortcut.ctrl === true || shortcut.alt === true || /^F\d+$/.test(shortcut.code) || shortcut.code === 'Escape'
}

const CAPS: Readonly<Record<string, string>> = {
  Slash: '/',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

function capOf(code: string): string {
  return CAPS[code] ?? code.replace(/^(Key|Digit)/, '')
}
