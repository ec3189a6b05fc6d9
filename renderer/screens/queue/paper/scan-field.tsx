import { useCallback, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ReceiptChooser } from '../../../notices/receipt-chooser.tsx'
import { receiptTrouble } from '../../../notices/receipt-file.ts'
import { useReceiptIntake } from '../../../notices/use-receipt-intake.ts'
import styles from './hand-in-form.module.css'

interface ScanFieldProps {
  readonly file: File | null
  /** Why the desk did not take it. */
  readonly reason: string | undefined
  readonly onFile: (file: File | null) => void
}

/** The photo or scan of the stamped copy: chosen, dropped on the window or pasted. */
export function ScanField({ file, reason, onFile }: ScanFieldProps) {
  const { say } = useWords()
  const chooser = useRef<HTMLInputElement>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = useCallback(
    async (given: File) => {
      const found = await receiptTrouble(given)
      setTrouble(
        found === null ? null : say(`queue.filing.${found === 'too_large' ? 'tooLarge' : 'notReceipt'}`, { file: given.name }),
      )
      if (found === null) onFile(given)
    },
    [say, onFile],
  )
  const intake = useCallback((given: File) => void take(given), [take])
  useReceiptIntake(intake)
  const wrong = trouble ?? reason
  return (
    <div className={styles.scan}>
      <span className={styles.label}>{say('paper.handIn.file')}</span>
      {file === null ? (
        <Button icon="photo" onClick={() => chooser.current?.click()}>
          {say('paper.handIn.chooseFile')}
        </Button>
      ) : (
        <p className={styles.file}>
          <Icon name="document" />
          <span className="grow cut">{file.name}</span>
          <Button
            isSmall
            look="bare"
            icon="close"
            aria-label={say('paper.handIn.removeFile', { file: file.name })}
            onClick={() => onFile(null)}
          >
            {null}
          </Button>
        </p>
      )}
      <p className={wrong === undefined ? styles.hint : styles.wrong} role={wrong === undefined ? undefined : 'alert'}>
        {wrong ?? say('paper.handIn.fileHint')}
      </p>
      <ReceiptChooser chooser={chooser} onFile={intake} />
    </div>
  )
}
