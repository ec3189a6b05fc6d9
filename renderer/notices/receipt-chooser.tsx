import type { RefObject } from 'react'
import { RECEIPT_ACCEPT } from './receipt-file.ts'

interface ReceiptChooserProps {
  /** Clicked by the button that a person sees. */
  readonly chooser: RefObject<HTMLInputElement | null>
  readonly onFile: (file: File) => void
}

/** The system's own dialog for a receipt or a scan; nothing of it is on the screen. */
export function ReceiptChooser({ chooser, onFile }: ReceiptChooserProps) {
  return (
    <input
      ref={chooser}
      hidden
      type="file"
      accept={RECEIPT_ACCEPT}
      onChange={(event) => {
        const [chosen] = event.currentTarget.files ?? []
        if (chosen !== undefined) onFile(chosen)
        // The same file may be chosen again after it was removed.
        event.currentTarget.value = ''
      }}
    />
  )
}
