import { type ReactNode, useState } from 'react'
import { Icon } from '../../../components/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './file-drop.module.css'

interface FileDropProps {
  readonly isOn: boolean
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/** The whole screen takes a dropped file. Who has no mouse has the button and its key. */
export function FileDrop({ isOn, onFile, children }: FileDropProps) {
  const { say } = useWords()
  const [isOver, setIsOver] = useState(false)
  if (!isOn) return <div className={styles.drop}>{children}</div>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on, beside the button that does the same
    <div
      className={styles.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(event.dataTransfer.types.includes('Files'))
      }}
      onDragLeave={(event) => {
        const { relatedTarget } = event
        if (!(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget))) setIsOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        const file = event.dataTransfer.files[0]
        if (file !== undefined) onFile(file)
      }}
    >
      {children}
      {isOver && (
        <div className={styles.over}>
          <Icon name="document" isLarge />
          {say('calendarScreen.file.drop')}
        </div>
      )}
    </div>
  )
}
