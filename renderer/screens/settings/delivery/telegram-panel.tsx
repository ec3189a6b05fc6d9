import { useState } from 'react'
import type { DeliverySettings } from '#shared/contract/delivery-schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { refusedFields } from './refused-field.ts'
import { TextField } from './text-field.tsx'
import { useDeliveryChanges } from './use-delivery.ts'
import { WayPanel } from './way-panel.tsx'

type Telegram = DeliverySettings['telegram']

const USUAL_API = 'https://api.telegram.org'
const FIELDS = ['apiUrl', 'token'] as const

function draftOf(telegram: Telegram) {
  return { apiUrl: telegram?.apiUrl ?? USUAL_API, token: '' }
}

/** The property's bot. */
export function TelegramPanel({ telegram, canChange }: { readonly telegram: Telegram; readonly canChange: boolean }) {
  const { say } = useWords()
  const { telegram: saving } = useDeliveryChanges()
  const [draft, setDraft] = useState(() => draftOf(telegram))
  const refused = refusedFields(saving.error, FIELDS)
  const field = (name: (typeof FIELDS)[number]) => {
    const code = refused.get(name)
    return {
      label: say(`delivery.telegram.${name}`),
      reason: code === undefined ? undefined : say(`input.${code}`),
      value: draft[name],
      onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    }
  }
  const input = { apiUrl: draft.apiUrl.trim(), ...(draft.token === '' ? {} : { token: draft.token.trim() }) }
  return (
    <WayPanel
      title={say('delivery.telegram.title')}
      lead={say('delivery.telegram.lead')}
      summary={telegram === null ? null : telegram.apiUrl}
      none={say('delivery.telegram.none')}
      canChange={canChange}
      saving={saving}
      hasRefusedField={refused.size > 0}
      onOpen={() => setDraft(draftOf(telegram))}
      onSave={(onDone) => saving.mutate({ telegram: input }, { onSuccess: onDone })}
      onForget={(onDone) => saving.mutate({ telegram: null }, { onSuccess: onDone })}
    >
      <TextField
        {...field('token')}
        hint={telegram?.hasToken === true ? say('delivery.secretKept') : undefined}
        input={{ type: 'password', autoComplete: 'new-password' }}
      />
      <TextField {...field('apiUrl')} input={{ inputMode: 'url' }} />
    </WayPanel>
  )
}
