import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { PropertyDetails } from '#shared/contract/property-contract.ts'
import type { Status } from '#shared/contract/schemas.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { failureKey, issuesOf } from '../../../client/desk-failure.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field, FieldGrid } from '../../../components/field.tsx'
import { Panel } from '../../../components/panel.tsx'
import { SelectInput, TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { CHECKED_FIELDS, type CheckedField, checkProperty } from '../../first-start/check-property.ts'
import styles from './property.module.css'
import { detailsOf, detailsTyped, isSame, type PropertyText, textOf } from './property-draft.ts'

interface PropertyPanelProps {
  readonly property: NonNullable<Status['property']>
  readonly canChange: boolean
}

const KINDS = ['natural_person', 'small_business', 'non_profit', 'medium_business', 'large_business'] as const

/** The receiving party. A form nobody has touched follows the desk; what was typed stays until it is saved or given up. */
export function PropertyPanel({ property, canChange }: PropertyPanelProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const queries = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [wasSubmitted, setWasSubmitted] = useState(false)
  const now = detailsOf(property)
  /** What was typed, and what stood there when the typing began. */
  const [edit, setEdit] = useState<{ readonly before: PropertyDetails; readonly text: PropertyText } | null>(null)
  const saving = useMutation(
    api.property.change.mutationOptions({
      onSuccess: async () => {
        setEdit(null)
        setWasSubmitted(false)
        await queries.invalidateQueries({ queryKey: api.desk.status.queryKey() })
      },
    }),
  )
  const text = edit?.text ?? textOf(now)
  const reasons = checkProperty(text, say)
  const refused = issuesOf(saving.error)
  const isStale = edit !== null && !isSame(edit.before, now)
  const isFailed = saving.error !== null && refused.length === 0 && failureKey(saving.error) !== 'STALE'

  function change(part: Partial<PropertyText>): void {
    saving.reset()
    setEdit({ before: edit?.before ?? now, text: { ...text, ...part } })
  }

  function save(before: PropertyDetails): void {
    setWasSubmitted(true)
    const firstWrong = CHECKED_FIELDS.find((field) => reasons[field] !== undefined)
    if (firstWrong !== undefined) form.current?.querySelector<HTMLElement>(`[name="${firstWrong}"]`)?.focus()
    else if (!saving.isPending) saving.mutate({ before, details: detailsTyped(text) })
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (edit !== null && !isStale) save(edit.before)
  }

  function reasonOf(field: CheckedField): string | undefined {
    if (wasSubmitted && reasons[field] !== undefined) return reasons[field]
    return refused.some(({ path }) => path === `details.${field}`) ? say('input.not_taken') : undefined
  }

  const line = (name: Exclude<keyof PropertyText, 'kind' | 'language'>) => ({
    name,
    value: text[name],
    disabled: !canChange,
    onChange: (value: string) => change({ [name]: value }),
  })

  return (
    <Panel title={say('propertySettings.title')} icon="home">
      <form ref={form} onSubmit={submit} noValidate>
        <p className={styles.lead}>{say('propertySettings.effect')}</p>
        <FieldGrid>
          <Field label={say('setup.form.name')} reason={reasonOf('name')} span={12}>
            {(input) => <TextInput {...input} {...line('name')} maxLength={200} required />}
          </Field>
          <Field label={say('setup.form.bin')} hint={say('setup.form.binHint')} reason={reasonOf('bin')} span={6}>
            {(input) => <TextInput {...input} {...line('bin')} isMono inputMode="numeric" maxLength={14} required />}
          </Field>
          <Field label={say('setup.form.roomCount')} reason={reasonOf('roomCount')} span={6}>
            {(input) => <TextInput {...input} {...line('roomCount')} inputMode="numeric" maxLength={5} />}
          </Field>
          <Field label={say('setup.form.kind')} hint={say('setup.form.kindHint')} span={12}>
            {(input) => (
              <SelectInput
                {...input}
                disabled={!canChange}
                value={text.kind}
                choices={KINDS.map((kind) => ({ value: kind, label: say(`propertyKinds.${kind}`) }))}
                onChange={(value) => change({ kind: KINDS.find((kind) => kind === value) ?? text.kind })}
              />
            )}
          </Field>
          <Field label={say('setup.form.city')} span={5}>
            {(input) => <TextInput {...input} {...line('city')} maxLength={200} />}
          </Field>
          <Field label={say('setup.form.address')} reason={reasonOf('address')} span={7}>
            {(input) => <TextInput {...input} {...line('address')} maxLength={200} required />}
          </Field>
          <Field label={say('setup.form.phone')} span={5}>
            {(input) => <TextInput {...input} {...line('phone')} inputMode="tel" maxLength={100} />}
          </Field>
          <Field label={say('setup.form.language')} span={7}>
            {(input) => (
              <SelectInput
                {...input}
                disabled={!canChange}
                value={text.language}
                choices={LANGUAGES.map((code) => ({ value: code, label: say(`common.languages.${code}`) }))}
                onChange={(value) => change({ language: LANGUAGES.find((code) => code === value) ?? text.language })}
              />
            )}
          </Field>
          <Field label={say('setup.form.department')} reason={reasonOf('department')} span={12}>
            {(input) => <TextInput {...input} {...line('department')} maxLength={200} required />}
          </Field>
        </FieldGrid>
        {isStale && (
          <div className={styles.stale} role="alert">
            <p>{say('propertySettings.changedMeanwhile')}</p>
            <div className={styles.choice}>
              <Button isSmall onClick={() => setEdit(null)}>
                {say('propertySettings.showTheirs')}
              </Button>
              <Button isSmall look="soft" onClick={() => save(now)}>
                {say('propertySettings.keepMine')}
              </Button>
            </div>
          </div>
        )}
        {isFailed && <ErrorPanel error={saving.error} />}
        {canChange && (
          <div className={styles.acts}>
            <Button type="submit" look="main" icon="check" disabled={edit === null || isStale || saving.isPending}>
              {say('common.save')}
            </Button>
            {edit !== null && !isStale && (
              <Button look="bare" onClick={() => setEdit(null)}>
                {say('common.cancel')}
              </Button>
            )}
            <span role="status">{edit === null && saving.data !== undefined && savedInWords(saving.data.rewritten)}</span>
          </div>
        )}
      </form>
    </Panel>
  )

  function savedInWords(count: number): string {
    return count === 0 ? say('propertySettings.savedNone') : say('propertySettings.saved', { count })
  }
}
