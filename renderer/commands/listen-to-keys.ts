import { runByKey } from './command-registry.ts'
import { createFieldWatch } from './field-watch.ts'
import { createKeyStream } from './key-stream.ts'
import type { PhysicalKey } from './physical-keys.ts'
import { useScans } from './scans.ts'

/** Binds the keyboard of this window to commands and scans. Answers how to stop. */
export function listenToKeys(): () => void {
  const schedule = (action: () => void, delayMs: number) => {
    const timer = window.setTimeout(action, delayMs)
    return () => window.clearTimeout(timer)
  }
  const onScan = (text: string) => useScans.getState().deliver(text)
  let wasSpent = false
  const stream = createKeyStream({
    listener: {
      onKey(key) {
        wasSpent = !isDialogOpen() && runByKey(key, false)
      },
      onScan,
    },
    schedule,
  })
  const fieldWatch = createFieldWatch({ onScan, schedule })

  function onKeyDown(event: KeyboardEvent): void {
    // A held key repeats as fast as a scanner, and an input method composes by itself.
    if (event.repeat || event.isComposing || event.code === '') return
    const key = physicalKey(event)
    const field = fieldOf(event.target)
    if (field !== undefined) {
      const keepFromField = fieldWatch.press(key, putBack(field))
      // A scanner's control character is a chord with Ctrl; Escape and the function keys are a person's, however fast.
      if (keepFromField || (!isDialogOpen() && !(key.ctrl && fieldWatch.isUnderWay(key.timeMs)) && runByKey(key, true)))
        event.preventDefault()
      return
    }
    // Enter and Space press the button that has the focus, unless a scanner is at work.
    if (isPress(event) && !stream.isUnderWay(event.timeStamp)) return
    wasSpent = false
    const isHeld = stream.press(key)
    if (isHeld || wasSpent) event.preventDefault()
    if (isHeld) event.stopPropagation()
  }

  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

/** It has the keyboard to itself, but for a scanner, and the browser closes it with Escape. */
function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}

function isPress(event: KeyboardEvent): boolean {
  const pressesIt = event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Space'
  // Ctrl+Enter on a button is a command.
  return (
    pressesIt &&
    !event.ctrlKey &&
    !event.altKey &&
    !event.metaKey &&
    event.target instanceof Element &&
    event.target.closest('button, a, summary, input') !== null
  )
}

function physicalKey(event: KeyboardEvent): PhysicalKey {
  return {
    code: event.code,
    shift: event.shiftKey,
    capsLock: event.getModifierState('CapsLock'),
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    timeMs: event.timeStamp,
  }
}

type TextField = HTMLInputElement | HTMLTextAreaElement

/** The field that takes the letters, if the key goes to one. A list counts: letters jump in it. */
function fieldOf(target: EventTarget | null): TextField | HTMLSelectElement | undefined {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return target
  if (!(target instanceof HTMLInputElement)) return undefined
  return ['checkbox', 'radio', 'button', 'submit', 'file', 'range'].includes(target.type) ? undefined : target
}

/** Sets the field back to what it held, in a way that React notices. */
function putBack(field: TextField | HTMLSelectElement): () => void {
  const earlier = field.value
  return () => {
    const prototype = Object.getPrototypeOf(field) as object
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, earlier)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
