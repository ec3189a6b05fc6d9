import { useCallback, useEffect, useRef } from 'react'

/**
 * Keeps the keyboard on the selected row: it has the focus when the screen opens and when the arrows move, but it never takes the focus
 * out of a field or a panel. Answers the ref for each row.
 */
export function useRowFocus(selectedId: string | null): (noticeId: string) => (element: HTMLElement | null) => void {
  const elements = useRef(new Map<string, HTMLElement>())
  useEffect(() => {
    if (selectedId === null) return
    const row = elements.current.get(selectedId)
    const focused = document.activeElement
    const isOnTable = focused === document.body || focused?.closest('tr') !== null
    if (row === undefined || !isOnTable || row.contains(focused)) return
    row.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }, [selectedId])
  return useCallback(
    (noticeId) => (element) => {
      if (element === null) elements.current.delete(noticeId)
      else elements.current.set(noticeId, element)
    },
    [],
  )
}
