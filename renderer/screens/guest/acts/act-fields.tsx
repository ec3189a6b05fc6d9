import { weekdayDay } from '#shared/i18n/dates.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { ru } from '#shared/i18n/ru/index.ts'
import { Field, FieldGrid } from '../../../components/field.tsx'
import { RadioCards } from '../../../components/radio-cards.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { withDots } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import styles from './act-panel.module.css'
import type { ReadAct } from './read-act.ts'
import type { FormAct } from './stay-acts.ts'
import type { ActForm } from './use-act-form.ts'

interface ActFieldsProps {
  readonly detail: GuestDetail
  readonly act: FormAct
  readonly form: ActForm
  readonly read: ReadAct
  /** What the desk found wrong, as its code. */
  readonly refused: string | undefined
  /** An empty field is pointed at only after a try. */
  readonly showsProblem: boolean
}

/** What an act asks for: a day, a room, a reason, and for whom. The cursor stands in the first. */
export function ActFields({ detail, act, form: { texts, set }, read, refused, showsProblem }: ActFieldsProps) {
  const { say, language } = useWords()
  const names = [detail.notice, ...detail.companions].map(({ displayName }) => displayName).join(', ')
  const isParty = detail.companions.length > 0
  const { problem } = read
  const isShown = problem !== null && (showsProblem || (problem.code !== 'required' && problem.code !== 'too_short'))
  const wrong = isShown
    ? wordsOf(problem.field === 'reason' ? null : problem.code)
    : refused === undefined
      ? undefined
      : wordsOf(refused)

  function wordsOf(code: string | null): string {
    if (code === null) return say('guestActs.fields.reasonShort')
    return isInputCode(code) ? say(`input.${code}`, { count: 0 }) : say('input.not_taken')
  }

  return (
    <>
      <FieldGrid>
        {(act === 'extend' || act === 'depart') && (
          <Field
            label={say(act === 'extend' ? 'guestActs.fields.extendTo' : 'guestActs.fields.departedOn')}
            hint={say(act === 'extend' ? 'guestActs.fields.extendHint' : 'guestActs.fields.departedHint')}
            reason={wrong}
            mark={
              read.day !== null && problem === null ? { tone: 'accepted', text: weekdayDay(read.day, language) } : undefined
            }
            span={7}
          >
            {(input) => (
              <TextInput
                {...input}
                autoFocus
                inputMode="numeric"
                value={texts.day}
                onChange={(day) => set({ day: withDots(day) })}
              />
            )}
          </Field>
        )}
        {act === 'move' && (
          <Field label={say('guestActs.fields.room')} hint={say('guestActs.fields.roomHint')} reason={wrong} span={7}>
            {(input) => <TextInput {...input} autoFocus maxLength={50} value={texts.room} onChange={(room) => set({ room })} />}
          </Field>
        )}
        {act === 'cancel' && (
          <Field label={say('guestActs.fields.reason')} hint={say('guestActs.fields.reasonHint')} reason={wrong} span={12}>
            {(input) => (
              <TextInput {...input} autoFocus maxLength={500} value={texts.reason} onChange={(reason) => set({ reason })} />
            )}
          </Field>
        )}
      </FieldGrid>
      {isParty && (act === 'depart' || act === 'cancel') && (
        <div className={styles.whom}>
          <RadioCards
            legend={say(`guestActs.whom.${act}`)}
            name={`whom-${act}`}
            value={read.withParty ? 'all' : 'one'}
            choices={[
              { value: 'all', title: say('guestActs.whom.all', { names }) },
              { value: 'one', title: say('guestActs.whom.one', { name: detail.notice.displayName }) },
            ]}
            onChange={(whom) => set({ withParty: whom === 'all' })}
          />
        </div>
      )}
      {isParty && (act === 'extend' || act === 'move') && (
        <p className={styles.about}>{say(act === 'extend' ? 'guestActs.whom.stay' : 'guestActs.whom.moves', { names })}</p>
      )}
    </>
  )
}

function isInputCode(code: string): code is keyof typeof ru.input {
  return code in CATALOGUES.ru.input
}
