import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { runById } from '../../commands/command-registry.ts'
import { guestPath } from '../../notices/primary-action.ts'
import { useGuestSearch } from '../../screens/guests/guest-search.ts'
import { useGuestWalk } from '../../screens/guests/guest-walk.ts'
import { canChoose, type PaletteOption } from './palette-options.ts'
import { useRecentCommands } from './recent-commands.ts'

/** What Enter does on a line. The palette is closed first: the cursor is back where the clerk was before anything runs. */
export function useChoosing(options: readonly PaletteOption[], close: () => void): (option: PaletteOption) => void {
  const [location, navigate] = useLocation()
  const startWalk = useGuestWalk((walk) => walk.start)
  const setSearch = useGuestSearch((search) => search.setQuery)
  const used = useRecentCommands((known) => known.used)
  return useCallback(
    (option) => {
      if (!canChoose(option)) return
      close()
      switch (option.kind) {
        case 'command':
          used(option.command.id)
          runById(option.command.id)
          return
        case 'guest':
          // J and K go along what was found, Esc back to where the palette was opened.
          startWalk(
            location,
            options.flatMap((other) => (other.kind === 'guest' ? [other.notice.id] : [])),
          )
          navigate(guestPath(option.notice.id))
          return
        case 'allGuests':
          setSearch(option.query)
          navigate('/guests')
      }
    },
    [options, close, location, navigate, startWalk, setSearch, used],
  )
}
