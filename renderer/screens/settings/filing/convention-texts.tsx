import { PURPOSES } from '#shared/domain/guest.ts'
import { issuesOf } from '../../../client/desk-failure.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { ConventionDraft } from './convention-draft.ts'
import styles from './convention-texts.module.css'

interface ConventionTextsProps {
  readonly draft: ConventionDraft
  /** What the portal's form asks for. */
  readonly fieldKeys: readonly string[]
  readonly refusals: ReadonlyMap<string, string>
  readonly onChange: (changed: Partial<ConventionDraft>) => void
}

/** What is written in words of the property's own; empty = the usual, which stands below. */
export function ConventionTexts({ draft, fieldKeys, refusals, onChange }: ConventionTextsProps) {
  const { say } = useWords()
  const { property } = useStatus()
  return (
    <>
      <Field
        label={say('filing.convention.address')}
        hint={say('filing.convention.addressHint', { address: property?.address ?? '' })}
        reason={refusals.get('address')}
        span={fieldKeys.includes('hostNumber') ? 6 : 12}
      >
        {(input) => (
          <TextInput {...input} maxLength={200} value={draft.address} onChange={(address) => onChange({ address })} />
        )}
      </Field>
      {fieldKeys.includes('hostNumber') && (
        <Field
          label={say('filing.convention.hostNumber')}
          hint={say('filing.convention.hostNumberHint', { bin: property?.bin ?? '' })}
          reason={refusals.get('hostNumber')}
          span={6}
        >
          {(input) => (
            <TextInput
              {...input}
              isMono
              inputMode="numeric"
              maxLength={12}
              value={draft.hostNumber}
              onChange={(hostNumber) => onChange({ hostNumber })}
            />
          )}
        </Field>
      )}
      <fieldset className={styles.purposes}>
        <legend>
          {say('filing.convention.purposes')} <span>{say('filing.convention.purposesHint')}</span>
        </legend>
        {PURPOSES.map((purpose) => (
          <Field key={purpose} label={say(`purposes.${purpose}`)} span={1}>
            {(input) => (
              <TextInput
                {...input}
                maxLength={100}
                value={draft.purposes[purpose]}
                onChange={(word) => onChange({ purposes: { ...draft.purposes, [purpose]: word } })}
              />
            )}
          </Field>
        ))}
      </fieldset>
    </>
  )
}

const HOST_NUMBER_REFUSALS = ['bin_check_digit', 'bin_is_iin', 'bin_is_bin', 'wrong_format'] as const

/** Why a text was not taken, by field; empty for any other failure. */
export function useTextRefusals(error: unknown): ReadonlyMap<string, string> {
  const { say } = useWords()
  return new Map(
    issuesOf(error).flatMap(({ path, code }): readonly (readonly [string, string])[] => {
      const field = path.split('.')[1]
      const known = HOST_NUMBER_REFUSALS.find((refusal) => refusal === code)
      if (field === 'hostNumber' && known !== undefined) return [[field, say(`input.${known}`)]]
      return field === 'address' ? [[field, say('input.not_taken')]] : []
    }),
  )
}
