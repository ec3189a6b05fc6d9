import { type FormEvent, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './address-form.module.css'
import type { PortalSettings } from './use-filing-settings.ts'

interface AddressFormProps {
  readonly portal: Pick<PortalSettings, 'url' | 'ownUrl'>
  readonly isBusy: boolean
  /** `null` goes back to the program's own. */
  readonly onSave: (url: string | null) => void
  readonly onLeave: () => void
}

/** The property's own address of a portal: they move. */
export function AddressForm({ portal, isBusy, onSave, onLeave }: AddressFormProps) {
  const { say } = useWords()
  const [text, setText] = useState(portal.ownUrl ?? '')
  const [wasTried, setWasTried] = useState(false)
  const typed = text.trim()
  const isWrong = typed !== '' && !isAddress(typed)

  function save(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (!isWrong && !isBusy) onSave(typed === '' ? null : typed)
  }

  return (
    <form
      className={styles.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      <Field
        label={say('filing.portals.address')}
        hint={say('filing.portals.addressHint', { url: portal.url })}
        reason={wasTried && isWrong ? say('filing.portals.addressWrong') : undefined}
      >
        {(input) => <TextInput {...input} autoFocus inputMode="url" maxLength={300} value={text} onChange={setText} />}
      </Field>
      <div className={styles.acts}>
        <Button type="submit" isSmall look="main" disabled={isBusy}>
          {say('common.save')}
        </Button>
        <Button isSmall look="bare" onClick={onLeave}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

function isAddress(text: string): boolean {
  return URL.parse(text)?.protocol === 'https:'
}
