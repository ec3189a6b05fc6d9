import { type FormEvent, useState } from 'react'
import { DELIVERY_WAYS, type Recipient } from '#shared/contract/delivery-schemas.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { REPORT_FORMATS } from '#shared/reports/document.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field, FieldGrid } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ChoiceField } from '../filing/choice-field.tsx'
import styles from './delivery.module.css'
import { Flag } from './flag.tsx'
import { carriesFiles, GIFTS, reachesPeople, withFormat, withWay } from './recipient-draft.ts'
import { refusedFields } from './refused-field.ts'

interface RecipientFormProps {
  readonly recipient: Recipient
  readonly printers: readonly string[] | null
  readonly isBusy: boolean
  readonly error: unknown
  readonly onSave: (recipient: Recipient) => void
  readonly onLeave: () => void
}

const FIELDS = ['name', 'address', 'dayReport', 'warnings', 'formats'] as const

/** One recipient: who, by which way, what. */
export function RecipientForm({ recipient, printers, isBusy, error, onSave, onLeave }: RecipientFormProps) {
  const { say } = useWords()
  const [draft, setDraft] = useState(recipient)
  const refused = refusedFields(error, FIELDS)
  const why = (field: (typeof FIELDS)[number]) => {
    const code = refused.get(field)
    return code === undefined ? undefined : say(`input.${code}`)
  }
  const gifts = GIFTS.filter((gift) => (gift === 'warnings' ? reachesPeople(draft) : carriesFiles(draft)))
  const isComplete = draft.name.trim() !== '' && (draft.way === 'printer' || draft.address.trim() !== '')

  function save(event: FormEvent): void {
    event.preventDefault()
    if (isComplete && !isBusy) onSave(draft)
  }

  return (
    <form
      className={styles.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      <FieldGrid>
        <Field label={say('delivery.recipients.name')} hint={say('delivery.recipients.nameHint')} reason={why('name')} span={6}>
          {(input) => (
            <TextInput
              {...input}
              autoFocus
              maxLength={100}
              value={draft.name}
              onChange={(name) => setDraft({ ...draft, name })}
            />
          )}
        </Field>
        <ChoiceField
          label={say('delivery.recipients.way')}
          choices={DELIVERY_WAYS}
          value={draft.way}
          words={(way) => say(`delivery.ways.${way}`)}
          onChange={(way) => setDraft(withWay(draft, way))}
        />
        <Field label={say(`delivery.recipients.address.${draft.way}`)} hint={addressHint()} reason={why('address')} span={6}>
          {(input) => (
            <TextInput
              {...input}
              maxLength={500}
              isMono={draft.way === 'folder'}
              value={draft.address}
              onChange={(address) => setDraft({ ...draft, address })}
            />
          )}
        </Field>
        <ChoiceField
          label={say('delivery.recipients.language')}
          choices={LANGUAGES}
          value={draft.language}
          words={(language) => say(`common.languages.${language}`)}
          onChange={(language) => setDraft({ ...draft, language })}
        />
      </FieldGrid>
      <fieldset className={styles.flags}>
        <legend>{say('delivery.recipients.gets')}</legend>
        {gifts.map((gift) => (
          <Flag
            key={gift}
            label={say(`delivery.recipients.${gift}`)}
            isSet={draft[gift]}
            onSet={(isSet) => setDraft({ ...draft, [gift]: isSet })}
          />
        ))}
      </fieldset>
      {carriesFiles(draft) && draft.way !== 'printer' && (
        <fieldset className={styles.flags}>
          <legend>{say('delivery.recipients.formats')}</legend>
          {REPORT_FORMATS.map((format) => (
            <Flag
              key={format}
              label={format.toUpperCase()}
              isSet={draft.formats.includes(format)}
              onSet={(isSet) => setDraft(withFormat(draft, format, isSet))}
            />
          ))}
        </fieldset>
      )}
      {error !== null && refused.size === 0 && <ErrorPanel error={error} />}
      <div className={styles.formActs}>
        <Button type="submit" isSmall look="main" disabled={!isComplete || isBusy}>
          {say('common.save')}
        </Button>
        <Button isSmall look="bare" onClick={onLeave}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  )

  function addressHint(): string {
    if (draft.way !== 'printer') return say(`delivery.recipients.addressHint.${draft.way}`)
    if (printers === null) return say('delivery.recipients.noPrinters')
    if (printers.length === 0) return say('delivery.recipients.addressHint.printer')
    return say('delivery.recipients.printers', { names: printers.join(', ') })
  }
}
