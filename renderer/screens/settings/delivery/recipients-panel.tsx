import { useState } from 'react'
import type { DeliverySettings, Recipient } from '#shared/contract/delivery-schemas.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import type { IconName } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './delivery.module.css'
import { stateTag } from './delivery-words.ts'
import { GIFTS, newRecipient } from './recipient-draft.ts'
import { RecipientForm } from './recipient-form.tsx'
import { useDeliveryActs, useDeliveryChanges } from './use-delivery.ts'

const WAY_ICONS: Readonly<Record<Recipient['way'], IconName>> = {
  folder: 'document',
  printer: 'print',
  email: 'send',
  telegram: 'send',
  sms: 'line',
}

interface RecipientsPanelProps {
  readonly settings: Pick<DeliverySettings, 'recipients' | 'printers'>
  readonly canChange: boolean
}

/** Who gets what by which way. */
export function RecipientsPanel({ settings: { recipients, printers }, canChange }: RecipientsPanelProps) {
  const { say, language } = useWords()
  const { recipients: saving } = useDeliveryChanges()
  const [edited, setEdited] = useState<Recipient | null>(null)
  const isNew = edited !== null && recipients.every(({ id }) => id !== edited.id)
  const save = (next: readonly Recipient[]) => saving.mutate({ recipients: [...next] }, { onSuccess: () => setEdited(null) })

  function edit(recipient: Recipient | null): void {
    saving.reset()
    setEdited(recipient)
  }

  function form(recipient: Recipient) {
    return (
      <RecipientForm
        key={recipient.id}
        recipient={recipient}
        printers={printers}
        isBusy={saving.isPending}
        error={saving.error}
        onSave={(saved) => save(isNew ? [...recipients, saved] : recipients.map((one) => (one.id === saved.id ? saved : one)))}
        onLeave={() => edit(null)}
      />
    )
  }

  return (
    <Panel title={say('delivery.recipients.title')} icon="guests">
      <div className={styles.lead}>
        <p>{say('delivery.recipients.lead')}</p>
        <p>{say('delivery.recipients.personal')}</p>
      </div>
      {recipients.length === 0 && edited === null && <p className={styles.none}>{say('delivery.recipients.none')}</p>}
      {recipients.length > 0 && (
        <ul className={styles.list}>
          {recipients.map((recipient) => (
            <li key={recipient.id} data-recipient={recipient.name}>
              {edited?.id === recipient.id ? (
                form(recipient)
              ) : (
                <RecipientLine
                  recipient={recipient}
                  canChange={canChange}
                  isBusy={saving.isPending}
                  onEdit={() => edit(recipient)}
                  onRemove={() => save(recipients.filter(({ id }) => id !== recipient.id))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {edited !== null && isNew && <div className={styles.added}>{form(edited)}</div>}
      {canChange && edited === null && (
        <div className={styles.foot}>
          <Button isSmall icon="plus" onClick={() => edit(newRecipient(crypto.randomUUID(), language))}>
            {say('delivery.recipients.add')}
          </Button>
        </div>
      )}
      {saving.error !== null && edited === null && <ErrorPanel error={saving.error} />}
    </Panel>
  )
}

interface RecipientLineProps {
  readonly recipient: Recipient
  readonly canChange: boolean
  readonly isBusy: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function RecipientLine({ recipient, canChange, isBusy, onEdit, onRemove }: RecipientLineProps) {
  const words = useWords()
  const { say } = words
  const { test } = useDeliveryActs()
  const { name, way, address } = recipient
  const gets = GIFTS.filter((gift) => recipient[gift]).map((gift) => say(`delivery.recipients.${gift}`))
  const tested = test.data === undefined ? null : stateTag(test.data, words)
  return (
    <>
      <div className={styles.name}>
        <b>{name}</b>
        <Tag icon={WAY_ICONS[way]} tone="quiet">
          {say(`delivery.ways.${way}`)}
        </Tag>
        <span className={styles.address}>{address}</span>
      </div>
      <p className={styles.facts}>{gets.length === 0 ? say('delivery.recipients.nothing') : gets.join(' · ')}</p>
      {canChange && (
        <div className={styles.acts}>
          <Button
            isSmall
            look="bare"
            disabled={test.isPending || isBusy}
            aria-label={say('delivery.recipients.testOf', { name })}
            onClick={() => test.mutate({ recipientId: recipient.id })}
          >
            {say(test.isPending ? 'delivery.recipients.testing' : 'delivery.recipients.test')}
          </Button>
          <Button
            isSmall
            look="bare"
            disabled={isBusy}
            aria-label={say('delivery.recipients.editOf', { name })}
            onClick={onEdit}
          >
            {say('delivery.recipients.edit')}
          </Button>
          <Button
            isSmall
            look="bare"
            disabled={isBusy}
            aria-label={say('delivery.recipients.removeOf', { name })}
            onClick={onRemove}
          >
            {say('delivery.recipients.remove')}
          </Button>
        </div>
      )}
      <div className={styles.status} role="status">
        {tested !== null && (
          <>
            <Tag icon={tested.icon} tone={tested.tone} wraps>
              {tested.text}
            </Tag>
            {tested.why !== null && <p className={styles.facts}>{tested.why}</p>}
          </>
        )}
      </div>
      {test.error !== null && <ErrorPanel error={test.error} />}
    </>
  )
}
