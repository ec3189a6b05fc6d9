import { z } from 'zod'
import { type UsedForm, useKeptForm } from '../../../drafts/use-kept-form.ts'
import type { GuestDetail } from '../guest-form.ts'
import { seenOf } from '../meanwhile/news-since.ts'
import { type ActTexts, actTextsSchema, NO_TEXTS } from './act-texts.ts'
import { FORM_ACTS, type FormAct } from './stay-acts.ts'

/** What was typed for one act on one guest. */
export interface ActForm {
  readonly texts: ActTexts
  readonly kept: UsedForm<ActTexts>
  set(typed: Partial<ActTexts>): void
}

/** The form of an act, as it was left: looking at another guest, closing it or a crash loses nothing. */
export function useActForm(detail: GuestDetail, act: FormAct): ActForm {
  const kept = useKeptForm(detail.notice.id, act, actTextsSchema)
  const texts = kept.typed ?? NO_TEXTS
  return {
    texts,
    kept,
    set(typed) {
      const { day, room, reason, withParty } = { ...texts, ...typed }
      if (day === '' && room === '' && reason === '' && withParty === null) kept.drop()
      else kept.keep({ day, room, reason, withParty }, seenOf(detail))
    },
  }
}

const actSchema = z.enum(FORM_ACTS)

/** The act whose form stands open on a guest's screen, also after a reload; kept like what is typed into it. */
export function useOpenAct(noticeId: string) {
  const { typed, keep, drop } = useKeptForm(noticeId, 'openAct', actSchema)
  return { chosen: typed, show: keep, hide: drop }
}
