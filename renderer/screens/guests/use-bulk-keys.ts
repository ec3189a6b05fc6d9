import { useMemo } from 'react'
import { ROLES, roleHas } from '#shared/domain/actor.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import { BULK_ACTS, type BulkAct } from '#shared/domain/guest-filter.ts'
import { useStatus } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import { BULK_LOOKS } from './bulk/bulk-acts.ts'
import type { Bulk } from './bulk/use-bulk.ts'

/** What this property and this person can do for many: nothing is sent where a person files, and nothing at all where nothing can be saved. */
export function useBulkActs(): readonly BulkAct[] {
  const { actor, mode, property } = useStatus()
  const role = ROLES.find((known) => known === actor.role)
  const byHand = isFiledByHand(property?.channel ?? 'assisted-portal')
  return useMemo(
    () =>
      BULK_ACTS.filter(
        (act) =>
          role !== undefined && mode === 'ready' && roleHas(role, BULK_LOOKS[act].permission) && !(act === 'send' && byHand),
      ),
    [role, mode, byHand],
  )
}

interface BulkKeysGiven {
  readonly bulk: Bulk
  readonly acts: readonly BulkAct[]
  readonly hasChosen: boolean
  readonly onAct: (act: BulkAct) => void
}

/** The keys of the acts on many, while somebody is ticked; and of the undo, while there is one. */
export function useBulkKeys({ bulk, acts, hasChosen, onAct }: BulkKeysGiven): void {
  const { say } = useWords()
  const { step, undo } = bulk
  const isFree = step.kind !== 'running' && step.kind !== 'looking'
  useCommands(
    useMemo<readonly Command[]>(() => {
      const outcome = step.kind === 'finished' && step.outcome.undoable !== null ? step.outcome : null
      return [
        ...acts.map(
          (act): Command => ({
            id: `guests.bulk.${act}`,
            name: say(`guestList.bulk.names.${act}`),
            shortcut: BULK_LOOKS[act].key,
            isEnabled: () => hasChosen && isFree,
            run: () => onAct(act),
          }),
        ),
        {
          id: 'guests.bulk.undo',
          name: say('guestList.keys.undo'),
          shortcut: { code: 'KeyU' },
          inFooter: outcome !== null,
          isEnabled: () => outcome !== null,
          run: () => outcome !== null && undo(outcome),
        },
      ]
    }, [say, acts, hasChosen, isFree, onAct, step, undo]),
  )
}
