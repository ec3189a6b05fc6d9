import { type FormEvent, useState } from 'react'
import { issuesOf } from '../../../client/desk-failure.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './folders-panel.module.css'
import { type FilingSettings, useFilingChanges } from './use-filing-settings.ts'

interface FoldersPanelProps {
  readonly settings: Pick<FilingSettings, 'folders' | 'suggestedFolder'>
  readonly canChange: boolean
}

const REFUSALS = ['already_used', 'folder_not_absolute', 'folder_of_register', 'too_long'] as const

/** Folders where receipts appear, and whether each can be read right now. */
export function FoldersPanel({ settings: { folders, suggestedFolder }, canChange }: FoldersPanelProps) {
  const { say } = useWords()
  const { folders: saving } = useFilingChanges()
  const [typed, setTyped] = useState('')
  const directories = folders.map(({ directory }) => directory)
  const code = issuesOf(saving.error).map((issue) => REFUSALS.find((known) => known === issue.code))[0]
  const save = (next: readonly string[]) => saving.mutate({ directories: [...next] }, { onSuccess: () => setTyped('') })

  function add(event: FormEvent): void {
    event.preventDefault()
    if (typed.trim() !== '' && !saving.isPending) save([...directories, typed.trim()])
  }

  return (
    <Panel title={say('filing.folders.title')} icon="document">
      <div className={styles.lead}>
        <p>{say('filing.folders.lead')}</p>
        <p>{say('filing.folders.whose')}</p>
      </div>
      {folders.length === 0 ? (
        <p className={styles.none}>{say('filing.folders.none')}</p>
      ) : (
        <ul className={styles.list}>
          {folders.map(({ directory, state }) => (
            <li key={directory}>
              <Icon name="document" />
              <span className={styles.path}>{directory}</span>
              <Tag icon={state === 'readable' ? 'ok' : 'alert'} tone={state === 'readable' ? 'accepted' : 'today'} wraps>
                {say(`filing.folders.states.${state}`)}
              </Tag>
              {canChange && (
                <Button
                  isSmall
                  look="bare"
                  icon="close"
                  aria-label={say('filing.folders.remove', { folder: directory })}
                  disabled={saving.isPending}
                  onClick={() => save(directories.filter((other) => other !== directory))}
                >
                  {null}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {canChange && (
        <form className={styles.form} onSubmit={add}>
          <Field label={say('filing.folders.label')} reason={code === undefined ? undefined : say(`input.${code}`)}>
            {(input) => (
              <TextInput
                {...input}
                isMono
                maxLength={1000}
                value={typed}
                onChange={(value) => {
                  setTyped(value)
                  saving.reset()
                }}
              />
            )}
          </Field>
          <div className={styles.acts}>
            <Button type="submit" isSmall disabled={typed.trim() === '' || saving.isPending}>
              {say('filing.folders.add')}
            </Button>
            {suggestedFolder !== null && (
              <Button
                isSmall
                look="bare"
                className={styles.suggested}
                disabled={saving.isPending}
                onClick={() => save([...directories, suggestedFolder])}
              >
                {say('filing.folders.suggested', { folder: suggestedFolder })}
              </Button>
            )}
          </div>
        </form>
      )}
      {saving.error !== null && code === undefined && <ErrorPanel error={saving.error} />}
    </Panel>
  )
}
