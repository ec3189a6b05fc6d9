import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Field } from '../../../components/field.tsx'
import { RadioCards } from '../../../components/radio-cards.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { readTime } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './hour-panel.module.css'

const END_OF_DAY = '23:59'

interface HourFormProps {
  readonly closesAt: string | null
  readonly onDone: () => void
}

/** By itself at an hour, or by hand only. */
export function HourForm({ closesAt, onDone }: HourFormProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const [how, setHow] = useState<'itself' | 'hand'>(closesAt === null ? 'hand' : 'itself')
  const [typed, setTyped] = useState(closesAt ?? END_OF_DAY)
  const [wasTried, setWasTried] = useState(false)
  const saving = useMutation({
    ...api.report.setCloseHour.mutationOptions(),
    onSuccess: async (days) => {
      queryClient.setQueryData(api.report.days.queryKey(), days)
      onDone()
      await queryClient.invalidateQueries({ queryKey: api.report.key() })
    },
  })
  const time = readTime(typed)

  function submit(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (saving.isPending) return
    if (how === 'hand') saving.mutate({ closesAt: null })
    else if (time.state === 'read') saving.mutate({ closesAt: time.value })
  }

  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <RadioCards
        legend={say('endOfDay.hour.choice')}
        isLegendHidden
        name="close-hour"
        value={how}
        choices={[
          { value: 'itself', title: say('endOfDay.hour.byItself'), text: say('endOfDay.hour.hint') },
          { value: 'hand', title: say('endOfDay.hour.byHandChoice') },
        ]}
        onChange={setHow}
      />
      {how === 'itself' && (
        <Field
          label={say('endOfDay.hour.time')}
          reason={wasTried && time.state !== 'read' ? say('endOfDay.hour.unreadable') : undefined}
        >
          {(input) => <TextInput {...input} name="close-time" maxLength={5} autoFocus value={typed} onChange={setTyped} />}
        </Field>
      )}
      {saving.error !== null && <ErrorPanel error={saving.error} />}
      <div className={styles.buttons}>
        <Button type="submit" look="soft" isSmall disabled={saving.isPending}>
          {say('common.save')}
        </Button>
        <Button look="bare" isSmall onClick={onDone}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
