import { useCallback, useMemo, useState } from 'react'
import { CITIZEN_OF_KAZAKHSTAN } from '#shared/domain/guest.ts'
import { useMayNot } from '../../../client/use-may.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { useHasKept } from '../../../drafts/use-kept-form.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import { lossFormName } from './use-loss-form.ts'
import { useLostPassport } from './use-lost-passport.ts'

/** The cases of the guest on screen, and the form of a new one: L, or the button beside the documents. */
export function useLossOfGuest({ notice, facts }: Pick<GuestDetail, 'notice' | 'facts'>) {
  const { say } = useWords()
  const { isKnown, unread, open, closed } = useLostPassport(notice.id)
  const [chosen, setWantsForm] = useState<boolean | null>(null)
  const hasKept = useHasKept(notice.id, lossFormName('open'))
  const wantsForm = chosen ?? hasKept
  const mayChange = useMayNot('register.write') === null
  // A citizen needs no exit visa, and a child without a document has none to lose.
  const isConcerned = facts.citizenship !== CITIZEN_OF_KAZAKHSTAN && facts.documentType !== 'none'
  const canReport = isKnown && mayChange && isConcerned && open === undefined
  const report = useCallback(() => setWantsForm(true), [])
  const leave = useCallback(() => setWantsForm(false), [])
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        canReport ? [{ id: 'guest.lostPassport', name: say('lostPassport.key'), shortcut: { code: 'KeyL' }, run: report }] : [],
      [canReport, say, report],
    ),
  )
  return {
    unread,
    open,
    closed,
    report: canReport ? report : null,
    leave,
    isReporting: wantsForm && canReport,
    wasAsked: chosen !== null,
  }
}
