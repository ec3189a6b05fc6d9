import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Consent } from '#shared/contract/card-contract.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { useMayNot } from '../../../client/use-may.ts'
import { useStatus } from '../../../client/use-status.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { SelectInput } from '../../../components/text-input.tsx'
import { UnreadPanel } from '../../../components/unread-panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useRegistrationCard } from '../../../notices/use-registration-card.ts'
import styles from './card-panel.module.css'

/** The registration card the guest signs, and the word that the consent was signed. */
export function CardPanel({ noticeId }: { readonly noticeId: string }) {
  const { say } = useWords()
  const { api } = useDesk()
  const mayNot = useMayNot('register.write')
  const printing = useRegistrationCard()
  const { data: card, error, refetch } = useQuery(api.card.get.queryOptions({ input: { noticeId } }))
  const [chosen, setChosen] = useState<Language | null>(null)
  const [withParty, setWithParty] = useState(true)
  const language = chosen ?? card?.language ?? null
  const { mutate, isPending } = printing
  const hasParty = card !== undefined && card.partySize > 1

  const print = useMemo(
    () => () => mutate({ noticeIds: [noticeId], withParty: withParty && hasParty, language: chosen }),
    [mutate, noticeId, withParty, hasParty, chosen],
  )
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        mayNot === null
          ? [
              {
                id: 'guest.card',
                name: say('card.keys.print'),
                shortcut: { code: 'KeyP' },
                inFooter: true,
                isEnabled: () => !isPending,
                run: print,
              },
            ]
          : [],
      [say, mayNot, isPending, print],
    ),
  )
  // A printing writes into the journal, so a register that cannot be written prints none.
  if (mayNot !== null || (card === undefined && error === null)) return null
  if (card === undefined) return <UnreadPanel title={say('card.panel.title')} error={error} onRetry={() => void refetch()} />
  return (
    <Panel title={say('card.panel.title')} isDense>
      <div className={styles.body}>
        <Field label={say('card.panel.language')} span={12}>
          {(input) => (
            <SelectInput
              {...input}
              value={language ?? card.language}
              choices={LANGUAGES.map((each) => ({ value: each, label: say(`common.languages.${each}`) }))}
              onChange={(picked) => setChosen(LANGUAGES.find((each) => each === picked) ?? null)}
            />
          )}
        </Field>
        {hasParty && (
          <label className={styles.party}>
            <input type="checkbox" checked={withParty} onChange={(event) => setWithParty(event.currentTarget.checked)} />
            {say('card.panel.withParty', { count: card.partySize })}
          </label>
        )}
        <div>
          <Button isSmall icon="print" shortcut="P" disabled={isPending} onClick={print}>
            {say('card.panel.print')}
          </Button>
        </div>
        {printing.error !== null && <ErrorPanel error={printing.error} />}
      </div>
      <ConsentLine key={noticeId} noticeId={noticeId} consent={card.consent} />
    </Panel>
  )
}

interface ConsentLineProps {
  readonly noticeId: string
  readonly consent: Consent | null
}

/** Whether the consent was signed, and saying so: one press, taken back by another. */
function ConsentLine({ noticeId, consent }: ConsentLineProps) {
  const { say, language } = useWords()
  const { api } = useDesk()
  const { businessDate } = useStatus()
  const recording = useMutation(api.card.recordConsent.mutationOptions())
  return (
    <div className={styles.consent}>
      <p role="status">
        <Icon name={consent === null ? 'gap' : 'check'} />
        {consent === null
          ? say('card.panel.notSigned')
          : say('card.panel.signed', { day: dayMonth(consent.signedOn, language), by: consent.by })}
      </p>
      <Button
        isSmall
        look={consent === null ? 'default' : 'bare'}
        data-act="consent"
        disabled={recording.isPending}
        onClick={() => recording.mutate({ noticeId, signedOn: consent === null ? businessDate : null })}
      >
        {say(consent === null ? 'card.panel.sign' : 'card.panel.takeBack')}
      </Button>
      {recording.error !== null && <ErrorPanel error={recording.error} />}
    </div>
  )
}
