import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Language } from '#shared/i18n/language.ts'
import { useDesk } from '../client/desk-context.tsx'
import { showFile } from '../client/show-file.ts'
import type { Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.ts'
import { useWords } from '../i18n/use-words.ts'

interface Wanted {
  readonly noticeIds: readonly string[]
  readonly withParty: boolean
  /** `null` = as the desk guesses it for each guest. */
  readonly language: Language | null
}

/** Registration cards in a new tab with the printer's dialog; each printing stands in the guest's history. */
export function useRegistrationCard() {
  const { client, api } = useDesk()
  const queryClient = useQueryClient()
  return useMutation({
    async mutationFn({ noticeIds, withParty, language }: Wanted) {
      const { content, fileName } = await client.card.print({ noticeIds: [...noticeIds], withParty, language })
      showFile(new Blob([await content.arrayBuffer()], { type: 'application/pdf' }), fileName, true)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.guest.get.key() }),
  })
}

/** The cards of whoever was just recorded: F9, also from a field, and a button that does the same. */
export interface SavedCards {
  print(): void
  readonly isPrinting: boolean
  readonly hasFailed: boolean
}

/** Each guest with the whole party; nobody = no such key. */
export function useSavedCardKey(noticeIds: readonly string[], inFooter: boolean): SavedCards {
  const { say } = useWords()
  const { mutate, isPending, isError } = useRegistrationCard()
  const ids = noticeIds.join(' ')
  const print = useCallback(() => {
    if (ids !== '') mutate({ noticeIds: ids.split(' '), withParty: true, language: null })
  }, [ids, mutate])
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        ids === ''
          ? []
          : [
              {
                id: 'card.printSaved',
                name: say('card.keys.printSaved'),
                shortcut: { code: 'F9' },
                isEnabled: () => !isPending,
                inFooter,
                run: print,
              },
            ],
      [say, ids, inFooter, isPending, print],
    ),
  )
  return { print, isPrinting: isPending, hasFailed: isError }
}
