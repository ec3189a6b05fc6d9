import { z } from 'zod'
import { LOSS_ENDINGS, type LossStep } from '#shared/domain/lost-passport.ts'
import { type UsedForm, useKeptForm } from '../../../drafts/use-kept-form.ts'
import type { GuestDetail } from '../guest-form.ts'
import { seenOf } from '../meanwhile/news-since.ts'

const textsSchema = z.object({
  day: z.string().catch(''),
  place: z.string().catch(''),
  words: z.string().catch(''),
  number: z.string().catch(''),
  ending: z.enum(LOSS_ENDINGS).catch('left'),
})

/** What is typed into the forms of a case. */
type LossTexts = Readonly<z.infer<typeof textsSchema>>

const NO_TEXTS: LossTexts = { day: '', place: '', words: '', number: '', ending: 'left' }

/** The forms there are: a new case, each step, the end. */
type LossFormName = 'open' | LossStep | 'close'

export interface LossForm {
  readonly texts: LossTexts
  readonly kept: UsedForm<LossTexts>
  set(typed: Partial<LossTexts>): void
}

/** One form of a case, started from what is known already; what is typed stays through closing it, another guest, a crash. */
export function useLossForm(detail: GuestDetail, form: LossFormName, known: Partial<LossTexts>): LossForm {
  const kept = useKeptForm(detail.notice.id, lossFormName(form), textsSchema)
  const texts = kept.typed ?? { ...NO_TEXTS, ...known }
  return { texts, kept, set: (typed) => kept.keep({ ...texts, ...typed }, seenOf(detail)) }
}

/** Name under which a form of a case is kept beside the guest's others. */
export function lossFormName(form: LossFormName): string {
  return `lostPassport.${form}`
}
