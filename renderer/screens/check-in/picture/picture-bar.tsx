import { useCallback, useRef, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useCheckIn } from '../check-in-context.ts'
import { CameraView } from './camera-view.tsx'
import styles from './picture.module.css'
import { usePictureKeys } from './use-picture-keys.ts'

const TYPES = 'image/jpeg,image/png,image/webp'

/** A document from a picture: a file, the camera, dropped or pasted. Says how far reading is, and why nothing was read. */
export function PictureBar() {
  const { say } = useWords()
  const { picture, isLocked, sendCursorTo, guest } = useCheckIn()
  const [isCameraOpen, setCameraOpen] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const choose = useCallback(() => chooser.current?.click(), [])
  const toggleCamera = useCallback(() => setCameraOpen((isOpen) => !isOpen), [])
  usePictureKeys({ isLocked, choose, toggleCamera })
  const { state } = picture
  const isBusy = state.kind !== 'idle' && state.kind !== 'failed'

  return (
    <div className={styles.bar}>
      {/* Once the lines are read the room is the guest's; the keys go on working. */}
      <div className={styles.acts} hidden={guest.mrz !== null && state.kind === 'idle' && !isCameraOpen}>
        <input
          ref={chooser}
          className="sr"
          type="file"
          accept={TYPES}
          tabIndex={-1}
          aria-label={say('document.keys.choose')}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            // The same file may be chosen once more.
            currentTarget.value = ''
            if (file !== undefined) picture.read(file)
          }}
        />
        <Button isSmall icon="document" shortcut="F4" onClick={choose}>
          {say('document.picture.choose')}
        </Button>
        <Button isSmall icon="photo" shortcut="F6" aria-expanded={isCameraOpen} onClick={toggleCamera}>
          {say('document.picture.camera')}
        </Button>
        <span className={styles.status} aria-live="polite">
          {isBusy ? <Progress /> : <Privacy />}
        </span>
        {isBusy && (
          <Button isSmall look="bare" icon="close" onClick={picture.cancel}>
            {say('document.picture.cancel')}
          </Button>
        )}
      </div>
      {state.kind === 'failed' && (
        <p className={styles.failure} role="alert">
          <Tag icon="alert" tone="incomplete" wraps>
            {say(`document.failures.${state.reason}`)}
          </Tag>
        </p>
      )}
      {isCameraOpen && (
        <CameraView
          onTaken={(taken) => {
            setCameraOpen(false)
            picture.read(taken)
          }}
          onClose={() => {
            setCameraOpen(false)
            sendCursorTo('scan')
          }}
        />
      )}
    </div>
  )
}

function Progress() {
  const { say } = useWords()
  const { state } = useCheckIn().picture
  switch (state.kind) {
    case 'opening':
      return <>{say('document.picture.opening')}</>
    case 'waiting':
      return <>{say('document.picture.waiting', { count: state.before })}</>
    case 'progress': {
      const percent = Math.round(state.done * 100)
      return (
        <>
          <progress className={styles.progress} max={1} value={state.done} aria-hidden="true" />
          {say(`document.picture.${state.step}`, { percent })}
        </>
      )
    }
    default:
      return null
  }
}

/** Where the picture goes, before anybody asks. */
function Privacy() {
  const { say } = useWords()
  const { keepsPhotos } = useCheckIn().picture
  return (
    <>
      {say('document.picture.here')} {say(keepsPhotos ? 'document.picture.kept' : 'document.picture.notKept')}
    </>
  )
}
