import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { binProblem } from '#shared/documents/bin.ts'
import { CHANNEL_IDS } from '#shared/domain/channel.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { issuesOf } from '../../client/desk-failure.ts'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Field, FieldGrid } from '../../components/field.tsx'
import { Panel } from '../../components/panel.tsx'
import { RadioCards } from '../../components/radio-cards.tsx'
import { Tag } from '../../components/tag.tsx'
import { SelectInput, TextInput } from '../../components/text-input.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useRecoveryCode } from '../../state/recovery-code.ts'
import { CHECKED_FIELDS, type CheckedField, checkProperty } from './check-property.ts'
import { type PropertyDraft, type PropertyKind, usePropertyDraft } from './property-draft.ts'
import styles from './property-form.module.css'

const KINDS: readonly PropertyKind[] = ['natural_person', 'small_business', 'non_profit', 'medium_business', 'large_business']

interface PropertyFormProps {
  readonly onBack: () => void
}

/** The receiving party, as every notice will carry it. Typed text survives a closed window. */
export function PropertyForm({ onBack }: PropertyFormProps) {
  const { say, language } = useWords()
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const { draft, isBegun, change, discard } = usePropertyDraft()
  const showCode = useRecoveryCode((state) => state.show)
  const form = useRef<HTMLFormElement>(null)
  const [wasSubmitted, setWasSubmitted] = useState(false)
  const creating = useMutation(
    api.setup.createProperty.mutationOptions({
      onSuccess: async ({ recoveryCode }) => {
        showCode(recoveryCode)
        discard()
        await queryClient.invalidateQueries()
      },
    }),
  )
  const reasons = { ...checkProperty(draft, say), ...refusals(creating.error, say) }
  const reasonOf = (field: CheckedField) => (wasSubmitted ? reasons[field] : undefined)

  function edit(part: Partial<PropertyDraft>): void {
    change(part)
    if (creating.error !== null) creating.reset()
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    setWasSubmitted(true)
    const firstWrong = CHECKED_FIELDS.find((field) => checkProperty(draft, say)[field] !== undefined)
    if (firstWrong !== undefined) form.current?.querySelector<HTMLElement>(`[name="${firstWrong}"]`)?.focus()
    else creating.mutate(toInput(draft, language))
  }

  const text = (field: Exclude<keyof PropertyDraft, 'kind' | 'channel' | 'language'>) => ({
    name: field,
    value: draft[field],
    onChange: (value: string) => edit({ [field]: value }),
  })

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.top}>
        <h1>{say('setup.form.title')}</h1>
        <p>{say('setup.form.lead')}</p>
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel title={say('setup.form.about')} step={1}>
            <FieldGrid>
              <Field label={say('setup.form.name')} hint={say('setup.form.nameHint')} reason={reasonOf('name')} span={12}>
                {(input) => <TextInput {...input} {...text('name')} required autoFocus />}
              </Field>
              <Field
                label={say('setup.form.bin')}
                hint={say('setup.form.binHint')}
                reason={reasonOf('bin')}
                mark={isSoundBin(draft.bin) ? { tone: 'accepted', text: say('setup.form.binFits') } : undefined}
                span={6}
              >
                {(input) => <TextInput {...input} {...text('bin')} isMono inputMode="numeric" maxLength={14} required />}
              </Field>
              <Field label={say('setup.form.roomCount')} reason={reasonOf('roomCount')} span={6}>
                {(input) => <TextInput {...input} {...text('roomCount')} inputMode="numeric" />}
              </Field>
              <Field label={say('setup.form.kind')} hint={say('setup.form.kindHint')} span={12}>
                {(input) => (
                  <SelectInput
                    {...input}
                    value={draft.kind}
                    choices={KINDS.map((kind) => ({ value: kind, label: say(`propertyKinds.${kind}`) }))}
                    onChange={(value) => edit({ kind: KINDS.find((kind) => kind === value) ?? draft.kind })}
                  />
                )}
              </Field>
            </FieldGrid>
          </Panel>
          <Panel title={say('setup.form.where')} step={2}>
            <FieldGrid>
              <Field label={say('setup.form.city')} span={5}>
                {(input) => <TextInput {...input} {...text('city')} />}
              </Field>
              <Field label={say('setup.form.address')} reason={reasonOf('address')} span={7}>
                {(input) => <TextInput {...input} {...text('address')} required />}
              </Field>
              <Field label={say('setup.form.phone')} span={5}>
                {(input) => <TextInput {...input} {...text('phone')} inputMode="tel" />}
              </Field>
              <Field
                label={say('setup.form.department')}
                hint={say('setup.form.departmentHint')}
                reason={reasonOf('department')}
                span={7}
              >
                {(input) => <TextInput {...input} {...text('department')} required />}
              </Field>
            </FieldGrid>
          </Panel>
        </div>
        <div className={styles.column}>
          <Panel title={say('setup.form.how')} step={3}>
            <div className={styles.how}>
              <RadioCards
                legend={say('setup.form.channel')}
                name="channel"
                value={draft.channel}
                choices={CHANNEL_IDS.map((channel) => ({
                  value: channel,
                  title: say(`channels.${channel}.name`),
                  text: say(`setup.form.channelHints.${channel}`),
                }))}
                onChange={(channel) => edit({ channel })}
              />
              <RadioCards
                legend={say('setup.form.language')}
                name="language"
                value={draft.language ?? language}
                choices={LANGUAGES.map((code) => ({ value: code, title: say(`common.languages.${code}`) }))}
                onChange={(chosen) => edit({ language: chosen })}
              />
            </div>
          </Panel>
          {creating.error !== null && <ErrorPanel error={creating.error} />}
          <div className={styles.acts}>
            <Button onClick={onBack}>{say('common.back')}</Button>
            <Button type="submit" look="main" isWide disabled={creating.isPending}>
              {say('setup.form.submit')}
            </Button>
          </div>
          {isBegun && (
            <Tag icon="check" wraps>
              {say('setup.form.draftKept')}
            </Tag>
          )}
        </div>
      </div>
    </form>
  )
}

function isSoundBin(bin: string): boolean {
  return binProblem(bin.trim()) === null
}

function toInput(draft: PropertyDraft, language: 'kk' | 'ru' | 'en') {
  return {
    name: draft.name.trim(),
    bin: draft.bin.trim(),
    kind: draft.kind,
    roomCount: draft.roomCount.trim() === '' ? null : Number(draft.roomCount),
    address: draft.address.trim(),
    city: draft.city.trim(),
    phone: draft.phone.trim(),
    department: draft.department.trim(),
    channel: draft.channel,
    language: draft.language ?? language,
  }
}

/** What the desk itself refused, at its fields. */
function refusals(error: unknown, say: ReturnType<typeof useWords>['say']): Partial<Record<CheckedField, string>> {
  const issues = issuesOf(error)
  return Object.fromEntries(
    CHECKED_FIELDS.filter((field) => issues.some((issue) => issue.path === field)).map((field) => [
      field,
      say('input.not_taken'),
    ]),
  )
}
