import { useState } from 'react'
import { type DeliverySettings, MAIL_SECURITY } from '#shared/contract/delivery-schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ChoiceField } from '../filing/choice-field.tsx'
import styles from './delivery.module.css'
import { Flag } from './flag.tsx'
import { refusedFields } from './refused-field.ts'
import { LinesField, TextField } from './text-field.tsx'
import { useDeliveryChanges } from './use-delivery.ts'
import { WayPanel } from './way-panel.tsx'

type Mail = DeliverySettings['email']

interface MailDraft {
  readonly host: string
  readonly port: string
  readonly security: (typeof MAIL_SECURITY)[number]
  readonly user: string
  /** Empty = as it is. */
  readonly password: string
  readonly from: string
  readonly authority: string
  readonly allowsPlainSignIn: boolean
}

/** What each protection usually listens on. */
const PORTS: Readonly<Record<MailDraft['security'], string>> = { tls: '465', starttls: '587', none: '25' }
const FIELDS = ['host', 'port', 'security', 'user', 'password', 'from', 'authority'] as const

function draftOf(mail: Mail): MailDraft {
  return {
    host: mail?.host ?? '',
    port: String(mail?.port ?? PORTS.starttls),
    security: mail?.security ?? 'starttls',
    user: mail?.user ?? '',
    password: '',
    from: mail?.from ?? '',
    authority: '',
    allowsPlainSignIn: mail?.allowsPlainSignIn ?? false,
  }
}

/** The property's own mail server. */
export function MailPanel({ mail, canChange }: { readonly mail: Mail; readonly canChange: boolean }) {
  const { say } = useWords()
  const { email: saving } = useDeliveryChanges()
  const [draft, setDraft] = useState(() => draftOf(mail))
  const refused = refusedFields(saving.error, FIELDS)
  const change = (changed: Partial<MailDraft>) => setDraft((before) => ({ ...before, ...changed }))
  const field = (name: 'host' | 'port' | 'user' | 'password' | 'from' | 'authority') => {
    const code = refused.get(name)
    return {
      label: say(`delivery.email.${name}`),
      reason: code === undefined ? undefined : say(`input.${code}`),
      value: draft[name],
      onChange: (value: string) => change({ [name]: value }),
    }
  }
  const asksForConsent = draft.security === 'none' && draft.user.trim() !== ''
  const isRefusedPlain = refused.get('security') === 'plain_sign_in'

  return (
    <WayPanel
      title={say('delivery.email.title')}
      summary={mail === null ? null : `${mail.host}:${mail.port} · ${say(`delivery.email.securities.${mail.security}`)}`}
      none={say('delivery.email.none')}
      canChange={canChange}
      saving={saving}
      hasRefusedField={refused.size > 0}
      onOpen={() => setDraft(draftOf(mail))}
      onSave={(onDone) => saving.mutate({ email: inputOf(draft) }, { onSuccess: onDone })}
      onForget={(onDone) => saving.mutate({ email: null }, { onSuccess: onDone })}
    >
      <TextField {...field('host')} input={{ inputMode: 'url' }} />
      <TextField {...field('port')} span={2} input={{ inputMode: 'numeric', maxLength: 5 }} />
      <ChoiceField
        label={say('delivery.email.security')}
        choices={MAIL_SECURITY}
        value={draft.security}
        words={(security) => say(`delivery.email.securities.${security}`)}
        onChange={(security) => change({ security, port: draft.port === PORTS[draft.security] ? PORTS[security] : draft.port })}
      />
      <TextField {...field('from')} hint={say('delivery.email.fromHint')} input={{ inputMode: 'email' }} />
      <TextField {...field('user')} hint={say('delivery.email.userHint')} />
      <TextField
        {...field('password')}
        hint={mail?.hasPassword === true ? say('delivery.secretKept') : undefined}
        input={{ type: 'password', autoComplete: 'new-password' }}
      />
      {asksForConsent && (
        <div className={styles.consent}>
          <Flag
            label={say('delivery.email.plain')}
            isSet={draft.allowsPlainSignIn}
            onSet={(allowsPlainSignIn) => change({ allowsPlainSignIn })}
          />
          <p className={isRefusedPlain ? styles.refused : styles.facts}>{say('delivery.email.plainText')}</p>
        </div>
      )}
      <LinesField
        {...field('authority')}
        hint={mail?.hasAuthority === true ? say('delivery.secretKept') : say('delivery.email.authorityHint')}
      />
    </WayPanel>
  )
}

function inputOf({ user, password, authority, port, ...rest }: MailDraft) {
  return {
    ...rest,
    port: Number(port),
    user: user.trim() === '' ? null : user.trim(),
    ...(password === '' ? {} : { password }),
    ...(authority.trim() === '' ? {} : { authority: authority.trim() }),
  }
}
