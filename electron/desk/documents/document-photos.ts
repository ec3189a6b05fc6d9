import { z } from 'zod'
import type { DocumentPhotoView, PhotoKeeping } from '#shared/contract/document-contract.ts'
import type { FileContent } from '#shared/contract/file.ts'
import type { Caller } from '../caller.ts'
import { badInput, deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'

const KEEPS_PHOTOS = 'documents.keeps_photos'

/** First bytes of what may be kept. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

export function keepsPhotos({ store }: Pick<Register, 'store'>): boolean {
  return store.settings.get(KEEPS_PHOTOS, z.boolean()) ?? false
}

export function photoKeeping(register: Register): PhotoKeeping {
  return { isOn: keepsPhotos(register), photos: register.rows.documentPhotos.count() }
}

/** Switching off deletes what there is: a property that keeps no pictures has none. */
export function setPhotoKeeping(register: Register, caller: Caller, isOn: boolean): PhotoKeeping {
  register.write(() => {
    const before = keepsPhotos(register)
    register.store.settings.set(KEEPS_PHOTOS, isOn)
    const deleted = isOn ? 0 : register.rows.documentPhotos.removeAll()
    if (before === isOn && deleted === 0) return
    register.store.audit.append({
      actor: caller.actor,
      action: 'property.document_photos_set',
      subject: null,
      stayId: null,
      details: { before, after: isOn, deleted },
    })
  })
  register.changed(['filing', 'guest'], null)
  return photoKeeping(register)
}

/** Sealed with the key of the stay, like everything of a guest that is kept. Throws `NOT_FOUND`, `BAD_INPUT` for no picture. */
export async function keepPhoto(
  register: Register,
  caller: Caller,
  noticeId: string,
  photo: FileContent,
): Promise<{ isKept: boolean }> {
  const content = Buffer.from(await photo.arrayBuffer())
  if (!isPicture(content)) throw badInput('photo', 'picture_broken', 'This is neither a JPEG nor a WebP picture.')
  const isKept = register.write(() => {
    const { guestId, stayId } = noticeOf(register, noticeId)
    // Asked where it is saved: somebody may have switched it off a moment ago.
    if (!keepsPhotos(register)) return false
    const id = register.ports.newId()
    register.rows.documentPhotos.insert(
      {
        id,
        stayId,
        guestId,
        mediaType: photo.type,
        sizeBytes: content.length,
        storedAt: register.now(),
        storedBy: caller.actor.name,
      },
      register.store.stayKeys.seal(stayId, `document-photo:${id}`, content),
    )
    register.store.audit.append({
      actor: caller.actor,
      action: 'notice.document_photo_kept',
      subject: noticeId,
      stayId,
      details: { photoId: id },
    })
    return true
  })
  if (isKept) register.changed(['guest'], noticeId)
  return { isKept }
}

/** Of the guest this notice is about; none once he was erased. */
export function listPhotos(register: Register, noticeId: string): DocumentPhotoView[] {
  const { guestId, stayId } = noticeOf(register, noticeId)
  if (!register.store.stayKeys.has(stayId)) return []
  return register.rows.documentPhotos
    .ofGuest(guestId)
    .map(({ id, storedAt, storedBy, mediaType, sizeBytes }) => ({ id, storedAt, storedBy, mediaType, sizeBytes }))
}

/** Opens one and writes down who looked. Throws `NOT_FOUND`, also for a guest who was erased. */
export function openPhoto(register: Register, caller: Caller, photoId: string): { content: FileContent } {
  const { rows, store } = register
  const photo = rows.documentPhotos.find(photoId)
  const sealed = rows.documentPhotos.sealedContent(photoId)
  const bytes =
    photo === undefined || sealed === undefined
      ? undefined
      : store.stayKeys.open(photo.stayId, `document-photo:${photoId}`, sealed)
  if (photo === undefined || bytes === undefined) throw deskError('NOT_FOUND', { what: 'photo' })
  const notice = rows.notifications.ofGuest(photo.guestId)
  register.write(() =>
    store.audit.append({
      actor: caller.actor,
      action: 'notice.document_photo_seen',
      subject: notice?.id ?? null,
      stayId: photo.stayId,
      details: { photoId },
    }),
  )
  return { content: new Blob([new Uint8Array(bytes)], { type: photo.mediaType }) }
}

function isPicture(content: Buffer): boolean {
  const isWebp = content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP'
  return isWebp || content.subarray(0, 3).equals(JPEG)
}

function noticeOf(register: Register, noticeId: string): { readonly guestId: string; readonly stayId: string } {
  const notice = register.rows.notifications.find(noticeId)
  if (notice === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  return notice
}
