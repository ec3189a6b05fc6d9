import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../components/button.tsx'
import { ErrorPanel } from '../components/error-panel.tsx'
import { Icon } from '../components/icon.tsx'
import { join } from '../components/join.ts'
import { useWords } from '../i18n/use-words.ts'
import { useReceiptIntake } from '../notices/use-receipt-intake.ts'
import styles from './list-intake.module.css'
import type { ListIntaking } from './use-list-intake.ts'

const LIST_ACCEPT = '.csv,.tsv,.txt,.xlsx,.xls,.ods'

/** Where a list comes in: pasted, dropped, or chosen as a file. */
export function ListIntake({ intake }: { readonly intake: ListIntaking }) {
  const { say } = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const isDragging = useReceiptIntake((file) => void intake.readFile(file))
  useEffect(() => box.current?.focus(), [])
  const { trouble, isReadingFile } = intake
  return (
    <div className={join(styles.intake, isDragging && styles.dragging)}>
      <label htmlFor={id}>{say('rooming.paste.label')}</label>
      <textarea
        ref={box}
        id={id}
        className={styles.box}
        data-field="list"
        rows={8}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (pasted.trim() === '') return
          event.preventDefault()
          setText(pasted)
          intake.readText(pasted)
        }}
      />
      <p id={`${id}-hint`} className="note sub">
        {say('rooming.paste.hint')}
      </p>
      {trouble?.kind === 'refused' && (
        <p className={styles.trouble} role="alert">
          <Icon name="stop" />
          {say(`rooming.refused.${trouble.code}`)}
        </p>
      )}
      {trouble?.kind === 'failed' && <ErrorPanel error={trouble.error} />}
      <div className={styles.acts}>
        <Button
          look="main"
          icon="check"
          data-act="read-list"
          disabled={text.trim() === ''}
          onClick={() => intake.readText(text)}
        >
          {say('rooming.paste.read')}
        </Button>
        <Button icon="document" disabled={isReadingFile} onClick={() => chooser.current?.click()}>
          {say(isReadingFile ? 'rooming.paste.reading' : 'rooming.paste.choose')}
        </Button>
        <input
          ref={chooser}
          hidden
          type="file"
          accept={LIST_ACCEPT}
          data-chooser="list"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file !== undefined) void intake.readFile(file)
            event.currentTarget.value = ''
          }}
        />
      </div>
    </div>
  )
}
