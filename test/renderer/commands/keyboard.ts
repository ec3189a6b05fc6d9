import type { PhysicalKey } from '#renderer/commands/physical-keys.ts'

export function pressed(code: string, timeMs: number, modifiers: Partial<PhysicalKey> = {}): PhysicalKey {
  return { code, timeMs, shift: false, capsLock: false, ctrl: false, alt: false, meta: false, ...modifiers }
}

const PUNCTUATION: Readonly<Record<string, readonly [code: string, shift: boolean]>> = {
  '<': ['Comma', true],
  '\n': ['Enter', false],
  '/': ['Slash', false],
}

/** The physical keys a scanner (or a hand) presses for `text`, the n-th after `gap(n)` ms. The layout is no part of it. */
export function keysOf(text: string, gap: (index: number) => number, startMs = 0): readonly PhysicalKey[] {
  let timeMs = startMs
  return [...text].map((character, index) => {
    timeMs += index === 0 ? 0 : gap(index)
    const special = PUNCTUATION[character]
    if (special !== undefined) return pressed(special[0], timeMs, { shift: special[1] })
    if (/\d/.test(character)) return pressed(`Digit${character}`, timeMs)
    return pressed(`Key${character.toUpperCase()}`, timeMs, { shift: character !== character.toLowerCase() })
  })
}

/** A clock that runs what is due, in order, when it is told to move on. */
export function virtualTime() {
  let nowMs = 0
  let due: { readonly atMs: number; readonly action: () => void }[] = []
  return {
    schedule(action: () => void, delayMs: number): () => void {
      const entry = { atMs: nowMs + delayMs, action }
      due.push(entry)
      return () => {
        due = due.filter((other) => other !== entry)
      }
    },
    runUntil(timeMs: number): void {
      for (let next = earliest(due); next !== undefined && next.atMs <= timeMs; next = earliest(due)) {
        const ran = next
        due = due.filter((other) => other !== ran)
        nowMs = ran.atMs
        ran.action()
      }
      if (Number.isFinite(timeMs)) nowMs = timeMs
    },
  }
}

function earliest<Entry extends { readonly atMs: number }>(entries: readonly Entry[]): Entry | undefined {
  return entries.toSorted((a, b) => a.atMs - b.atMs)[0]
}
