import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CardSettings } from '#shared/contract/card-contract.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field, FieldGrid } from '../../../components/field.tsx'
import { Panel } from '../../../components/panel.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './card-section.module.css'

/** What the property puts on the card its guests sign: words of the house, and for how long the consent speaks. */
export function CardSection({ canChange }: { readonly canChange: boolean }) {
  const { say } = useWords()
  const { api } = useDesk()
  const { data: settings, error, refetch } = useQuery(api.card.settings.queryOptions())
  if (settings !== undefined) return <CardForm settings={settings} canChange={canChange} />
  if (error === null) return null
  return (
    <ErrorPanel error={error}>
      <Button isSmall onClick={() => void refetch()}>
        {say('common.retry')}
      </Button>
    </ErrorPanel>
  )
}

interface CardFormProps {
  readonly settings: CardSettings
  readonly canChange: boolean
}

const MOST_YEARS = 75

function CardForm({ settings, canChange }: CardFormProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const queries = useQueryClient()
  const [years, setYears] = useState(settings.keepYears === null ? '' : String(settings.keepYears))
  const [texts, setTexts] = useState(settings.houseText)
  const saving = useMutation(
    api.card.setSettings.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(api.card.settings.queryKey(), saved),
    }),
  )
  const keepYears = years.trim() === '' ? null : Number(years)
  const isWrong = keepYears !== null && !(Number.isInteger(keepYears) && keepYears >= 1 && keepYears <= MOST_YEARS)

  function save(event: FormEvent): void {
    event.preventDefault()
    if (!isWrong && !saving.isPending) saving.mutate({ houseText: texts, keepYears })
  }

  return (
    <Panel title={say('card.settings.title')} icon="document">
      <form onSubmit={save}>
        <p className={styles.lead}>{say('card.settings.lead')}</p>
        <FieldGrid>
          <Field
            label={say('card.settings.keepYears')}
            hint={say('card.settings.keepYearsHint')}
            reason={isWrong ? say('card.settings.keepYearsWrong') : undefined}
            span={12}
          >
            {(input) => (
              <TextInput
                {...input}
                className={styles.years}
                inputMode="numeric"
                maxLength={2}
                disabled={!canChange}
                value={years}
                onChange={(typed) => {
                  saving.reset()
                  setYears(typed)
                }}
              />
            )}
          </Field>
          {LANGUAGES.map((language) => (
            <Field
              key={language}
              label={say('card.settings.houseText', { language: say(`common.languages.${language}`) })}
              hint={say('card.settings.houseHint')}
              span={12}
            >
              {(input) => (
                <textarea
                  {...input}
                  className={styles.text}
                  lang={language}
                  rows={3}
                  maxLength={1500}
                  disabled={!canChange}
                  value={texts[language] ?? ''}
                  onChange={(event) => {
                    saving.reset()
                    setTexts({ ...texts, [language]: event.currentTarget.value })
                  }}
                />
              )}
            </Field>
          ))}
        </FieldGrid>
        {saving.error !== null && (
          <div className={styles.foot}>
            <ErrorPanel error={saving.error} />
          </div>
        )}
        {canChange && (
          <div className={styles.foot}>
            <Button type="submit" look="main" icon="check" disabled={isWrong || saving.isPending}>
              {say('common.save')}
            </Button>
            <span role="status">{saving.isSuccess && say('card.settings.saved')}</span>
          </div>
        )}
      </form>
    </Panel>
  )
}
