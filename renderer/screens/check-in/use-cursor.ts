import { type KeyboardEvent, type RefObject, useCallback, useEffect, useState } from 'react'
import type { CursorTarget } from './check-in-context.ts'
import type { FormField } from './form-state.ts'
import { nextOpenField } from './guest-facts.ts'

export interface Cursor {
  /** Moves the cursor once what was just changed is on screen. */
  sendTo(target: CursorTarget): void
  /** Enter in a field goes to the next one to see to; when none is left, to the act. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

export function useCursor(page: RefObject<HTMLElement | null>, open: ReadonlySet<FormField>): Cursor {
  const [wish, setWish] = useState<{ readonly target: CursorTarget } | null>({ target: 'scan' })

  useEffect(() => {
    if (wish === null || page.current === null) return
    const field = wish.target === 'firstOpen' ? (nextOpenField(open, null) ?? 'act') : wish.target
    focusOn(page.current, field)
    setWish(null)
  }, [wish, open, page])

  const sendTo = useCallback((target: CursorTarget) => setWish({ target }), [])

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target } = event
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (event.defaultPrevented || page.current === null) return
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    event.preventDefault()
    const from = (target.dataset['field'] ?? null) as FormField | null
    focusOn(page.current, nextOpenField(open, from) ?? 'act')
  }

  return { sendTo, onKeyDown }
}

function focusOn(page: HTMLElement, field: FormField | 'act'): void {
  const element = page.querySelector<HTMLElement>(`[data-field="${field}"]`)
  element?.focus()
  if (element instanceof HTMLInputElement) element.select()
}
