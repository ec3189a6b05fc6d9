import { type RefObject, useEffect, useRef, useState } from 'react'

export type CameraState = 'starting' | 'on' | 'denied' | 'none' | 'busy'

export interface Camera {
  readonly state: CameraState
  readonly video: RefObject<HTMLVideoElement | null>
  /** What it sees now. */
  take(): Promise<Blob | null>
}

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } },
}

/** The camera of this PC, on as long as the part is on screen. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>('starting')

  useEffect(() => {
    let isGone = false
    let stream: MediaStream | undefined
    async function start(): Promise<void> {
      // A page that came over the network without encryption has no camera at all.
      const devices = navigator.mediaDevices as MediaDevices | undefined
      if (devices === undefined) return setState('none')
      const given = await devices.getUserMedia(WANTED)
      if (isGone || video.current === null) return stopped(given)
      stream = given
      video.current.srcObject = given
      await video.current.play()
      if (!isGone) setState('on')
    }
    start().catch((error: unknown) => {
      if (!isGone) setState(whyNot(error))
    })
    return () => {
      isGone = true
      stopped(stream)
    }
  }, [])

  return {
    state,
    video,
    async take() {
      const seen = video.current
      if (seen === null || seen.videoWidth === 0) return null
      const canvas = new OffscreenCanvas(seen.videoWidth, seen.videoHeight)
      canvas.getContext('2d')?.drawImage(seen, 0, 0)
      return await canvas.convertToBlob({ type: 'image/png' })
    },
  }
}

function stopped(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

function whyNot(error: unknown): CameraState {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}
