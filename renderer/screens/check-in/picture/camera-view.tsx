import { useEffect, useRef } from 'react'
import { Button } from '../../../components/button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './picture.module.css'
import { useCamera } from './use-camera.ts'

interface CameraViewProps {
  readonly onTaken: (picture: Blob) => void
  readonly onClose: () => void
}

/** What the camera sees, with a frame to hold the lines into. Enter or Space takes the picture, Esc closes. */
export function CameraView({ onTaken, onClose }: CameraViewProps) {
  const { say } = useWords()
  const { state, video, take } = useCamera()
  const button = useRef<HTMLButtonElement>(null)
  const isOn = state === 'on'
  useEffect(() => {
    if (isOn) button.current?.focus()
  }, [isOn])

  async function takeNow(): Promise<void> {
    const picture = await take()
    if (picture !== null) onTaken(picture)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes from whichever button has the cursor
    <div
      className={styles.camera}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      {state === 'denied' || state === 'none' || state === 'busy' ? (
        <p className={styles.failure} role="alert">
          <Tag icon="alert" tone="incomplete" wraps>
            {say(`document.camera.${state}`)}
          </Tag>
        </p>
      ) : (
        <div className={styles.view}>
          <video ref={video} className={styles.video} muted playsInline aria-label={say('document.camera.title')} />
          {isOn && <span className={styles.frame} aria-hidden="true" />}
        </div>
      )}
      <div className={styles.cameraActs}>
        <p className="note sub grow" aria-live="polite">
          {state === 'starting' && say('document.camera.starting')}
          {isOn && say('document.camera.hold')}
        </p>
        {isOn && (
          <Button ref={button} icon="photo" shortcut="Enter" onClick={() => void takeNow()}>
            {say('document.camera.take')}
          </Button>
        )}
        <Button look="bare" shortcut="Esc" autoFocus={!isOn} onClick={onClose}>
          {say('document.camera.close')}
        </Button>
      </div>
    </div>
  )
}
