import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReadingEvent } from '#shared/contract/document-contract.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { type OpenedPicture, type OpenFailure, openPicture, photoOf } from './open-picture.ts'
import { zoneCrop } from './zone-crop.ts'

export type PictureFailure =
  | OpenFailure
  | 'nothing'
  | 'no_answer'
  | Extract<ReadingEvent, { readonly kind: 'failed' }>['reason']

export type PictureState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening' }
  | Extract<ReadingEvent, { readonly kind: 'waiting' | 'progress' }>
  | { readonly kind: 'failed'; readonly reason: PictureFailure }

/** What is left of a picture once it was read: only in memory, only as long as the form. */
export interface TakenPicture {
  /** The lines as the camera saw them. */
  readonly cropUrl: string
  /** Characters that are hard to make out. */
  readonly doubts: number
  /** To be kept with the guest; `null` where the property keeps none. */
  readonly photo: Blob | null
}

export interface Picture {
  readonly state: PictureState
  /** By the guest's key. */
  readonly taken: ReadonlyMap<string, TakenPicture>
  readonly keepsPhotos: boolean
  /** Of guests who are saved; the picture is not. */
  readonly unkept: readonly UnkeptPhoto[]
  read(source: Blob): void
  cancel(): void
  /** The form they belonged to is gone. */
  forget(): void
  /** Keeps the pictures of guests that were just saved; `false` when one could not be. */
  keep(saved: readonly SavedGuest[]): Promise<boolean>
  keepAgain(): void
}

export interface SavedGuest {
  readonly key: string
  readonly notice: Notice
}

export interface UnkeptPhoto {
  readonly noticeId: string
  readonly name: string
  readonly photo: Blob
}

/** Lines from a picture go where scanned ones go; answers whose they became, `null` = nobody's. */
type TakeLines = (text: string) => string | null

const NONE: ReadonlyMap<string, TakenPicture> = new Map()

/** Reads a picture through the desk and keeps what a person needs to compare it with. */
export function usePicture(takeLines: TakeLines): Picture {
  const { client, api } = useDesk()
  const keepsPhotos = useQuery(api.document.keeping.queryOptions()).data?.isOn === true
  const [state, setState] = useState<PictureState>({ kind: 'idle' })
  const [taken, setTaken] = useState(NONE)
  const [unkept, setUnkept] = useState<readonly UnkeptPhoto[]>([])
  const current = useRef<AbortController | null>(null)
  const latest = useRef({ takeLines, taken, keepsPhotos })
  useEffect(() => {
    latest.current = { takeLines, taken, keepsPhotos }
  })

  const stop = useCallback(() => {
    current.current?.abort()
    current.current = null
  }, [])
  useEffect(
    () => () => {
      stop()
      for (const { cropUrl } of latest.current.taken.values()) URL.revokeObjectURL(cropUrl)
    },
    [stop],
  )

  const read = useCallback(
    (source: Blob) => {
      stop()
      const reading = new AbortController()
      current.current = reading
      const isOver = () => reading.signal.aborted
      const fail = (reason: PictureFailure) => {
        if (!isOver()) setState({ kind: 'failed', reason })
      }

      async function take(picture: OpenedPicture, event: Extract<ReadingEvent, { kind: 'read' }>): Promise<void> {
        const crop = await zoneCrop(picture, event.frame)
        const photo = latest.current.keepsPhotos ? await photoOf(picture) : null
        if (isOver()) return
        setState({ kind: 'idle' })
        const key = latest.current.takeLines(event.lines.join('\n'))
        if (key === null) return
        const cropUrl = URL.createObjectURL(crop)
        setTaken((now) => {
          const before = now.get(key)
          if (before !== undefined) URL.revokeObjectURL(before.cropUrl)
          return new Map(now).set(key, { cropUrl, doubts: event.doubts.length, photo })
        })
      }

      async function run(): Promise<void> {
        setState({ kind: 'opening' })
        const opened = await openPicture(source)
        if (isOver()) return
        if (!opened.ok) return fail(opened.error)
        const { canvas, pixels } = opened.value
        const events = await client.document.read(
          { pixels, width: canvas.width, height: canvas.height },
          { signal: reading.signal },
        )
        for await (const event of events) {
          if (isOver()) return
          if (event.kind === 'read') return await take(opened.value, event)
          if (event.kind === 'nothing') return fail('nothing')
          if (event.kind === 'failed') return fail(event.reason)
          setState(event)
        }
        fail('no_answer')
      }
      run().catch(() => fail('no_answer'))
    },
    [client, stop],
  )

  const cancel = useCallback(() => {
    stop()
    setState({ kind: 'idle' })
  }, [stop])

  const forget = useCallback(() => {
    cancel()
    setTaken((now) => {
      for (const { cropUrl } of now.values()) URL.revokeObjectURL(cropUrl)
      return NONE
    })
  }, [cancel])

  async function keepAll(photos: readonly UnkeptPhoto[]): Promise<boolean> {
    const left: UnkeptPhoto[] = []
    for (const photo of photos) {
      try {
        await client.document.keepPhoto({ noticeId: photo.noticeId, photo: photo.photo })
      } catch {
        left.push(photo)
      }
    }
    setUnkept(left)
    return left.length === 0
  }

  return {
    state,
    taken,
    keepsPhotos,
    unkept,
    read,
    cancel,
    forget,
    keep(saved) {
      const photos = saved.flatMap(({ key, notice }) => {
        const photo = latest.current.taken.get(key)?.photo ?? null
        return photo === null ? [] : [{ noticeId: notice.id, name: notice.displayName, photo }]
      })
      forget()
      return keepAll([...unkept, ...photos])
    },
    keepAgain: () => void keepAll(unkept),
  }
}
