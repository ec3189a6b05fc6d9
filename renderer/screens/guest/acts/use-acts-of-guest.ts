import { useCallback, useEffect, useState } from 'react'
import type { WayToTell } from '#shared/domain/news.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import type { ReadAct } from './read-act.ts'
import type { FormAct, StayAct } from './stay-acts.ts'
import { useOpenAct } from './use-act-form.ts'
import { type ActPermit, useActPermit } from './use-act-permit.ts'
import { type UndoAct, useUndo } from './use-undo.ts'

export interface GuestActs {
  readonly permit: ActPermit
  readonly formActs: readonly FormAct[]
  /** The act whose form stands open. */
  readonly open: FormAct | null
  /** What was done last on this screen, in a sentence. */
  readonly done: string | null
  readonly undo: UndoAct
  start(act: FormAct): void
  /** Closes the form and puts the cursor back where it came from; `false` when none is open. */
  close(): boolean
  finish(act: StayAct, read: ReadAct | null, tells: WayToTell): void
  /** Something else was done on this screen. */
  say(done: string): void
}

/** Which act is open on a guest's screen, what was done last, and what can be taken back. */
export function useActsOfGuest(detail: GuestDetail): GuestActs {
  const words = useWords()
  const { say } = words
  const permit = useActPermit(detail)
  const { chosen, show, hide } = useOpenAct(detail.notice.id)
  const [done, setDone] = useState<string | null>(null)
  const [returnTo, setReturnTo] = useState<StayAct | null>(null)
  const [wasForParty, setForParty] = useState(false)
  const undo = useUndo(detail, wasForParty, () => {
    setForParty(false)
    setDone(say('guestActs.done.undone'))
  })
  const formActs = permit.acts.filter((act) => act !== 'correct')
  const open = chosen !== null && formActs.includes(chosen) ? chosen : null

  useEffect(() => {
    if (returnTo === null || open !== null) return
    // The button may be gone with the act: a guest who has left does not leave again.
    const bar = document.querySelector('[role="toolbar"]')
    const button = bar?.querySelector(`[data-act="${returnTo}"]`) ?? bar?.querySelector('button')
    if (button instanceof HTMLElement) button.focus({ preventScroll: true })
    setReturnTo(null)
  }, [returnTo, open])

  const start = useCallback(
    (act: FormAct) => {
      setDone(null)
      show(act)
    },
    [show],
  )
  const close = useCallback(() => {
    if (open === null) return false
    hide()
    setReturnTo(open)
    return true
  }, [hide, open])
  return {
    permit,
    formActs,
    open,
    done,
    undo,
    start,
    close,
    say: setDone,
    finish(act, read, tells) {
      if (act !== 'correct') hide()
      setForParty(read?.withParty === true && (act === 'depart' || act === 'cancel'))
      // Of a room the service is never told, and nobody expects it.
      const parts = [doneInWords(act, read, words), act === 'move' ? null : say(`guestActs.tells.${tells}`)]
      setDone(parts.filter((part) => part !== null).join(' '))
      setReturnTo(act)
    },
  }
}

function doneInWords(act: StayAct, read: ReadAct | null, { say, language }: Words): string {
  const day = read?.day == null ? '' : dayMonth(read.day, language)
  switch (act) {
    case 'extend':
      return say('guestActs.done.extend', { day })
    case 'depart':
      return say('guestActs.done.depart', { day })
    case 'move':
      return say('guestActs.done.move', { room: read?.room ?? '' })
    case 'cancel':
      return say('guestActs.done.cancel')
    case 'correct':
      return say('guestActs.done.correct')
  }
}
