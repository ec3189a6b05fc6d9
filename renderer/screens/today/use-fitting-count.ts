import { type RefObject, useLayoutEffect, useState } from 'react'

/** A card with its gap. */
const CARD_HEIGHT_PX = 102
/** One more line on it: what an overdue guest may cost, until when the portal takes him. */
const EXTRA_LINE_PX = 21
/** Padding above and the "more" line below. */
const AROUND_PX = 40
const FEWEST = 3

/** How many cards fit into the column without scrolling. */
export function useFittingCount(column: RefObject<HTMLElement | null>, hasExtraLine: boolean): number {
  const [count, setCount] = useState(5)
  useLayoutEffect(() => {
    const element = column.current?.parentElement
    if (element === null || element === undefined) return
    const height = CARD_HEIGHT_PX + (hasExtraLine ? EXTRA_LINE_PX : 0)
    const measure = () => setCount(Math.max(FEWEST, Math.floor((element.clientHeight - AROUND_PX) / height)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [column, hasExtraLine])
  return count
}
