import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import { guestPath } from '../../notices/primary-action.ts'
import { useView } from '../../state/view-store.ts'
import { useGuestChoice } from './guest-choice.ts'
import { useGuestWalk } from './guest-walk.ts'
import type { GuestPages } from './use-guest-pages.ts'

interface TableKeysGiven {
  readonly pages: Pick<GuestPages, 'total' | 'rowAt' | 'loaded'>
  /** Row the keyboard is on. */
  readonly cursor: number
  readonly moveTo: (index: number) => void
  readonly scrollTo: (index: number) => void
  readonly onChooseAll: () => void
}

/** Along the list, into it, and ticking: one by one, by the stretch, all. */
export function useTableKeys({ pages, cursor, moveTo, scrollTo, onChooseAll }: TableKeysGiven): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const startWalk = useGuestWalk((walk) => walk.start)
  const { loaded } = pages
  const given = useRef({ pages, moveTo, scrollTo, onChooseAll })
  useEffect(() => {
    given.current = { pages, moveTo, scrollTo, onChooseAll }
  })
  // Keys come faster than rows are drawn, and a drawing for another reason may still show the row before: where the keys are is theirs,
  // until the table moves by itself.
  const at = useRef(cursor)
  useLayoutEffect(() => {
    at.current = cursor
  }, [cursor])
  useEffect(
    () =>
      startWalk(
        '/guests',
        loaded.map(({ notice }) => notice.id),
      ),
    [startWalk, loaded],
  )
  useCommands(
    useMemo<readonly Command[]>(() => {
      const { turn, add } = useGuestChoice.getState()
      const idAt = (index: number) => given.current.pages.rowAt(index)?.notice.id
      const go = (index: number) => {
        const now = given.current
        const next = Math.min(now.pages.total - 1, Math.max(0, index))
        if (next < 0) return
        now.scrollTo(next)
        now.moveTo(next)
        at.current = next
      }
      const step = (by: number) => () => go(at.current + by)
      const stretch = (by: number) => () => {
        const from = at.current
        add([idAt(from), idAt(from + by)].filter((id) => id !== undefined))
        go(from + by)
      }
      const onRow = (run: (id: string) => void) => () => {
        const id = idAt(at.current)
        if (id !== undefined) run(id)
      }
      return [
        {
          id: 'guests.up',
          name: say('guest.list.keys'),
          shortcut: { code: 'ArrowUp' },
          caps: '↑ ↓',
          inFooter: true,
          run: step(-1),
        },
        { id: 'guests.down', name: say('guest.list.keys'), shortcut: { code: 'ArrowDown' }, run: step(1) },
        { id: 'guests.first', name: say('guest.list.keys'), shortcut: { code: 'Home' }, run: () => go(0) },
        { id: 'guests.last', name: say('guest.list.keys'), shortcut: { code: 'End' }, run: () => go(Number.POSITIVE_INFINITY) },
        {
          id: 'guests.open',
          name: say('guest.list.open'),
          shortcut: { code: 'Enter' },
          inFooter: true,
          run: onRow((id) => {
            // Its row may not have been read yet when the keys came to it.
            useView.getState().select(id)
            navigate(guestPath(id))
          }),
        },
        {
          id: 'guests.choose',
          name: say('guestList.keys.choose'),
          shortcut: { code: 'Space' },
          inFooter: true,
          run: onRow(turn),
        },
        {
          id: 'guests.chooseUp',
          name: say('guestList.keys.choose'),
          shortcut: { code: 'ArrowUp', shift: true },
          caps: 'Shift ↑ ↓',
          run: stretch(-1),
        },
        {
          id: 'guests.chooseDown',
          name: say('guestList.keys.choose'),
          shortcut: { code: 'ArrowDown', shift: true },
          isUnlisted: true,
          run: stretch(1),
        },
        {
          id: 'guests.chooseAll',
          name: say('guestList.keys.all'),
          shortcut: { code: 'KeyA', ctrl: true },
          inFooter: true,
          // In a field it marks the text.
          isEnabled: () => !(document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text'),
          run: () => given.current.onChooseAll(),
        },
      ]
    }, [say, navigate]),
  )
}
