import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useDesk } from '../../client/desk-context.tsx'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import { guestPath } from '../../notices/primary-action.ts'
import { neighbour, useGuestWalk } from '../guests/guest-walk.ts'
import { ACT_KEYS } from './acts/act-bar.tsx'
import type { FormAct } from './acts/stay-acts.ts'

interface GuestKeysOptions {
  readonly noticeId: string
  readonly receiptId: string | null
  readonly canEdit: boolean
  readonly acts: readonly FormAct[]
  readonly canUndo: boolean
  readonly onReceipt: (receiptId: string) => void
  readonly onShowNumber: () => void
  readonly onEdit: () => void
  readonly onAct: (act: FormAct) => void
  readonly onUndo: () => void
  /** Closes what stands open; `false` = nothing does. */
  readonly onEscape: () => boolean
}

/**
 * J and K along the list the guest was opened from (the latest arrivals otherwise), the acts, U to take back, O the receipt, V the number,
 * Esc back.
 */
export function useGuestKeys(options: GuestKeysOptions): void {
  const { noticeId, receiptId, canEdit, acts, canUndo, onReceipt, onShowNumber, onEdit, onAct, onUndo, onEscape } = options
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
          title: say('palette.titles.nextGuest'),
          shortcut: { code: 'KeyJ' },
          caps: 'J K',
          inFooter: true,
          run: walk(1),
        },
        {
          id: 'guest.previous',
          name: say('guest.keys.next'),
          title: say('palette.titles.previousGuest'),
          shortcut: { code: 'KeyK' },
          isUnlisted: true,
          run: walk(-1),
        },
        ...(receiptId === null
          ? []
          : [
              {
                id: 'guest.receipt',
                name: say('guest.keys.receipt'),
                title: say('palette.titles.receipt'),
                shortcut: { code: 'KeyO' },
                inFooter: true,
                run: () => onReceipt(receiptId),
              },
            ]),
        ...(canEdit
          ? [{ id: 'guest.edit', name: say('guestActs.names.correct'), shortcut: { code: 'KeyE' }, run: onEdit }]
          : []),
        ...acts.map((act) => ({
          id: `guest.${act}`,
          name: say(`guestActs.titles.${act}`),
          shortcut: { code: `Key${ACT_KEYS[act]}` },
          run: () => onAct(act),
        })),
        ...(canUndo ? [{ id: 'guest.undo', name: say('guestActs.undo.key'), shortcut: { code: 'KeyU' }, run: onUndo }] : []),
        { id: 'guest.number', name: say('guest.keys.show'), shortcut: { code: 'KeyV' }, run: onShowNumber },
        {
          id: 'guest.back',
          name: say('guest.keys.back'),
          shortcut: { code: 'Escape' },
          inFooter: true,
          run() {
            if (onEscape()) return
            const field = document.activeElement
            if (field instanceof HTMLElement && field.matches('input, select, textarea')) field.blur()
            else navigate(isInWalk ? from : '/guests')
          },
        },
      ]
    }, [
      order,
      noticeId,
      receiptId,
      canEdit,
      acts,
      canUndo,
      isInWalk,
      from,
      onReceipt,
      onShowNumber,
      onEdit,
      onAct,
      onUndo,
      onEscape,
      say,
      navigate,
    ]),
  )
}
