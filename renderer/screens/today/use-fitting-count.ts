import { type RefObject, useLayoutEffect, useState } from 'react'

/** A card with its gap. */
const CARD_HEIGHT_PX = 102
/** One more line on it: what an overdue guest may cost, until when the portal takes him, a state too long to stand beside the button. */
const EXTRA_LINE_PX = 21
/** Padding above and the "more" line below. */
const AROUND_PX = 40
const FEWEST = 3
/** Until the column is measured. */
const ROOM_AT_FIRST_PX = 5 * CARD_HEIGHT_PX

/** How many cards of a column fit into it without scrolling. `extraLines` = what each has beyond the usual, in their order. */
export function useFittingCount(column: RefObject<HTMLElement | null>, extraLines: readonly number[]): number {
  const [room, setRoom] = useState(ROOM_AT_FIRST_PX)
  useLayoutEffect(() => {
    const element = column.current?.parentElement
    if (element === null || element === undefined) return
    const measure = () => setRoom(element.clientHeight - AROUND_PX)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [column])
  return Math.max(FEWEST, fittingCount(room, extraLines))
}

/** How many cards fit into so much room, each as tall as its lines make it. */
export function fittingCount(room: number, extraLines: readonly number[]): number {
  let used = 0
  const first = extraLines.findIndex((lines) => {
    used += CARD_HEIGHT_PX + lines * EXTRA_LINE_PX
    return used > room
  })
  return first === -1 ? extraLines.length : first
}
