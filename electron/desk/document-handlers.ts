import { keepPhoto, listPhotos, openPhoto, photoKeeping, setPhotoKeeping } from './documents/document-photos.ts'
import { readDocument } from './documents/read-document.ts'
import { createReadingLine } from './documents/reading-line.ts'
import type { DeskImplementer } from './implementer.ts'
import type { Register } from './register.ts'

/** `document` of the contract, one line each. */
export function documentHandlers({ document }: DeskImplementer, register: () => Register) {
  const line = createReadingLine()
  return {
    read: document.read.handler(({ input, context, signal }) => readDocument(register(), line, context, input, signal)),
    keeping: document.keeping.handler(() => photoKeeping(register())),
    setKeeping: document.setKeeping.handler(({ input, context }) => setPhotoKeeping(register(), context, input.isOn)),
    keepPhoto: document.keepPhoto.handler(({ input, context }) => keepPhoto(register(), context, input.noticeId, input.photo)),
    photos: document.photos.handler(({ input }) => listPhotos(register(), input.noticeId)),
    photo: document.photo.handler(({ input, context }) => openPhoto(register(), context, input.photoId)),
  }
}
