import { useState } from 'react'
import type { DeliverySettings } from '#shared/contract/delivery-schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ChoiceField } from '../filing/choice-field.tsx'
import { refusedFields } from './refused-field.ts'
import { type SmsDraft, smsDraftOf, smsInputOf } from './sms-draft.ts'
import { LinesField, TextField } from './text-field.tsx'
import { useDeliveryChanges } from './use-delivery.ts'
import { WayPanel } from './way-panel.tsx'

type Sms = DeliverySettings['sms']

const FIELDS = ['url', 'headers', 'body', 'expectedText', 'secret'] as const
const METHODS = ['POST', 'GET'] as const

/** A gateway of any provider that is spoken to over HTTP. */
export function SmsPanel({ sms, canChange }: { readonly sms: Sms; readonly canChange: boolean }) {
  const { say } = useWords()
  const { sms: saving } = useDeliveryChanges()
  const [draft, setDraft] = useState(() => smsDraftOf(sms))
  const refused = refusedFields(saving.error, FIELDS)
  const change = (changed: Partial<SmsDraft>) => setDraft((before) => ({ ...before, ...changed }))
  const field = (name: (typeof FIELDS)[number]) => {
    const code = refused.get(name)
    return {
      label: say(`delivery.sms.${name}`),
      reason: code === undefined ? undefined : say(`input.${code}`),
      value: draft[name],
      onChange: (value: string) => change({ [name]: value }),
    }
  }
  return (
    <WayPanel
      title={say('delivery.sms.title')}
      lead={say('delivery.sms.lead')}
      summary={sms === null ? null : `${sms.method} ${sms.url}`}
      none={say('delivery.sms.none')}
      canChange={canChange}
      saving={saving}
      hasRefusedField={refused.size > 0}
      onOpen={() => setDraft(smsDraftOf(sms))}
      onSave={(onDone) => saving.mutate({ sms: smsInputOf(draft, sms) }, { onSuccess: onDone })}
      onForget={(onDone) => saving.mutate({ sms: null }, { onSuccess: onDone })}
    >
      <TextField {...field('url')} span={12} input={{ inputMode: 'url', isMono: true, maxLength: 2000 }} />
      <ChoiceField
        label={say('delivery.sms.method')}
        choices={METHODS}
        value={draft.method}
        words={(method) => method}
        onChange={(method) => change({ method })}
      />
      <TextField
        {...field('secret')}
        hint={sms?.hasSecret === true ? say('delivery.secretKept') : undefined}
        input={{ type: 'password', autoComplete: 'new-password' }}
      />
      <LinesField {...field('headers')} hint={say('delivery.sms.headersHint')} />
      <LinesField {...field('body')} hint={say('delivery.sms.bodyHint')} />
      <TextField {...field('expectedText')} span={12} hint={say('delivery.sms.expectedTextHint')} />
    </WayPanel>
  )
}
