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

/** One thing a clerk can do, reached alike from button, key, footer, list of keys and palette. */
export interface Command {
  /** One thing has one id, wherever it is offered: a screen's record stands before the shell's with the same id. */
  readonly id: string
  /** In the clerk's words and language; in the footer it stands after the key, so one word often does. */
  readonly name: string
  /** The whole phrase, for where no screen explains the word: `отправить сейчас` for `сейчас`. */
  readonly title?: string
  /** Other words a clerk may look for it by, in any language. */
  readonly alsoCalled?: readonly string[]
  /** Without one it is reached by its button and by the palette. */
  readonly shortcut?: Shortcut
  /** What the key cap says where it is not the key's own letter. */
  readonly caps?: string
  /** Default: always. */
  readonly isEnabled?: () => boolean
  /** Why it does not work now, for the clerk; the palette then shows it instead of leaving it out. `null` = nothing worth saying. */
  readonly whyNot?: () => string | null
  readonly run: () => void
  /** Stands among the keys in the footer. */
  readonly inFooter?: boolean
  /** Left out of the list of keys: another command's caps already name it. */
  readonly isUnlisted?: boolean
}

/** `N`, `G T`, `Ctrl Enter`, `?`: as printed on key caps. Empty for a command without a key. */
export function capsOf(command: Pick<Command, 'shortcut' | 'caps'>): string {
  if (command.caps !== undefined) return command.caps
  const { shortcut } = command
  if (shortcut === undefined) return ''
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

/** Each key cap by itself, in the order they are pressed. */
export function capListOf(command: Pick<Command, 'shortcut' | 'caps'>): readonly string[] {
  return capsOf(command).split(' ').filter(Boolean)
}

/** As it stands by itself, at the start of a line. */
export function titleOf({ title, name }: Pick<Command, 'title' | 'name'>): string {
  const text = title ?? name
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

export function isEnabledNow({ isEnabled }: Pick<Command, 'isEnabled'>): boolean {
  return isEnabled?.() ?? true
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
