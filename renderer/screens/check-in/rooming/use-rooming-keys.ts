import { useEffect, useMemo, useRef } from 'react'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { MOST_TABS } from '../form-state.ts'
import type { Rooming } from './use-rooming.ts'

interface Party {
  readonly rooming: Rooming
  readonly count: number
  readonly isLocked: boolean
  /** The next guest after the one on screen of whom something is missing; `null` = nobody. */
  readonly nextOpen: () => number | null
}

/** The keys of a group: its list, its table, the next guest to see to. */
export function useRoomingKeys(party: Party): void {
  const { say } = useWords()
  const latest = useRef(party)
  useEffect(() => {
    latest.current = party
  })
  useCommands(
    useMemo<readonly Command[]>(() => {
      const now = () => latest.current
      const isLarge = () => now().count > MOST_TABS && !now().rooming.isOpen
      return [
        {
          id: 'checkIn.rooming',
          name: say('rooming.command'),
          shortcut: { code: 'KeyL', alt: true },
          isEnabled: () => !now().isLocked && !now().rooming.isOpen,
          run: () => now().rooming.open(),
        },
        {
          id: 'checkIn.partyTable',
          name: say('rooming.party.key'),
          shortcut: { code: 'KeyT', alt: true },
          isEnabled: isLarge,
          run: () => now().rooming.showTable(),
        },
        {
          id: 'checkIn.nextOpenGuest',
          name: say('rooming.party.nextOpen'),
          shortcut: { code: 'F7' },
          isEnabled: () => isLarge() && now().nextOpen() !== null,
          run: () => {
            const index = now().nextOpen()
            if (index !== null) now().rooming.showGuest(index)
          },
        },
      ]
    }, [say]),
  )
}
