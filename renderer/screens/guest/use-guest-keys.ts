import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useDesk } from '../../client/desk-context.tsx'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import { guestPath } from '../../notices/primary-action.ts'
import { neighbour, useGuestWalk } from '../guests/guest-walk.ts'

interface GuestKeysOptions {
  readonly noticeId: string
  readonly receiptId: string | null
  readonly canEdit: boolean
  readonly onReceipt: (receiptId: string) => void
  readonly onShowNumber: () => void
  readonly onEdit: () => void
}

/** J and K along the list the guest was opened from (the latest arrivals otherwise), O the receipt, V the number, Esc back. */
export function useGuestKeys({ noticeId, receiptId, canEdit, onReceipt, onShowNumber, onEdit }: GuestKeysOptions): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const { api } = useDesk()
  const { from, ids } = useGuestWalk()
  const isInWalk = ids.includes(noticeId)
  const { data: latest } = useQuery({
    ...api.guest.search.queryOptions({ input: { query: '', limit: 500 } }),
    enabled: !isInWalk,
  })
  const order = useMemo(() => (isInWalk ? ids : (latest?.notices.map(({ id }) => id) ?? [])), [isInWalk, ids, latest])
  useCommands(
    useMemo<readonly Command[]>(() => {
      const walk = (step: 1 | -1) => () => {
        const next = neighbour(order, noticeId, step)
        if (next !== undefined) navigate(guestPath(next))
      }
      return [
        {
          id: 'guest.next',
          name: say('guest.keys.next'),
          shortcut: { code: 'KeyJ' },
          caps: 'J K',
          inFooter: true,
          run: walk(1),
        },
        { id: 'guest.previous', name: say('guest.keys.next'), shortcut: { code: 'KeyK' }, run: walk(-1) },
        ...(receiptId === null
          ? []
          : [
              {
                id: 'guest.receipt',
                name: say('guest.keys.receipt'),
                shortcut: { code: 'KeyO' },
                inFooter: true,
                run: () => onReceipt(receiptId),
              },
            ]),
        ...(canEdit
          ? [{ id: 'guest.edit', name: say('guest.keys.edit'), shortcut: { code: 'KeyE' }, inFooter: true, run: onEdit }]
          : []),
        { id: 'guest.number', name: say('guest.keys.show'), shortcut: { code: 'KeyV' }, run: onShowNumber },
        {
          id: 'guest.back',
          name: say('guest.keys.back'),
          shortcut: { code: 'Escape' },
          inFooter: true,
          run() {
            const field = document.activeElement
            if (field instanceof HTMLElement && field.matches('input, select, textarea')) field.blur()
            else navigate(isInWalk ? from : '/guests')
          },
        },
      ]
    }, [order, noticeId, receiptId, canEdit, isInWalk, from, onReceipt, onShowNumber, onEdit, say, navigate]),
  )
}
