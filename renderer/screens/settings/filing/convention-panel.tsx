import { type FormEvent, useState } from 'react'
import {
  DATE_FORMATS,
  NAME_CASES,
  NAME_SCRIPTS,
  ROOM_FORMS,
  ROOM_PLACES,
  SINGLE_NAME_CONVENTIONS,
} from '#shared/domain/filing-convention.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { FieldGrid } from '../../../components/field.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ChoiceField } from './choice-field.tsx'
import { type ConventionDraft, conventionIn, draftOf, previewOf } from './convention-draft.ts'
import styles from './convention-panel.module.css'
import { ConventionTexts, useTextRefusals } from './convention-texts.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { type PortalSettings, useFilingChanges } from './use-filing-settings.ts'

interface ConventionPanelProps {
  readonly portal: PortalSettings
  readonly portals: readonly PortalSettings[]
  readonly canChange: boolean
  readonly onChoose: (portalId: string) => void
}

/** How this property writes what it puts into one portal, with a fictional guest beside it who shows what comes out. */
export function ConventionPanel({ portal, portals, canChange, onChoose }: ConventionPanelProps) {
  const { say } = useWords()
  const { convention: saving } = useFilingChanges()
  const [draft, setDraft] = useState<ConventionDraft>(() => draftOf(portal.convention))
  const refusals = useTextRefusals(saving.error)
  const change = (changed: Partial<ConventionDraft>) => {
    setDraft((before) => ({ ...before, ...changed }))
    saving.reset()
  }
  const isChanged = JSON.stringify(conventionIn(draft)) !== JSON.stringify(portal.convention)

  function save(event: FormEvent): void {
    event.preventDefault()
    if (isChanged && !saving.isPending) saving.mutate({ portal: portal.id, convention: conventionIn(draft) })
  }

  function reset(): void {
    saving.mutate(
      { portal: portal.id, convention: null },
      {
        onSuccess(settings) {
          const fresh = settings.portals.find(({ id }) => id === portal.id)
          if (fresh !== undefined) setDraft(draftOf(fresh.convention))
        },
      },
    )
  }

  return (
    <Panel
      title={say('filing.convention.title')}
      icon="pen"
      aside={
        <Tag icon={portal.isOwnConvention ? 'flag' : 'ok'} tone="quiet">
          {say(portal.isOwnConvention ? 'filing.convention.own' : 'filing.convention.standard')}
        </Tag>
      }
    >
      <div className={styles.which}>
        <p>{say('filing.convention.lead', { portal: portal.name })}</p>
        <fieldset className={styles.portals}>
          <legend className="sr">{say('filing.portals.choose')}</legend>
          {portals.map(({ id, name }) => (
            <Button
              key={id}
              isSmall
              look={id === portal.id ? 'soft' : 'bare'}
              aria-pressed={id === portal.id}
              onClick={() => onChoose(id)}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      </div>
      <div className={styles.columns}>
        <form className={styles.form} onSubmit={save} aria-label={say('filing.convention.title')}>
          <fieldset disabled={!canChange}>
            <FieldGrid>
              <ChoiceField
                label={say('filing.convention.nameScript')}
                words={(choice) => say(`filing.convention.nameScripts.${choice}`)}
                choices={NAME_SCRIPTS}
                value={draft.nameScript}
                onChange={(nameScript) => change({ nameScript })}
              />
              <ChoiceField
                label={say('filing.convention.nameCase')}
                words={(choice) => say(`filing.convention.nameCases.${choice}`)}
                choices={NAME_CASES}
                value={draft.nameCase}
                onChange={(nameCase) => change({ nameCase })}
              />
              <ChoiceField
                label={say('filing.convention.singleName')}
                words={(choice) => say(`filing.convention.singleNames.${choice}`)}
                choices={SINGLE_NAME_CONVENTIONS}
                value={draft.singleName}
                onChange={(singleName) => change({ singleName })}
              />
              <ChoiceField
                label={say('filing.convention.dateFormat')}
                words={(choice) => DATE_FORMAT_WORDS[choice]}
                choices={DATE_FORMATS}
                value={draft.dateFormat}
                onChange={(dateFormat) => change({ dateFormat })}
              />
              <ChoiceField
                label={say('filing.convention.roomPlace')}
                words={(choice) => say(`filing.convention.roomPlaces.${choice}`)}
                choices={ROOM_PLACES}
                value={draft.roomPlace}
                onChange={(roomPlace) => change({ roomPlace })}
              />
              <ChoiceField
                label={say('filing.convention.roomForm')}
                words={(choice) => ROOM_FORM_WORDS[choice]}
                choices={ROOM_FORMS}
                value={draft.roomForm}
                onChange={(roomForm) => change({ roomForm })}
              />
              <ConventionTexts draft={draft} fieldKeys={portal.fieldKeys} refusals={refusals} onChange={change} />
            </FieldGrid>
          </fieldset>
          {saving.error !== null && refusals.size === 0 && <ErrorPanel error={saving.error} />}
          {canChange && (
            <div className={styles.acts}>
              <Button type="submit" look="main" icon="check" disabled={!isChanged || saving.isPending}>
                {say('common.save')}
              </Button>
              {portal.isOwnConvention && (
                <Button look="bare" disabled={saving.isPending} onClick={reset}>
                  {say('filing.convention.reset')}
                </Button>
              )}
              <span role="status" className={styles.saved}>
                {saving.isSuccess && !isChanged && say('filing.convention.saved')}
              </span>
            </div>
          )}
        </form>
        <SheetPreview portalId={portal.id} convention={previewOf(draft)} />
      </div>
    </Panel>
  )
}

/** An example says more than a pattern of letters, and is the same in every language. */
const DATE_FORMAT_WORDS = { 'dd.mm.yyyy': '17.05.1990', 'dd/mm/yyyy': '17/05/1990', 'yyyy-mm-dd': '1990-05-17' } as const
const ROOM_FORM_WORDS = { plain: '208', numero: '№208' } as const
