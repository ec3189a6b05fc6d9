import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Command } from '../../commands/command.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useView } from '../../state/view-store.ts'
import { type BoardCell, type BoardCells, cellTowards, type Direction, firstCell } from './board-cells.ts'

export interface BoardKeys {
  readonly selected: BoardCell | undefined
  isSelected(area: string, noticeId: string): boolean
  select(area: string, noticeId: string): void
  /** Give to the element of a cell, so that the arrows can move the focus to it. */
  refOf(area: string, noticeId: string): (element: HTMLElement | null) => void
  readonly commands: readonly Command[]
}

interface Place {
  readonly area: string
  readonly noticeId: string
}

/** Walking the board with the arrows. The selection survives a refresh and a visit to the guest; when its guest leaves, the first takes over. */
export function useBoardKeys(cells: BoardCells): BoardKeys {
  const { say } = useWords()
  const remembered = useView((view) => view.selectedNoticeId)
  const remember = useView((view) => view.select)
  const [place, setPlace] = useState<Place | null>(null)
  const elements = useRef(new Map<string, HTMLElement>())
  const selected = useMemo(() => selectedCell(cells, place, remembered), [cells, place, remembered])

  const select = useCallback(
    (area: string, noticeId: string) => {
      setPlace((now) => (now?.area === area && now.noticeId === noticeId ? now : { area, noticeId }))
      remember(noticeId)
    },
    [remember],
  )

  const commands = useMemo<readonly Command[]>(() => {
    const walk = (direction: Direction) => () => {
      const next = cellTowards(cells, selected, direction)
      if (next === undefined) return
      select(next.area, next.notice.id)
      elements.current.get(keyOf(next.area, next.notice.id))?.focus()
    }
    const arrow = (code: string, direction: Direction): Command => ({
      id: `board.${direction}`,
      name: say('commands.board'),
      shortcut: { code },
      run: walk(direction),
    })
    return [
      { ...arrow('ArrowLeft', 'left'), caps: '← ↑ ↓ →', inFooter: true },
      { ...arrow('ArrowUp', 'up'), isUnlisted: true },
      { ...arrow('ArrowDown', 'down'), isUnlisted: true },
      { ...arrow('ArrowRight', 'right'), isUnlisted: true },
    ]
  }, [cells, selected, select, say])

  useEffect(() => {
    // Keys work at once when the board opens, unless the clerk is already somewhere else.
    if (document.activeElement !== document.body || selected === undefined) return
    elements.current.get(keyOf(selected.area, selected.notice.id))?.focus({ preventScroll: true })
  }, [selected])

  return {
    selected,
    isSelected: (area, noticeId) => selected?.area === area && selected.notice.id === noticeId,
    select,
    refOf: (area, noticeId) => (element) => {
      if (element === null) elements.current.delete(keyOf(area, noticeId))
      else elements.current.set(keyOf(area, noticeId), element)
    },
    commands,
  }
}

function selectedCell(cells: BoardCells, place: Place | null, remembered: string | null): BoardCell | undefined {
  const all = cells.flat()
  return (
    all.find((cell) => place !== null && cell.area === place.area && cell.notice.id === place.noticeId) ??
    all.find((cell) => cell.notice.id === (place?.noticeId ?? remembered)) ??
    firstCell(cells)
  )
}

function keyOf(area: string, noticeId: string): string {
  return `${area}/${noticeId}`
}
