import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { instantSchema } from './day-schemas.ts'
import { type FileContent, fileSchema } from './file.ts'
import { administers, reads, writes } from './procedures.ts'
import { idSchema } from './schemas.ts'

/** Longest side of a picture that is read; a zone's characters are some 20 pixels apart then. */
export const MAX_PICTURE_SIDE = 4000
export const MAX_PICTURE_PIXELS = 12_000_000
/** Smaller, no zone in it can be told apart. */
export const MIN_PICTURE_SIDE = 120
/** Of a picture that is kept. */
export const MAX_PHOTO_BYTES = 4 * 1024 * 1024
export const PHOTO_TYPES = ['image/jpeg', 'image/webp'] as const

const side = z.number().int().min(MIN_PICTURE_SIDE).max(MAX_PICTURE_SIDE)

export const pictureSchema = z.object({
  /** Brightness, one byte per pixel, row by row from the top left: who shows the picture has decoded it already. */
  pixels: fileSchema,
  width: side,
  height: side,
})

const pointSchema = z.object({ x: z.number(), y: z.number() })

/** What becomes known while a picture is read. The last one is `read`, `nothing` or `failed`. */
export const readingEventSchema = z.discriminatedUnion('kind', [
  /** Another workplace's picture is read first. */
  z.object({ kind: z.literal('waiting'), before: z.number().int() }),
  /** `done` from 0 to 1. */
  z.object({ kind: z.literal('progress'), step: z.enum(['finding', 'reading']), done: z.number() }),
  z.object({
    kind: z.literal('read'),
    /** As they look; nobody has compared them with the document. For `readMrz`. */
    lines: z.array(z.string()),
    /** Corners of the zone in the picture, as a reader of the text sees them. */
    frame: z.object({ topLeft: pointSchema, topRight: pointSchema, bottomLeft: pointSchema }),
    /** How much the characters look like print, up to 1. */
    confidence: z.number(),
    /** Characters that look almost as much like another one, from 1. */
    doubts: z.array(z.object({ line: z.number().int(), column: z.number().int() })),
  }),
  /** No machine-readable zone is seen. */
  z.object({ kind: z.literal('nothing') }),
  /** `replaced`: the same workplace gave another picture. */
  z.object({ kind: z.literal('failed'), reason: z.enum(['too_slow', 'replaced', 'broken']) }),
])
export type ReadingEvent = z.infer<typeof readingEventSchema>

const keepingSchema = z.object({
  isOn: z.boolean(),
  /** Pictures kept now. */
  photos: z.number().int(),
})
export type PhotoKeeping = z.infer<typeof keepingSchema>

export const documentPhotoSchema = z.object({
  id: idSchema,
  storedAt: instantSchema,
  storedBy: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
})
export type DocumentPhotoView = z.infer<typeof documentPhotoSchema>

/** A photo as it is kept: JPEG or WebP. */
const photoSchema = fileSchema.refine(
  (photo: FileContent) => photo.size > 0 && photo.size <= MAX_PHOTO_BYTES && PHOTO_TYPES.some((type) => type === photo.type),
  { error: 'expected a JPEG or WebP picture of at most 4 MB' },
)

/** Documents from pictures: read offline by the desk; kept only where the property says so. */
export const documentContract = {
  /**
   * Looks for a machine-readable zone and reads it. One picture at a time per workplace: a new one replaces it. Ending the stream ends the
   * reading. Nothing of the picture is kept or logged. Throws `BAD_INPUT` where the bytes are not that picture.
   */
  read: writes.input(pictureSchema).output(eventIterator(readingEventSchema)),
  /** Whether this property keeps pictures of documents. Off until somebody decides. */
  keeping: reads.output(keepingSchema),
  /** Switching off deletes every picture there is, in the same transaction. Audited. */
  setKeeping: administers.input(z.object({ isOn: z.boolean() })).output(keepingSchema),
  /** Keeps the picture of this guest's document, sealed with the key of the stay. `isKept: false` = the property keeps none. */
  keepPhoto: writes.input(z.object({ noticeId: idSchema, photo: photoSchema })).output(z.object({ isKept: z.boolean() })),
  /** The pictures kept of this guest's document, without their bytes. */
  photos: reads.input(z.object({ noticeId: idSchema })).output(z.array(documentPhotoSchema)),
  /** One of them, to look at. Audited each time. Throws `NOT_FOUND`, also once the guest was erased. */
  photo: reads.input(z.object({ photoId: idSchema })).output(z.object({ content: fileSchema })),
}
