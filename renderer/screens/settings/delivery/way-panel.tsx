import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { FieldGrid } from '../../../components/field.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './delivery.module.css'

interface WayPanelProps {
  readonly title: string
  readonly lead?: string
  /** In a line how it is set up; `null` = it is not. */
  readonly summary: string | null
  /** What is missing while it is not set up. */
  readonly none: string
  readonly canChange: boolean
  readonly saving: { readonly isPending: boolean; readonly error: unknown; reset(): void }
  /** Some field says why it was not taken; then the form as a whole need not. */
  readonly hasRefusedField: boolean
  /** The fields, while it is edited. */
  readonly children: ReactNode
  readonly onOpen: () => void
  readonly onSave: (onDone: () => void) => void
  readonly onForget: (onDone: () => void) => void
}

/** One way out of the desk: how it is set up in a line, its form when somebody opens it. */
export function WayPanel(panel: WayPanelProps) {
  const { title, lead, summary, none, canChange, saving, hasRefusedField, children } = panel
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [isForgetting, setForgetting] = useState(false)
  const leave = () => {
    saving.reset()
    setForgetting(false)
    setOpen(false)
  }

  function save(event: FormEvent): void {
    event.preventDefault()
    if (!saving.isPending) panel.onSave(leave)
  }

  return (
    <Panel title={title} icon="settings">
      <div className={styles.way}>
        {summary === null ? (
          <Tag icon="pause" tone="quiet" wraps>
            {none}
          </Tag>
        ) : (
          <span className={styles.summary}>{summary}</span>
        )}
        {canChange && !isOpen && (
          <Button
            isSmall
            onClick={() => {
              panel.onOpen()
              setOpen(true)
            }}
          >
            {say(summary === null ? 'delivery.setUp' : 'delivery.recipients.edit')}
          </Button>
        )}
      </div>
      {isOpen && (
        <form
          className={styles.form}
          onSubmit={save}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            leave()
          }}
        >
          {lead !== undefined && <p className={styles.formLead}>{lead}</p>}
          <FieldGrid>{children}</FieldGrid>
          {saving.error !== null && !hasRefusedField && <ErrorPanel error={saving.error} />}
          {isForgetting && <p className={styles.formLead}>{say('delivery.forgetText')}</p>}
          <div className={styles.formActs}>
            <Button type="submit" isSmall look="main" disabled={saving.isPending}>
              {say('common.save')}
            </Button>
            <Button isSmall look="bare" onClick={leave}>
              {say('common.cancel')}
            </Button>
            {summary !== null && (
              <Button
                isSmall
                look={isForgetting ? 'soft' : 'bare'}
                disabled={saving.isPending}
                onClick={() => (isForgetting ? panel.onForget(leave) : setForgetting(true))}
              >
                {say('delivery.forget')}
              </Button>
            )}
          </div>
        </form>
      )}
    </Panel>
  )
}
